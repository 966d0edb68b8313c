// The site's additions to Markdown: addresses for headings, and names for the blocks that scroll sideways.

import type { Markdown, Token } from '@11ty/eleventy';

/** A heading's address: its words, without accents. */
export const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

const plain = (token: Token | undefined): string =>
  token?.children?.map(({ content }) => content).join('') ?? '';

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Gives each heading an address that occurs once on the page. */
function addressHeadings({ tokens }: { readonly tokens: readonly Token[] }): void {
  const seen = new Map<string, number>();
  tokens.forEach((token, index) => {
    if (token.type !== 'heading_open') return;
    const id = slug(plain(tokens[index + 1]));
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    token.attrSet('id', count === 1 ? id : `${id}-${count}`);
  });
}

/** The words of the last heading before a token. */
function headingBefore(tokens: readonly Token[], index: number): string {
  const at = tokens.slice(0, index).findLastIndex(({ type }) => type === 'heading_open');
  return plain(tokens[at + 1]);
}

/** Opens a block that scrolls sideways where it is too wide, also by keyboard. */
export const scroller = (name: string, kind = 'table'): string =>
  `<div class="scroller ${kind}" role="group" tabindex="0" aria-label="${escapeHtml(name)}">`;

/** Adds all of it to the generator's Markdown. */
export function amendMarkdown(markdown: Markdown): void {
  markdown.core.ruler.push('address headings', addressHeadings);
  const { rules } = markdown.renderer;
  rules['table_open'] = (tokens, index) => `${scroller(headingBefore(tokens, index))}<table>\n`;
  rules['table_close'] = () => '</table></div>\n';
  rules['fence'] = (tokens, index) => {
    const { content, info } = tokens[index]!;
    const [kind = ''] = info.split(' ');
    return `<pre tabindex="0" role="group" aria-label="${escapeHtml(`Code, ${headingBefore(tokens, index)}`)}"><code class="${escapeHtml(kind)}" translate="no">${escapeHtml(content.trimEnd())}</code></pre>\n`;
  };
}

/** A heading of the second level, for the list at the side of a page. */
export interface Place {
  readonly id: string;
  readonly title: string;
}

/** The headings of the second level of a page's content. */
export const places = (html: string): Place[] =>
  [...html.matchAll(/<h2 id="([^"]+)"[^>]*>(.*?)<\/h2>/gs)].map(([, id = '', title = '']) => ({ id, title }));
