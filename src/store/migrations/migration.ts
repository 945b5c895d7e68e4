/** A step of the tables' history: applied once, in order, never changed after it was released and never taken back. */
export interface Migration {
  /** 1, 2, 3 … without a gap. */
  readonly number: number;
  readonly name: string;
  /** In SQL that SQLite and PostgreSQL share; one statement each. */
  readonly statements: readonly string[];
}
