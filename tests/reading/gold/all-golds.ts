/** Every gold reading, in the order of the masters. */
import { bacKan1127 } from "./bac-kan-1127.ts";
import { haiPhong09 } from "./hai-phong-09.ts";
import { canTho61 } from "./can-tho-61.ts";
import { thuaThienHue150 } from "./thua-thien-hue-150.ts";
import type { GoldReading } from "./gold-reading.ts";
import { caMau212 } from "./ca-mau-212.ts";
import { haTinh2316 } from "./ha-tinh-2316.ts";
import { hauGiang148 } from "./hau-giang-148.ts";
import { hauGiang67 } from "./hau-giang-67.ts";
import { maiChau89 } from "./mai-chau-89.ts";
import { ninhThuan305 } from "./ninh-thuan-305.ts";
import { quyHop2026 } from "./quy-hop-2026.ts";
import { vinhLong884 } from "./vinh-long-884.ts";

export const golds: readonly GoldReading[] = [
  bacKan1127,
  caMau212,
  canTho61,
  haTinh2316,
  haiPhong09,
  hauGiang148,
  hauGiang67,
  maiChau89,
  ninhThuan305,
  quyHop2026,
  thuaThienHue150,
  vinhLong884,
];
