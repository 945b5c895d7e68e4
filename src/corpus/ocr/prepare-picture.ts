/** Pictures of pages brought to one form: grey, of a size that can be read, upright, straight. */
import sharp, { type Sharp } from "sharp";
import type { GreyPicture } from "./ocr-engine.ts";
import { liesOnItsSide, skewOf } from "./skew.ts";

/** Pixels of the largest picture that is opened. */
export const MAX_PIXELS = 100_000_000;
/** Inches of the long side of A4, which plans are printed on. */
const LONG_SIDE = 11.69;
/**
 * Dots an inch between which a picture keeps its size: on scans of 150 and 200 making it larger won nothing (word errors
 * differ by less than 0.3 points) and took half as long again.
 */
const COARSEST = 140;
const FINEST = 400;
const WANTED = 300;
/** Degrees that the recognition and the layout bear. */
const STRAIGHT_ENOUGH = 0.1;

const asSharp = ({ data, width, height }: GreyPicture): Sharp =>
  sharp(data, { raw: { width, height, channels: 1 }, limitInputPixels: MAX_PIXELS });

/** @param dpi dots an inch; told by the size of A4 where it is not given. */
async function toGrey(image: Sharp, dpi?: number): Promise<GreyPicture> {
  const { data, info } = await image.greyscale().toColourspace("b-w").raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, dpi: dpi ?? Math.max(info.width, info.height) / LONG_SIDE, data };
}

export type MeasuredPicture =
  | { readonly ok: true; /** 1 for all but TIFF. */ readonly pages: number }
  | { readonly ok: false; readonly code: "damaged" | "limits" };

/** How many pages a picture's file has; a picture beyond the limit is refused before it is opened. */
export async function measurePicture(bytes: Uint8Array): Promise<MeasuredPicture> {
  try {
    const { pages = 1, width, height } = await sharp(bytes, { limitInputPixels: false, failOn: "error" }).metadata();
    return width * height > MAX_PIXELS ? { ok: false, code: "limits" } : { ok: true, pages };
  } catch {
    // The library's only way to say that these bytes are no picture.
    return { ok: false, code: "damaged" };
  }
}

/** One page of a picture's file, null for a damaged one. @param page from 0. */
export async function openPicture(bytes: Uint8Array, page: number): Promise<GreyPicture | null> {
  try {
    const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "error", page });
    return await toGrey(image.autoOrient().flatten({ background: "white" }));
  } catch {
    // As above; a later page of a TIFF may be damaged or too large while the first is whole.
    return null;
  }
}

/** A picture turned clockwise by a quarter or a half. */
export async function turnPicture(picture: GreyPicture, degrees: 90 | 180 | 270): Promise<GreyPicture> {
  return await toGrey(asSharp(picture).rotate(degrees), picture.dpi);
}

/** A picture too coarse or too fine brought to 300 dots an inch. */
async function scalePicture(picture: GreyPicture): Promise<GreyPicture> {
  if (picture.dpi >= COARSEST && picture.dpi <= FINEST) return picture;
  return await toGrey(asSharp(picture).resize({ width: Math.round((picture.width * WANTED) / picture.dpi), kernel: "cubic" }), WANTED);
}

/** Laid upright and set straight. Upside down is told only by reading: see `recognisePage`. */
export async function straightenPicture(original: GreyPicture): Promise<GreyPicture> {
  const scaled = await scalePicture(original);
  const upright = liesOnItsSide(scaled) ? await turnPicture(scaled, 90) : scaled;
  const skew = skewOf(upright);
  if (Math.abs(skew) < STRAIGHT_ENOUGH) return upright;
  return await toGrey(asSharp(upright).rotate(-skew, { background: "white" }), upright.dpi);
}
