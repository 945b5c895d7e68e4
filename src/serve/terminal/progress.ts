/** How far a long piece of work is: one moving bar on a terminal, a plain line now and then elsewhere. */
export interface ProgressOutput {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

export interface Progress {
  /** @param done of `total`; repeated calls with the same numbers cost nothing. */
  show(label: string, done: number, total: number): void;
  /** Ends the bar's line; call it before anything else is written to the same output. */
  end(): void;
}

const barLength = 24;

export function createProgress(output: ProgressOutput): Progress {
  let last = "";
  let barShown = false;
  return {
    show(label, done, total) {
      const share = total === 0 ? 1 : Math.min(1, done / total);
      // Elsewhere than on a terminal a line stays: one every quarter is enough.
      const percent = output.isTTY === true ? Math.floor(share * 100) : Math.floor(share * 4) * 25;
      const key = `${label} ${String(percent)}`;
      if (key === last) return;
      last = key;
      if (output.isTTY !== true) {
        output.write(`${label}: ${String(percent)}% (${String(done)}/${String(total)})\n`);
        return;
      }
      const filled = Math.round(share * barLength);
      const line = `${label} [${"#".repeat(filled)}${".".repeat(barLength - filled)}] ${String(percent).padStart(3)}%`;
      output.write(`\r${line.slice(0, (output.columns ?? 80) - 1)}\u001b[K`);
      barShown = true;
    },
    end() {
      if (barShown) output.write("\n");
      barShown = false;
      last = "";
    },
  };
}
