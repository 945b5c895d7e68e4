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

/** Number of pages in a picture's file; 1 for all but TIFF. @throws for what is no whole picture. */
export async function countPages(bytes: Uint8Array): Promise<number> {
  const { pages } = await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "error" }).metadata();
  return pages ?? 1;
}

/** One page of a picture's file. @param page from 0. @throws for a damaged or too large picture. */
export async function openPicture(bytes: Uint8Array, page: number): Promise<GreyPicture> {
  const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "error", page });
  return await toGrey(image.autoOrient().flatten({ background: "white" }));
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
