// Module hooks of an ablation: `src/language/NAME.ts` is replaced by the file NAME.ts beside this one, for every NAME of
// the data handed over. The replacement itself may import what it replaces.
let names = [];

export function initialize(data) {
  names = data.names;
}

export async function resolve(specifier, context, nextResolve) {
  const resolved = await nextResolve(specifier, context);
  const path = resolved.url.split("?")[0];
  const name = names.find((candidate) => path.endsWith(`/src/language/${candidate}.ts`));
  if (name === undefined || context.parentURL?.includes("/tests/quality/without/")) return resolved;
  return { ...resolved, url: new URL(`./${name}.ts`, import.meta.url).href };
}
