// src/widget/types/attributes.ts, written from the manifest: the one table of attributes that all frameworks share.

import { readFileSync, writeFileSync } from 'node:fs';
import type { Attribute, Element } from './element-manifest.ts';

const PATH = new URL('../src/widget/types/attributes.ts', import.meta.url);

const HEAD = `// The attributes of both elements. Written by the build: change src/widget/attributes/.

/** The attributes of \`<cliquez-signalez>\` and \`<cliquez-signalez-form>\`. */
export interface ReportAttributes {
`;

function typeOf({ values, isNumber, isBoolean }: Attribute): string {
  if (isNumber) return 'number | `${number}`';
  // Templates write it without a value, JSX with `true`.
  if (isBoolean) return "boolean | ''";
  return values?.map((value) => `'${value}'`).join(' | ') ?? 'string';
}

const nameOf = ({ name }: Attribute): string => (name.includes('-') ? `'${name}'` : name);

/** Lines of a comment, broken as the formatter leaves them. */
function comment(text: string): string {
  const line = `  /** ${text} */\n`;
  if (line.length <= 111) return line;
  const words = text.split(' ');
  const lines = [''];
  for (const word of words) {
    if (lines.at(-1)!.length + word.length > 104) lines.push('');
    lines.push(`${lines.pop()!} ${word}`);
  }
  return `  /**\n${lines.map((each) => `   *${each}\n`).join('')}   */\n`;
}

function member(attribute: Attribute): string {
  const { values } = attribute;
  const flat = `  ${nameOf(attribute)}?: ${typeOf(attribute)} | undefined;\n`;
  const spread = `  ${nameOf(attribute)}?:\n${(values ?? []).map((value) => `    | '${value}'\n`).join('')}    | undefined;\n`;
  return comment(attribute.description) + (values && flat.length > 111 ? spread : flat);
}

/** The module, as TypeScript. Both elements take the same attributes. */
export const attributesModule = ([button]: readonly [Element, ...Element[]]): string =>
  `${HEAD}${button.attributes.map(member).join('')}}\n`;

/** Brings the module up to date. */
export function writeAttributeTypes(elements: readonly [Element, ...Element[]]): void {
  const text = attributesModule(elements);
  if (readFileSync(PATH, { encoding: 'utf8', flag: 'a+' }) !== text) writeFileSync(PATH, text);
}
