import type { GreyPicture } from "./ocr-engine.ts";

/** A grey picture as a file that needs no compression (PGM), which both engines read. */
export function portableGreymap({ width, height, data }: GreyPicture): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${String(width)} ${String(height)}\n255\n`, "latin1"), data]);
}
