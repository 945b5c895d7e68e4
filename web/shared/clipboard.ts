/** Copies text; a page served over plain HTTP has no clipboard and learns so. */

/** True when the text is on the clipboard. False where the browser forbids it: show the text for copying by hand. */
export async function copyText(text: string): Promise<boolean> {
  // Undefined outside secure contexts, whatever the type library says.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard === undefined) return false;
  try {
    await clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
