/** The aide without everyday words for official ones. */
import type { synonymsIn as real } from "../../../src/language/synonyms.ts";

export const synonymsIn: typeof real = () => [];
