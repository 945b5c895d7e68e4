import { describe, expect, test } from "vitest";
import { english } from "../../web/shared/messages-en.ts";
import { vietnamese } from "../../web/shared/messages-vi.ts";

type Tree = Readonly<Record<string, unknown>>;

/** "statuses.partial: string", "page: function/1", … */
function shape(tree: Tree, prefix = ""): string[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    if (typeof value === "object" && value !== null) return shape(value as Tree, `${prefix}${key}.`);
    return [`${prefix}${key}: ${typeof value === "function" ? `function/${value.length}` : typeof value}`];
  });
}

function words(tree: Tree): string[] {
  return Object.values(tree).flatMap((value) => {
    if (typeof value === "string") return [value];
    return typeof value === "object" && value !== null ? words(value as Tree) : [];
  });
}

describe("the words of the faces", () => {
  test("Vietnamese and English have the same keys of the same kinds", () => {
    expect(shape(english).toSorted()).toEqual(shape(vietnamese).toSorted());
  });

  test("no English word is missing or left in Vietnamese, but for the switch back", () => {
    const vietnameseLetters = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu;
    expect(words(english).filter((word) => vietnameseLetters.test(word))).toEqual(["Tiếng Việt"]);
  });

  test("every message is in composed Unicode", () => {
    for (const word of [...words(vietnamese), ...words(english)]) expect(word).toBe(word.normalize("NFC"));
  });
});
