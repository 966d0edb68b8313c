// The clipboard, which a browser, a frame's policy or an http page may refuse.

/** Copies a text. @returns whether it was copied */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
