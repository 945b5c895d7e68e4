/** How many of how many are right. */
export interface Tally {
  readonly right: number;
  readonly total: number;
}

export const emptyTally: Tally = { right: 0, total: 0 };

export const tallied = (tally: Tally, right: boolean): Tally => ({ right: tally.right + (right ? 1 : 0), total: tally.total + 1 });

export const sum = (tallies: readonly Tally[]): Tally =>
  tallies.reduce((all, one) => ({ right: all.right + one.right, total: all.total + one.total }), emptyTally);

/** 0..1; 1 where there was nothing to find. */
export const rate = ({ right, total }: Tally): number => (total === 0 ? 1 : right / total);
