// What an endpoint wrote, as far as it may be repeated: in a terminal, a log or a page it must do nothing.

/**
 * A short quotation of untrusted text: at most 80 characters of a harmless alphabet, `?` for any other.
 * @param text a header or a piece of a body; null where there is none
 */
export function quote(text: string | null): string {
  if (text === null) return 'nothing';
  const characters = [...text];
  const harmless = characters
    .slice(0, 80)
    .map((character) => (/[\w .,:;/+*=()-]/.test(character) ? character : '?'));
  return `"${harmless.join('')}${characters.length > 80 ? '...' : ''}"`;
}
