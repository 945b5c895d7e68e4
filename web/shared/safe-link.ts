/** Links that come as data may only lead to pages. */

/** The address resolved against `base`, or null when it is not an http(s) address. */
export function safeLink(url: string, base: string): string | null {
  let resolved: URL;
  try {
    resolved = new URL(url, base);
  } catch {
    return null;
  }
  return resolved.protocol === "http:" || resolved.protocol === "https:" ? resolved.href : null;
}
