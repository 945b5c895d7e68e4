/** What numbers a reader of the lines so far would expect next: tells "5. Sở Y tế" from a line that happens to begin with a number. */
import type { Marker } from "./markers.ts";

/** A clerk's slip skips one number, seldom two. */
const LONGEST_JUMP = 2;

export class MarkSequence {
  private readonly last = new Map<string, Marker>();

  /** Takes note of a mark that opened a paragraph. */
  see(marker: Marker): void {
    this.last.set(marker.style, marker);
  }

  /** Whether the mark begins a list, goes on with one, or repeats or skips a number of one. */
  expects(marker: Marker): boolean {
    if (marker.position <= 1) return true;
    const last = this.last.get(marker.style);
    const prefix = /^.*\./u.exec(marker.value)?.[0] ?? "";
    return (
      last !== undefined &&
      (/^.*\./u.exec(last.value)?.[0] ?? "") === prefix &&
      marker.position >= last.position &&
      marker.position <= last.position + LONGEST_JUMP
    );
  }
}
