/**
 * The map from the model's token vectors to the short ones that late interaction reads: centre, then project onto
 * the directions in which token vectors differ most (principal components).
 *
 * Stored beside the model as `token-projection.bin`: "AIDEPROJ", version 1, input size, output size (three
 * little-endian uint32), the mean (input floats), the basis (input × output floats, row by row).
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isMissingFile } from "../base/files.ts";

export const projectionFileName = "token-projection.bin";
const magic = "AIDEPROJ";
const headerBytes = 20;

export interface TokenProjection {
  readonly inputDimensions: number;
  readonly outputDimensions: number;
  /** inputDimensions floats. */
  readonly mean: Float32Array;
  /** inputDimensions × outputDimensions floats, row by row. */
  readonly basis: Float32Array;
}

export function encodeProjection(projection: TokenProjection): Uint8Array {
  const { inputDimensions, outputDimensions, mean, basis } = projection;
  const bytes = new Uint8Array(headerBytes + 4 * (mean.length + basis.length));
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(magic));
  [1, inputDimensions, outputDimensions].forEach((value, i) => view.setUint32(8 + 4 * i, value, true));
  [...mean, ...basis].forEach((value, i) => view.setFloat32(headerBytes + 4 * i, value, true));
  return bytes;
}

/** @throws Error when the bytes are not a projection of version 1. */
export function decodeProjection(bytes: Uint8Array): TokenProjection {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < headerBytes || new TextDecoder().decode(bytes.subarray(0, 8)) !== magic) throw new Error("not a token projection");
  if (view.getUint32(8, true) !== 1) throw new Error("a token projection of an unknown version");
  const inputDimensions = view.getUint32(12, true);
  const outputDimensions = view.getUint32(16, true);
  const count = inputDimensions + inputDimensions * outputDimensions;
  if (bytes.byteLength !== headerBytes + 4 * count) throw new Error("a token projection of the wrong size");
  const values = Float32Array.from({ length: count }, (_, i) => view.getFloat32(headerBytes + 4 * i, true));
  return { inputDimensions, outputDimensions, mean: values.subarray(0, inputDimensions), basis: values.subarray(inputDimensions) };
}

/** The projection that lies in a model's folder; null where it has none, and late interaction is then left out. */
export async function readProjection(folder: string): Promise<TokenProjection | null> {
  try {
    return decodeProjection(await readFile(join(folder, projectionFileName)));
  } catch (cause) {
    if (isMissingFile(cause)) return null;
    throw cause;
  }
}
