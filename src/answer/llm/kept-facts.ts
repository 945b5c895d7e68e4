/** The fact that the extractive answer puts first must still be said: its agencies in their roles, dates, amounts, figures. */
import type { Block, Language, Span } from "../../contract/answer.ts";
import { findAgencies } from "../../language/agencies.ts";
import { missingFigures } from "./check-figures.ts";
import { figuresOf } from "./figures.ts";
import { wordRun } from "./ground.ts";
import { changedRoles, rolesIn } from "./roles.ts";

/** The source of a fact follows it after a dash: " – theo khoản 2 Mục III …". */
const isSource = (text: string): boolean => text.trimStart().startsWith("–");

export interface Fact {
  readonly whole: string;
  /** Its strong words, joined by "; ". */
  readonly strong: string;
}

/** The first paragraph's words without its source. */
export const firstFact = (blocks: readonly Block[]): Fact => factOf(blocks.slice(0, 1));

/** The words of paragraphs without their sources. */
export function factOf(blocks: readonly Block[]): Fact {
  const spans: readonly Span[] = blocks.flatMap((block) => (block.type === "paragraph" ? block.spans : []));
  const texts = spans.flatMap((span) => ("text" in span && !isSource(span.text) ? [span] : []));
  return {
    whole: texts.map(({ text }) => text).join(""),
    strong: texts.flatMap(({ text, strong }) => (strong === true ? [text] : [])).join("; "),
  };
}

/** Whether a fact is said by a name or a figure, and not only by the quote below it. */
export const answersItself = ({ whole }: Fact, lang: Language): boolean =>
  findAgencies(whole).length > 0 || Object.values(figuresOf(whole, lang)).flat().length > 0;

/** What of a fact a text no longer says; empty when all is there. `named` asks for the strong words where no data knows them. */
export function missingFacts(input: { fact: Fact; text: string; lang: Language; named: boolean }): string[] {
  const { fact, text, lang, named } = input;
  const { whole, strong } = fact;
  const said = new Set(findAgencies(text).map(({ agency }) => agency.name));
  const mentions = findAgencies(whole);
  const agencies = mentions.filter(({ agency }) => !said.has(agency.name)).map(({ agency }) => agency.name);
  const roles = [...changedRoles(text, whole), ...rolesTaken(text, whole)];
  const figures = missingFigures({ sentence: whole, ground: { body: text, labels: "", quotes: [] }, lang });
  const unknown =
    named && findAgencies(strong).length === 0
      ? strong.split("; ").filter((name) => !wordRun(text).includes(wordRun(name.replace(/\s*\([^()]*\)/gu, ""))))
      : [];
  return [...agencies, ...roles, ...otherFirst(text, strong), ...figures, ...unknown.filter((name) => name !== "")];
}

/** The agency that a text names first, when the fact is another; one that only issued the plan ("của UBND tỉnh") is no answer. */
function otherFirst(text: string, strong: string): string[] {
  const asked = new Set(findAgencies(strong).map(({ agency }) => agency.name));
  const first = findAgencies(text).find(({ start }) => !/(?:của|of(?: the)?)\s+$/iu.test(text.slice(Math.max(0, start - 8), start)));
  return asked.size === 0 || first === undefined || asked.has(first.agency.name) ? [] : [`${first.agency.name} (first)`];
}

/** Agencies whose role in the first fact the text does not give them anywhere. */
function rolesTaken(text: string, whole: string): string[] {
  const given = rolesIn(text);
  return rolesIn(whole)
    .filter(
      ({ agency, role }) =>
        given.some((mention) => mention.agency === agency) && !given.some((mention) => mention.agency === agency && mention.role === role),
    )
    .map(({ agency, role }) => `${agency} (${role})`);
}
