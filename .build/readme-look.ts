// The reference of the look: seeds, presets, parts, states and slots. It comes from the element manifest, which comes
// from the element's own documentation, its only source.

import { readFileSync } from 'node:fs';
import { put, rewriteGuide } from './guide-blocks.ts';

interface Item {
  readonly name: string;
  readonly description: string;
  readonly default?: string;
}
interface Element {
  readonly tagName?: string;
  readonly cssProperties: readonly Item[];
  readonly cssParts: readonly Item[];
  readonly cssStates: readonly Item[];
  readonly slots: readonly Item[];
}

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;

function list(title: string, items: readonly Item[], name: (name: string) => string): string {
  const rows = items.map((item) => row(name(item.name), item.description));
  return `${row(title, 'what it is')}${row('---', '---')}${rows.join('')}\n`;
}

/** The reference, as Markdown. */
export function lookReference({ cssProperties, cssParts, cssStates, slots }: Element): string {
  const properties = cssProperties.map((item) =>
    row(`\`${item.name}\``, `\`${item.default ?? ''}\``, item.description),
  );
  return [
    '\n',
    `${row('property', 'default', 'what it is')}${row('---', '---', '---')}${properties.join('')}\n`,
    list('slot', slots, (name) => (name ? `\`${name}\`` : '(no name)')),
    list('state', cssStates, (name) => `\`:state(${name})\``),
    '<details><summary>The parts, for <code>::part()</code></summary>\n\n',
    list('part', cssParts, (name) => `\`${name}\``),
    '</details>\n\n',
  ].join('');
}

/** The button's entry in the manifest. */
function button(): Element {
  const manifest = JSON.parse(readFileSync(new URL('../custom-elements.json', import.meta.url), 'utf8')) as {
    modules: readonly { declarations: readonly Element[] }[];
  };
  const found = manifest.modules
    .flatMap(({ declarations }) => declarations)
    .find(({ tagName }) => tagName === 'cliquez-signalez');
  if (!found) throw new Error('custom-elements.json does not describe <cliquez-signalez>.');
  return found;
}

/** A guide with this reference. Throws if it has no place for one. */
export const withLookReference = (guide: string): string => put(guide, 'look', lookReference(button()));

/** Brings the reference in the guide for makers of themes up to date. */
export function writeLookReference(): void {
  rewriteGuide('src/widget/theme/README.md', withLookReference);
}
