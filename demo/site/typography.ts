// French spacing: signs that French sets off by a space keep it on their line. Authors type plain spaces.

const NO_BREAK = '\u00A0';
const NARROW = '\u202F';

/** Tags, and elements whose text is code. */
const NOT_PROSE = /(<(pre|code|script|style|samp|kbd)\b.*?<\/\2>|<[^>]*>)/gs;

function spaced(text: string): string {
  return text
    .replaceAll(/ (?=:(?:\s|$))/g, NO_BREAK)
    .replaceAll(/ (?=[;?!])/g, NARROW)
    .replaceAll(/« /g, `«${NO_BREAK}`)
    .replaceAll(/ »/g, `${NO_BREAK}»`)
    .replaceAll(/(?<=\d) (?=(?:%|×|px|ko|Mo|ms|s|µs|min|kB|octets)(?![\w]))/g, NO_BREAK)
    .replaceAll(/(?<=\d) (?=\d{3}(?!\d))/g, NARROW);
}

/** A page of French text with its spaces. */
export function withFrenchSpacing(html: string): string {
  let from = 0;
  let done = '';
  for (const { 0: skipped, index } of html.matchAll(NOT_PROSE)) {
    done += spaced(html.slice(from, index)) + skipped;
    from = index + skipped.length;
  }
  return done + spaced(html.slice(from));
}
