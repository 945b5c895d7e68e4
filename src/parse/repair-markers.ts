/** Marks of a document's paragraphs, with those that were misread put right by their neighbours in the sequence. */
import type { Paragraph } from "./canonical-text.ts";
import type { Component } from "./components.ts";
import { letterToNumber, numberToLetter, readMarker, type Marker } from "./markers.ts";

export interface PlacedMarker extends Marker {
  /** The mark as printed where the value was repaired ("1." read for "l."), else null. */
  readonly repairedFrom: string | null;
}

/** A lone "1." or "I." between điểm k and điểm m is the letter l. */
const LOOKS_LIKE_LETTER: Readonly<Record<string, string>> = { "1": "l", I: "l" };

/** Marks by paragraph index, null where a paragraph has none. Outside `component` all are null. */
export function repairedMarkers(paragraphs: readonly Paragraph[], component: Component): (PlacedMarker | null)[] {
  const markers = paragraphs.map((paragraph, index) =>
    index >= component.bodyFrom && index < component.to ? readMarker(paragraph.text) : null,
  );
  let lastLetter = 0;
  return markers.map((marker, index) => {
    if (marker === null) return null;
    const letter = LOOKS_LIKE_LETTER[marker.value];
    if (letter !== undefined && (marker.kind === "number" || marker.kind === "roman") && numberToLetter(lastLetter + 1) === letter) {
      const next = markers.slice(index + 1).find((other) => other !== null && !["dash", "plus"].includes(other.kind));
      if (next?.kind === "alpha" && letterToNumber(next.value) === lastLetter + 2) {
        lastLetter++;
        return { ...marker, kind: "alpha" as const, value: letter, repairedFrom: marker.printed };
      }
    }
    if (marker.kind === "alpha") lastLetter = letterToNumber(marker.value);
    else if (marker.kind !== "dash" && marker.kind !== "plus") lastLetter = 0;
    return { ...marker, repairedFrom: null };
  });
}
