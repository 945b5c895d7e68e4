/** What `npm run trial` knows of each trial. */

export interface TrialOptions {
  readonly count: number;
  readonly seed: number;
  readonly minutes: number;
}

export interface Trial {
  /** How many of what it counts, unless `--count` says otherwise; with `--short`, the smaller number. */
  readonly counts: { readonly full: number; readonly short: number };
  /** Prints its figures. @returns whether everything held. */
  run(options: TrialOptions): Promise<boolean>;
}

/** The first faults, one a line. */
export function printFaults(faults: readonly string[]): void {
  console.log(`faults: ${faults.length}`);
  for (const fault of faults.slice(0, 50)) console.log(`  ${fault}`);
}
