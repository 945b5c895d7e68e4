/** What a question about documents is about besides their formal facts: nothing, where only number, day or signer is asked. */
import type { Topic } from "../topic.ts";

const FORMAL = new Set(
  "cai ban hanh ky truoc sau som muon ngay so hieu luc nguoi moi cu can cu phap ly may quyet dinh ke hoach van ban chi thi nghi quyet luat nghi dinh cong van to trinh thay the the hoa trien khai thuc hien theo duyet phe dua tren co so dieu nay do tinh".split(
    " ",
  ),
);

/** The topic without the words that name a document's own facts. */
export function matterOf(topic: Topic): Topic {
  const words = topic.words.filter((word) => !FORMAL.has(word));
  return { ...topic, words, pairs: topic.pairs.filter((pair) => pair.split("_").every((word) => words.includes(word))) };
}
