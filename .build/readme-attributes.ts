// The README's table of attributes: their order from the table that the widget reads, the rest from the element manifest.

import { ATTRIBUTES } from '../src/attributes.ts';
import { readElements } from './element-manifest.ts';
import { put, rewriteGuide } from './readme-figures.ts';

function rows(): string {
  const [button] = readElements();
  const byName = new Map(button?.attributes.map((attribute) => [attribute.name, attribute]));
  return ATTRIBUTES.map((name) => {
    const { description = '', values = [] } = byName.get(name) ?? {};
    return `| \`${name}\` | ${description} | ${values.map((word) => `\`${word}\``).join(' ')} |\n`;
  }).join('');
}

/** The README with its attributes. Throws where it has no place for them. */
export const withAttributes = (readme: string): string =>
  put(readme, 'attributes', `| attribute | what it does | words |\n| --- | --- | --- |\n${rows()}`);

/** Brings the README's table up to date. */
export const writeAttributes = (): void => rewriteGuide('README.md', withAttributes);
