/**
 * Whether a word is spelt like a Vietnamese syllable: an onset, a rime, at most one tone.
 *
 * Text read in the wrong encoding gives words that nobody can pronounce ("Céng", "n-íc", "COÄNG"); counting them tells
 * the right encoding from the wrong ones. Spelling alone is asked, so words of any field count.
 */

const ONSETS_BEFORE_FRONT = "b ch d đ gh gi h k kh l m n ngh nh p ph qu r s t th tr v x g".split(" ");
const ONSETS_BEFORE_BACK = "b c ch d đ g gi h kh l m n ng nh p ph qu r s t th tr v x".split(" ");

const FRONT_RIMES = `e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
  i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu y ynh yt yên yêt yêu ych`.split(/\s+/u);
const BACK_RIMES = `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
  o oc oi om on ong op ot oong ooc oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet
  ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
  u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uơ uy uya uych uyên uyêt uyn uynh uyp uyt uyu
  uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu`.split(/\s+/u);
const BARE_RIMES = "yêm yên yêng yêt yêu y".split(" ");

const SYLLABLES: ReadonlySet<string> = new Set([
  ...["", ...ONSETS_BEFORE_FRONT].flatMap((onset) => FRONT_RIMES.map((rime) => onset + rime)),
  ...["", ...ONSETS_BEFORE_BACK].flatMap((onset) => BACK_RIMES.map((rime) => onset + rime)),
  ...BARE_RIMES,
]);

/** Grave, acute, tilde, hook above, dot below. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const HIGH_TONES = /[\u0301\u0323]/u;
/** A syllable that ends so bears the acute or the dot. */
const STOPPED = /(?:[ptc]|ch)$/u;
/** One case throughout, or a capital first: "phÝ" is no word. */
const CASED = /^(?:\p{L}\p{Ll}*|\p{Lu}+)$/u;

const known = new Map<string, boolean>();
const REMEMBERED = 20_000;

function isSpelt(word: string): boolean {
  if (!CASED.test(word)) return false;
  const parts = word.toLowerCase().normalize("NFD");
  const tones = parts.match(TONES) ?? [];
  const bare = parts.replace(TONES, "").normalize("NFC");
  if (tones.length > 1 || !SYLLABLES.has(bare)) return false;
  return !STOPPED.test(bare) || (tones[0] !== undefined && HIGH_TONES.test(tones[0]));
}

/** @param word letters only, NFC, in any case: "Cộng" is one, "Céng" and "café" are none; ASCII words may be either. */
export function isVietnameseSyllable(word: string): boolean {
  const before = known.get(word);
  if (before !== undefined) return before;
  const spelt = word.length <= 8 && isSpelt(word);
  if (known.size >= REMEMBERED) known.clear();
  known.set(word, spelt);
  return spelt;
}
