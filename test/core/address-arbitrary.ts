// Random texts in place of an address.

import fc from 'fast-check';

const storable = (text: string): string => text.replace(/\p{Cs}/gu, '');

// Random combinations of address fragments, valid and invalid, find far more faults than random letters.
const PIECES = [
  'https://', 'http://', 'HTTPS:', 'hxxps://', 'view-source:', 'javascript:', 'data:', 'about:', 'content:', 'file:',
  'tg:', 'magnet:?', 'ed2k://|', 'ftp:', '://', ':', ':443', '/', '\\', '?', '&', '&amp;', '=', '#', '@', '%', '%2F',
  '%C3%A9', 'a', 'é', '😀', 'مثال', 'h', 't', 'tp', 's', 'www.', 'exemple.fr', '.', '[.]', '(dot)', '(', ')', '[', ']',
  '::1', 'a:b@', '//', 'tg:resolve?domain=x', 'rtsp://', 't.me/c/', 'bit.ly/', '.onion.ws', '127.0.0.1', 'localhost', '.onion', 'xn--', 'google.com/url?q=', 'www.google.com/imgres?imgurl=',
  'l.facebook.com/l.php?u=', 'https%3A%2F%2F', 'instagram.com', 'utm_source=x', 'fbclid=1', 'igsh=2', '#:~:text=',
  ' ', '\n', '\t', '\0', '\x01', '\ud800', '\udc00', '\u200b', '\u200c', '\u200d', '\u202e', '\u3000', '"', '<', '>', '«', '»',
  ',', ';', '*', '!',
]; // prettier-ignore

const pieces = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 14 })
  .map((all) => all.join(''));

/** Texts that a reporter may type where the form asks for an address. */
export const anyText = fc.oneof(
  pieces,
  fc.string({ unit: 'binary' }),
  pieces.map((text) => `https://exemple.fr${text}`),
  pieces.map((text) => `https://l.facebook.com/l.php?u=${encodeURIComponent(`https://${storable(text)}`)}`),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
);
