/** Long words shown short. */

/** At most `limit` characters, cut between words where there is a space, with an ellipsis where something is left out. */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const space = text.lastIndexOf(" ", limit);
  return `${text.slice(0, space > 0 ? space : limit)}…`;
}
