// The archive for webmasters: the widget's files, the code to paste, and a page to try them from the disk. It needs no
// tool but a text editor.

import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { VERSION } from '../src/core/version.ts';
import { EXAMPLE, FOLDER } from './snippets.ts';
import { phpFiles } from '../src/plugins/php/files.ts';
import { zip } from '../src/plugins/zip.ts';

const root = new URL('../', import.meta.url);
const read = (path: string): Buffer => readFileSync(new URL(path, root));

/** The text of the link inside the button, in the language of each guide. */
const LINK_TEXT = {
  'LISEZMOI.txt': 'Signaler un contenu illégal à Point de Contact',
  'README.txt': 'Report illegal content to Point de Contact',
} as const;

/** The lines that a webmaster pastes: the folder stands at the root of the same site. */
const lines = (linkText: string): string => `<link rel="stylesheet" href="/${FOLDER}/reserve.css">
<cliquez-signalez
  endpoint="${EXAMPLE.endpoint}"
  hotline="${EXAMPLE.hotline}"
  hotline-url="${EXAMPLE['hotline-url']}"
  country="${EXAMPLE.country}"
>
  <a href="${EXAMPLE['hotline-url']}">${linkText}</a>
</cliquez-signalez>
<script type="module" src="/${FOLDER}/cliquez-signalez.js"></script>`;

/** Windows' older editors take a text without this mark for Windows-1252, and do not break a line at LF alone. */
const forAnyEditor = (text: string): string => `\u{feff}${text.replaceAll('\n', '\r\n')}`;

const guide = (name: keyof typeof LINK_TEXT): string =>
  forAnyEditor(
    read(`.build/webmaster/${name}`)
      .toString()
      .replace('{version}', VERSION)
      .replace('{lines}', lines(LINK_TEXT[name])),
  );

/** Files for our own tools: source maps, and the lists that Vite writes of its files. */
const FOR_TOOLS = /\.map$|manifest\.json$/;

/** Everything in the archive, by path in its folder, sorted. Needs a built dist. */
export function webmasterFiles(): Map<string, Buffer> {
  const built = globSync('**/*.*', { cwd: fileURLToPath(new URL('dist/cdn/', root)) });
  const files: [string, Buffer][] = [
    ...built
      .filter((name) => !FOR_TOOLS.test(name))
      .map((name): [string, Buffer] => [name, read(`dist/cdn/${name}`)]),
    ['LISEZMOI.txt', Buffer.from(guide('LISEZMOI.txt'))],
    ['README.txt', Buffer.from(guide('README.txt'))],
    ['LICENSE.txt', Buffer.from(forAnyEditor(read('LICENSE').toString()))],
    [
      'essayer.html',
      Buffer.from(read('.build/webmaster/essayer.html').toString().replace('{version}', VERSION)),
    ],
    ...[...phpFiles()].map(([name, text]): [string, Buffer] => [`php/${name}`, Buffer.from(text)]),
  ];
  return new Map(files.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** The archive: all files in one folder. */
export const webmasterArchive = (): Buffer =>
  zip([...webmasterFiles()].map(([path, content]) => [`${FOLDER}/${path}`, content]));
