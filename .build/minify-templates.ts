// Takes the white space and the comments out of `html` and `css` templates, which a minifier leaves as they are.

import type { Plugin } from 'vite';

/** Within a style sheet, white space separates words; around punctuation it is for the eye, as quotes round a word are. */
export const shrinkCss = (text: string): string =>
  text
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};>!]) ?/g, '$1')
    .replace(/([:,]) /g, '$1')
    .replace(/;\}/g, '}')
    .replace(/(?<=[\d)]) \* (?=[\d(v.-])/g, '*')
    .replace(/(?<![\w.#-])0(?=\.\d)/g, '')
    .replace(/=(['"])([a-z]\w*)\1\]/g, '=$2]');

/** Elements around and in which a line break is never seen, since they are blocks in our style sheets or draw no text. */
const BLOCKS = 'div|p|form|fieldset|legend|dialog|section|details|summary|[uod]l|li|dt|dd|h\\d|path';
/** Elements in whose beginning and end it is not seen. */
const BOXES = 'button|textarea|select|svg';

const UNSEEN_BREAKS = [
  new RegExp(`\\s*\\n\\s*(?=</?(?:${BLOCKS})\\b|</(?:${BOXES})>)`, 'g'),
  new RegExp(`(?<=<(?:/?(?:${BLOCKS})|${BOXES})\\b[^<>]*>)\\s*\\n\\s*`, 'g'),
];

/**
 * Within markup, a line break with its indentation is worth one space, or nothing: each would be a node on the page. A
 * tag's last space, and quotes round a word, are worth nothing.
 */
const shrinkHtml = (text: string): string =>
  UNSEEN_BREAKS.reduce((shrunk, breaks) => shrunk.replace(breaks, ''), text)
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll(' >', '>')
    .replace(/="([\w-]+)"(?=[ >])/g, '=$1');

/** Stands for what is put into a template; no source has it. */
const MARK = '\0';

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
    const before = out;
    const expressions: string[] = [];
    // Looked at as a whole, with a mark where something is put in: a tag may go on behind it.
    let text = '';
    for (;;) {
      if (code[at] === '\\') text += code.slice(at, (at += 2));
      else if (code[at] === '`') break;
      else if (code.startsWith('${', at)) {
        out = '';
        copyTo(at + 2);
        expression('}');
        expressions.push(out);
        text += MARK;
      } else text += code[at++];
    }
    out = before + shrink(text).replaceAll(MARK, () => expressions.shift() ?? '');
    copyTo(at + 1);
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
