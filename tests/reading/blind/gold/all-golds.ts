/** Every gold reading of the blind set, in the order of the masters. */
import type { GoldReading } from "../../gold/gold-reading.ts";
import { anGiang412 } from "./an-giang-412.ts";
import { dongThap2207 } from "./dong-thap-2207.ts";
import { giaLai318 } from "./gia-lai-318.ts";
import { khanhHoa3105 } from "./khanh-hoa-3105.ts";
import { nongTrang57 } from "./nong-trang-57.ts";
import { songMa96 } from "./song-ma-96.ts";

export const blindGolds: readonly GoldReading[] = [anGiang412, dongThap2207, giaLai318, khanhHoa3105, nongTrang57, songMa96];
