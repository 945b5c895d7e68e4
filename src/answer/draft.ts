/** An answer while it is put together: blocks, citations, notices. */
import type { AnswerStatus, Block, Citation, Notice, Span } from "../contract/answer.ts";
import { Citer, type Quoted } from "./cite.ts";

/** Words, strong words, or the mark of a citation. */
export type Piece = string | { readonly strong: string } | { readonly cite: number };

/** Pieces without their marks. */
export const textOf = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (typeof piece === "string" ? piece : "strong" in piece ? piece.strong : "")).join("");

/** Characters of pieces in the Markdown of an answer. */
export const lengthOf = (...pieces: readonly Piece[]): number =>
  pieces.reduce((sum, piece) => sum + (typeof piece === "string" ? piece.length : "strong" in piece ? piece.strong.length + 4 : 4), 0);

export interface DraftAnswer {
  readonly status: AnswerStatus;
  readonly blocks: readonly Block[];
  readonly citations: readonly Citation[];
  readonly notices: readonly Notice[];
  readonly suggestions: readonly string[];
  /** 0..1 before calibration. */
  readonly confidence: number;
}

const toSpan = (piece: Piece): Span =>
  typeof piece === "string" ? { text: piece } : "strong" in piece ? { text: piece.strong, strong: true } : { cite: piece.cite };

/** Builds blocks; a citation is made the moment it is used, so that numbers follow the order of use. */
export class DraftBuilder {
  readonly blocks: Block[] = [];
  private readonly citer = new Citer();
  private readonly noticeList: Notice[] = [];

  get citations(): readonly Citation[] {
    return this.citer.citations;
  }

  cite(quoted: Quoted): { readonly cite: number } {
    return { cite: this.citer.cite(quoted) };
  }

  paragraph(...pieces: readonly Piece[]): void {
    this.blocks.push({ type: "paragraph", spans: pieces.map(toSpan) });
  }

  list(items: readonly (readonly Piece[])[], ordered = false): void {
    this.blocks.push({ type: "list", ordered, items: items.map((item) => item.map(toSpan)) });
  }

  table(columns: readonly string[], rows: readonly (readonly (readonly Piece[])[])[]): void {
    this.blocks.push({ type: "table", columns: [...columns], rows: rows.map((row) => row.map((cell) => cell.map(toSpan))) });
  }

  /** The quoted words as a block of their own, cited. */
  quote(quoted: Quoted): void {
    const { cite } = this.cite(quoted);
    const citation = this.citer.citations[cite - 1];
    if (citation !== undefined) this.blocks.push({ type: "quote", text: citation.quote, cite });
  }

  notice(code: string, message: string): void {
    if (!this.noticeList.some((notice) => notice.code === code && notice.message === message)) this.noticeList.push({ code, message });
  }

  done(outcome: { status: AnswerStatus; confidence: number; suggestions?: readonly string[] }): DraftAnswer {
    return {
      status: outcome.status,
      blocks: this.blocks,
      citations: this.citer.citations,
      notices: this.noticeList,
      suggestions: outcome.suggestions ?? [],
      confidence: Math.max(0, Math.min(1, outcome.confidence)),
    };
  }
}
