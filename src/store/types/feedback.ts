/** Feedback on answers. */

export interface Feedback {
  readonly id: string;
  readonly answerId: string;
  readonly at: string;
  readonly useful: boolean;
  readonly reason: string | null;
  /** Masked; null also once a document that the answer cited was removed, since it may repeat its words. */
  readonly comment: string | null;
  readonly accountId: string | null;
  readonly state: "open" | "closed";
}

export interface FeedbackFilter {
  readonly state?: Feedback["state"];
  readonly answerId?: string;
  /** Default 100. */
  readonly limit?: number;
}

export interface FeedbackBox {
  add(feedback: Pick<Feedback, "answerId" | "useful" | "reason" | "comment" | "accountId">): Promise<Feedback>;
  byId(id: string): Promise<Feedback | null>;
  /** Newest first. */
  list(filter?: FeedbackFilter): Promise<readonly Feedback[]>;
  ofAccount(accountId: string): Promise<readonly Feedback[]>;
  setState(id: string, state: Feedback["state"]): Promise<Feedback | null>;
  removeOfAccount(accountId: string): Promise<number>;
}
