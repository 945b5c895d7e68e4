/** Where the next mark of a kind stands: what a reader sees by looking down the page. */
import type { Marker } from "./markers.ts";

export interface UpcomingMark {
  readonly index: number;
  readonly position: number;
}

export class UpcomingMarks {
  private readonly byStyle = new Map<string, UpcomingMark[]>();
  private readonly ranks = new Map<string, number>();

  /** `rankOf` says how high a mark stands; marks are taken in the order of their paragraphs. */
  constructor(markers: readonly (Marker | null)[], rankOf: (marker: Marker) => number) {
    markers.forEach((marker, index) => {
      if (marker === null) return;
      const list = this.byStyle.get(marker.style);
      if (list === undefined) {
        this.byStyle.set(marker.style, [{ index, position: marker.position }]);
        this.ranks.set(marker.style, rankOf(marker));
      } else list.push({ index, position: marker.position });
    });
  }

  /** The first mark of a style after a paragraph, by halving: a long document asks often. */
  next(style: string, index: number): UpcomingMark | undefined {
    const list = this.byStyle.get(style) ?? [];
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[middle]?.index ?? 0) > index) high = middle;
      else low = middle + 1;
    }
    return list[low];
  }

  /** Whether a mark that stands higher than `rank` comes between two paragraphs. */
  breaks(rank: number, between: { readonly from: number; readonly to: number }): boolean {
    for (const [style, styleRank] of this.ranks) {
      if (styleRank < rank && (this.next(style, between.from)?.index ?? Number.POSITIVE_INFINITY) < between.to) return true;
    }
    return false;
  }
}
