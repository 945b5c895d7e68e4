/** Every gold reading of the second blind set, in the order of the masters. */
import type { GoldReading } from "../../gold/gold-reading.ts";
import { eaKiet34 } from "./ea-kiet-34.ts";
import { hungYen486 } from "./hung-yen-486.ts";
import { laiChau41 } from "./lai-chau-41.ts";
import { quangNinh11 } from "./quang-ninh-11.ts";

export const secondGolds: readonly GoldReading[] = [eaKiet34, hungYen486, laiChau41, quangNinh11];
