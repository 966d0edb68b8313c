// Takes the white space and the comments out of `html` and `css` templates, which a minifier leaves as they are.

import type { Plugin } from 'vite';

/** Within a style sheet, white space separates words; around punctuation it is for the eye. */
export const shrinkCss = (text: string): string =>
  text
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};>!]) ?/g, '$1')
    .replace(/([:,]) /g, '$1')
    .replace(/;\}/g, '}')
    .replace(/(?<=[\d)]) \* (?=[\d(v.-])/g, '*')
    .replace(/(?<![\w.#-])0(?=\.\d)/g, '');

/** Within markup, a line break with its indentation is worth one space; a tag's last space, and quotes round a word, nothing. */
const shrinkHtml = (text: string): string =>
  text
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll(' >', '>')
    .replace(/="([\w-]+)"(?=[ >])/g, '=$1');

/**
 * Rewrites the text of tagged templates, and leaves everything else of a module as it is.
 * The scanner knows comments, strings and nested templates; a regular expression that holds a quote would mislead it,
 * so it is given the modules of elements and theme only.
 */
export function shrinkTemplates(code: string): string {
  let out = '';
  let at = 0;
  const copyTo = (end: number): void => {
    out += code.slice(at, end);
    at = end;
  };
  const skipString = (quote: string): void => {
    let end = at + 1;
    while (code[end] !== quote) end += code[end] === '\\' ? 2 : 1;
    copyTo(end + 1);
  };
  const template = (tag: string): void => {
    const shrink =
      tag === 'css'
        ? shrinkCss
        : tag === 'html' || tag === 'svg'
          ? shrinkHtml
          : (text: string): string => text;
    copyTo(at + 1);
    let text = '';
    for (;;) {
      if (code[at] === '\\') text += code.slice(at, (at += 2));
      else if (code[at] === '`' || code.startsWith('${', at)) {
        out += shrink(text);
        text = '';
        if (code[at] === '`') return copyTo(at + 1);
        copyTo(at + 2);
        expression('}');
      } else text += code[at++];
    }
  };
  const expression = (until: string): void => {
    let depth = 0;
    while (at < code.length) {
      const char = code[at] ?? '';
      if (code.startsWith('//', at)) copyTo(Math.max(code.indexOf('\n', at), at + 2));
      else if (code.startsWith('/*', at)) copyTo(code.indexOf('*/', at) + 2);
      else if (char === "'" || char === '"') skipString(char);
      else if (char === '`') template(/(\w*)$/.exec(out)?.[1] ?? '');
      else {
        copyTo(at + 1);
        if (char === '{') depth += 1;
        if (char === until && depth === 0) return;
        if (char === '}') depth -= 1;
      }
    }
  };
  expression('');
  return out;
}

/** The above, for the build. */
export const minifyTemplates: Plugin = {
  name: 'minify-templates',
  enforce: 'pre',
  transform: {
    filter: { id: /\/src\/(elements|theme)\/.*\.ts$/ },
    handler: (code) => ({ code: shrinkTemplates(code), map: null }),
  },
};
