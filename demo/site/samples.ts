// Code that pages show: made by the build's own snippets, quoted from tested files, or checked while it is made.

import { readFileSync } from 'node:fs';
import { EXAMPLE, FOLDER, snippet, type Install, type Integrity } from '../../.build/snippets.ts';
import { plainReport } from '../../src/tools/conformance/test-reports.ts';
import { reportSchema } from '../../src/core/report/report.ts';
import { VERSION } from '../../src/core/version.ts';
import type { Language } from './languages.ts';

const root = new URL('../../', import.meta.url);
const text = (path: string): string => readFileSync(new URL(path, root), 'utf8');

const fence = (kind: string, code: string): string => `\n\`\`\`${kind}\n${code.trimEnd()}\n\`\`\`\n`;

/** The hashes of this build. */
const integrity = (): Integrity => JSON.parse(text('dist/cdn/integrity.json')) as Integrity;

const LINK: Readonly<Record<Language, string>> = {
  fr: 'Signaler un contenu illégal à Point de Contact',
  en: 'Report illegal content to Point de Contact',
};

/** The HTML of a way to install, with the hashes of the files that this site offers. */
export function install(language: Language, way: string): string {
  const code = snippet(way as Install, integrity(), {
    base: `/${FOLDER}/`,
    attributes: EXAMPLE,
    linkText: LINK[language],
  });
  return fence('html', code);
}

/**
 * A code block of a guide, by its first line after the fence: `tsx react/App.tsx`. Tests hold these blocks to the files
 * that they name.
 */
export function quoted(_: Language, guide: string, info: string): string {
  const at = text(guide).split(`\n\`\`\`${info}\n`)[1];
  if (at === undefined) throw new Error(`${guide} has no code block « ${info} ».`);
  return fence('excerpt', at.split('\n```')[0]!);
}

/**
 * Lines of a tested file, from the first one that has some words up to the next one that has others.
 */
export function source(_: Language, file: string, from: string, to: string): string {
  const lines = text(file).split('\n');
  const first = lines.findIndex((line) => line.includes(from));
  const last = lines.findIndex((line, index) => index >= first && line.includes(to));
  if (first < 0 || last < 0) throw new Error(`${file} has no lines from « ${from} » to « ${to} ».`);
  const indent = /^ */.exec(lines[first]!)![0].length;
  return fence(
    'excerpt',
    lines
      .slice(first, last + 1)
      .map((line) => line.slice(indent))
      .join('\n'),
  );
}

/** A report with the least that it may hold. Throws where the schema refuses it. */
export function reportExample(language: Language): string {
  const report = {
    ...plainReport('ville-exemple'),
    submissionId: '5d1c3c1e-6f0b-4c55-9f39-2f6f2b0f7a10',
    submittedAt: '2027-03-02T09:14:00Z',
    locale: language,
    content: {
      description: language === 'fr' ? 'Vu dans les commentaires.' : 'Seen among the comments.',
    },
  };
  return fence('json', JSON.stringify(reportSchema.parse(report), null, 2));
}

/** A link that downloads a file of the build, with its size. */
export function download(language: Language, file: string): string {
  const entry = integrity()[file];
  if (!entry) throw new Error(`dist/cdn has no file « ${file} ».`);
  const size = Math.round(entry.bytes / 1_000).toLocaleString(language);
  return `<a href="/cdn/${file}" download>${file}</a> (${size} ${language === 'fr' ? 'ko' : 'kB'})`;
}

/** The style sheet that gives the widget the look of a design system, and a link that downloads it. */
export function mapping(language: Language, system: string): string {
  const file = `${system}.css`;
  const css = text(`src/widget/theme/mappings/${file}`);
  const lead = language === 'fr' ? 'À télécharger' : 'To download';
  const colon = language === 'fr' ? ' :' : ':';
  return `${lead}${colon} <a href="/cdn/themes/${file}" download>${file}</a>\n${fence('css', css)}`;
}

/** The files of the module, with size and hash, as a folded list. */
export function files(language: Language): string {
  const rows = Object.entries(integrity()).map(
    ([file, { integrity: hash, bytes }]) =>
      `<tr><th scope="row"><a href="/cdn/${file}" download>${file}</a></th><td class="number">${bytes.toLocaleString(language)}</td><td><code translate="no">${hash}</code></td></tr>`,
  );
  const said =
    language === 'fr'
      ? ['Tous les fichiers, avec leur empreinte', 'Fichier', 'Octets', 'Empreinte (integrity)']
      : ['Every file, with its hash', 'File', 'Bytes', 'Hash (integrity)'];
  return `<details><summary>${said[0]}</summary><div class="scroller" role="group" tabindex="0" aria-label="${said[0]}"><table><thead><tr><th scope="col">${said[1]}</th><th scope="col" class="number">${said[2]}</th><th scope="col">${said[3]}</th></tr></thead><tbody>${rows.join('')}</tbody></table></div></details>\n`;
}

/** The version of the library. */
export const version = (): string => VERSION;
