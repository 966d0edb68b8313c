// Quotes text of an endpoint so that it has no effect on a terminal, a log or a page.

/**
 * A short quotation of untrusted text: at most 80 characters of a harmless alphabet, `?` for any other.
 * @param text a header or a piece of a body; null if there is none
 */
export function quote(text: string | null): string {
  if (text === null) return 'nothing';
  const characters = [...text];
  const harmless = characters
    .slice(0, 80)
    .map((character) => (/[\w .,:;/+*=()-]/.test(character) ? character : '?'));
  return `"${harmless.join('')}${characters.length > 80 ? '...' : ''}"`;
}
