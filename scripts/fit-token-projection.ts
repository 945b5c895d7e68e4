/**
 * Fits the projection that late interaction uses, and writes it beside the model with its sum:
 *   node --import tsx scripts/fit-token-projection.ts [MODEL_FOLDER] [OUTPUT_DIMENSIONS] [TEXT_FILE_OR_FOLDER...]
 *
 * Texts: by default the plans in corpus/, the names in src/language/data/ and the project's English documents; each
 * is also read without diacritics and in capitals, as questions come that way. Only means and directions of token
 * vectors are kept of them.
 */
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { replaceFile, sha256 } from "../src/base/files.ts";
import { foldText } from "../src/language/fold.ts";
import { openEncoder } from "../src/models/encoder.ts";
import { readModelSettings } from "../src/models/model-settings.ts";
import { layOutTokens } from "../src/models/token-layout.ts";
import { encodeProjection, projectionFileName } from "../src/models/token-projection.ts";
import { addVector, emptyMoments, principalComponents } from "./principal-components.ts";

const [folder = "models/multilingual-e5-small-vi-en", outputText = "128", ...sources] = process.argv.slice(2);
const outputDimensions = Number(outputText);
const texts = sources.length > 0 ? sources : ["corpus", "src/language/data", "README.md", "src/README.md", "docs", "models"];

async function filesUnder(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null);
  if (found === null) return [];
  if (found.isFile()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.(txt|md)$|data.*\.json$/u.test(join(entry.parentPath, entry.name)))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

/** Paragraphs and names of a file, each long enough to mean something. */
function piecesOf(path: string, content: string): string[] {
  const parts = path.endsWith(".json")
    ? (content.match(/"(?:[^"\\]|\\.)*"/gu) ?? []).map((text) => String(JSON.parse(text)))
    : content
        .normalize("NFC")
        .split(/\n\s*\n|\n(?=[-+*] )/u)
        .map((text) => text.replaceAll("\n", " "));
  return parts
    .map((text) => text.trim())
    .filter((text) => text.length > 3)
    .flatMap((text) => text.match(/.{1,900}(?:\s|$)/gsu) ?? []);
}

const files = (await Promise.all(texts.map(filesUnder))).flat();
const pieces = (await Promise.all(files.map(async (path) => piecesOf(path, await readFile(path, "utf8"))))).flat();
const variants = [
  ...pieces,
  ...pieces.filter((_, i) => i % 3 === 0).map(foldText),
  ...pieces.filter((_, i) => i % 5 === 0).map((text) => text.toUpperCase()),
];

const settings = await readModelSettings(folder);
const encoder = await openEncoder(
  { modelsFolder: dirname(resolve(folder)), name: basename(resolve(folder)), settings, allowRemote: false, threads: 2, spinning: false },
  null,
);
const { opening, closing } = encoder;
let moments = emptyMoments(0);
for (const [i, text] of variants.entries()) {
  const prefix = encoder.tokenise(i % 2 === 0 ? settings.passagePrefix : settings.queryPrefix);
  const layout = layOutTokens({
    prefix,
    context: [],
    sentences: [encoder.tokenise(text)],
    opening,
    closing,
    maxTokens: settings.maxTokens,
  });
  const [tokens] = await encoder.encode([layout.ids]);
  if (tokens === undefined) throw new Error("the model gave nothing");
  if (moments.size === 0) moments = emptyMoments(tokens.dimensions);
  for (let row = layout.content.start; row < layout.content.end; row += 1)
    addVector(moments, tokens.hidden.subarray(row * tokens.dimensions, (row + 1) * tokens.dimensions));
}
await encoder.close();

const { components, share } = principalComponents(moments, outputDimensions);
const { size } = moments;
const mean = Float32Array.from(moments.sum, (value) => value / moments.count);
const basis = Float32Array.from(
  { length: size * outputDimensions },
  (_, i) => components[i % outputDimensions]?.[Math.floor(i / outputDimensions)] ?? 0,
);
const bytes = encodeProjection({ inputDimensions: size, outputDimensions, mean, basis });
await replaceFile(join(folder, projectionFileName), bytes);
await replaceFile(join(folder, "SHA256SUMS.projection"), `${sha256(bytes)}  ${projectionFileName}\n`);
console.log(
  `${moments.count} tokens of ${variants.length} texts (${files.length} files); ${outputDimensions} of ${size} directions hold ${(100 * share).toFixed(1)}% of the variance`,
);
