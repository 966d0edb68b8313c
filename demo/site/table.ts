// Tables as HTML on one line: Markdown takes an empty line for the end of a block.

import { escapeHtml, scroller } from './markdown.ts';

/** A cell: HTML, and whether it is a figure. */
export interface Cell {
  readonly html: string;
  readonly isNumber?: boolean;
  /** Language of the cell, where it is another one than the page's. */
  readonly lang?: string;
}

/** Text with `code` in it, as HTML. */
export const inline = (text: string): string =>
  escapeHtml(text)
    .replaceAll(/`([^`]+)`/g, '<code translate="no">$1</code>')
    .replaceAll(/\*\*([^*]+)\*\*/g, '<b>$1</b>')
    .replaceAll('\n', ' ');

/** A cell of text. */
export const cell = (text: string, lang?: string): Cell => ({ html: inline(text), ...(lang && { lang }) });

/** A cell of a figure. */
export const figure = (text: string): Cell => ({ html: escapeHtml(text), isNumber: true });

function tag(name: 'th' | 'td', { html, isNumber, lang }: Cell, scope?: 'col' | 'row'): string {
  const attributes = [
    scope && ` scope="${scope}"`,
    isNumber && ' class="number"',
    lang && ` lang="${lang}"`,
  ].filter(Boolean);
  return `<${name}${attributes.join('')}>${html}</${name}>`;
}

/**
 * A table whose first column heads the rows.
 * @param name its name for screen readers, at the place where it scrolls
 */
export function table(name: string, head: readonly Cell[], rows: readonly (readonly Cell[])[]): string {
  const body = rows.map(
    ([first, ...others]) =>
      `<tr>${first ? tag('th', first, 'row') : ''}${others.map((other) => tag('td', other)).join('')}</tr>`,
  );
  return `${scroller(name)}<table><thead><tr>${head.map((one) => tag('th', one, 'col')).join('')}</tr></thead><tbody>${body.join('')}</tbody></table></div>\n`;
}
