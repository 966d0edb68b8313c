// `npm run wordpress`: packs the plugin as one archive that WordPress installs: its own files, the widget, and
// translations.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { THEMES } from '../../widget/attributes/looks.ts';
import { LANGUAGES } from '../cms/languages.ts';
import { widgetFiles } from '../cms/package-assets.ts';
import { phpFiles } from '../php/files.ts';
import { editorTranslations, phpTranslations, readPo, template } from './translations.ts';
import { zip } from '../zip.ts';

const NAME = 'cliquez-signalez';
const SOURCE = new URL(`${NAME}/`, import.meta.url);
const WIDGET = new URL('../../../dist/cdn/', import.meta.url);
const ROOT = new URL('../../../', import.meta.url);
const ARCHIVE = new URL('dist/wordpress/cliquez-signalez.zip', ROOT);

/** The languages that come with the plugin, besides the English of its sources. */
const LOCALES = ['fr_FR'];

/** The plugin's own files, by their path in its folder. */
export function sourceFiles(): Map<string, string> {
  const paths = readdirSync(SOURCE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      `${parentPath.replace(/\/?$/, '/')}${name}`.slice(fileURLToPath(SOURCE).length),
    )
    .toSorted();
  return new Map(paths.map((path) => [path, readFileSync(new URL(path, SOURCE), 'utf8')]));
}

/** Files that pages may load. Each script comes with its source map, which holds the readable source. */
function assets(): Map<string, string> {
  const files = widgetFiles().flatMap((file) =>
    // Files that hold only the bundler's own lines have no map.
    [file, `${file}.map`].filter((name) => existsSync(new URL(name, WIDGET))),
  );
  return new Map(
    [...files, 'licences.txt'].map((file) => [`assets/${file}`, readFileSync(new URL(file, WIDGET), 'utf8')]),
  );
}

/** A file that does nothing but return a value, with the guard that the directory's reviewers look for in every file. */
const guarded = (text: string): string =>
  text.replace(/^<\?php\n(?:\/\/.*\n)*/, "$&\ndefined( 'ABSPATH' ) || exit;\n");

/** The readme with its figures, which the build knows. */
function readme(text: string): string {
  const { moments } = JSON.parse(readFileSync(new URL('dist/sizes.json', ROOT), 'utf8')) as {
    moments: Record<string, { readonly brotli: number }>;
  };
  const kilobytes = (moment: string): string => (moments[moment]!.brotli / 1000).toFixed(0);
  const figures: Readonly<Record<string, string>> = {
    'before a click': kilobytes('before a click'),
    'first step': kilobytes('step 1 in French'),
    'further languages': String(
      LANGUAGES.filter(({ tag, isBuiltIn }) => !isBuiltIn && !tag.endsWith('-simple')).length,
    ),
    themes: String(THEMES.theme.length),
  };
  return text.replaceAll(/\{(.*?)\}/g, (place, name: string) => figures[name] ?? place);
}

/** The template of translations, extracted from the current sources. */
export const freshTemplate = (): string => template(NAME, version(), sourceFiles());

const version = (): string =>
  (JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')) as { version: string }).version;

/** Everything in the archive, by path in the plugin's folder. */
export function pluginFiles(): Map<string, string> {
  const files = new Map([
    ...sourceFiles(),
    ...assets(),
    ...[...phpFiles()].map(([name, text]): [string, string] => [`php/${name}`, guarded(text)]),
    ['readme.txt', readme(sourceFiles().get('readme.txt')!)],
    ['license.txt', readFileSync(new URL('LICENSE', ROOT), 'utf8')],
  ]);
  for (const locale of LOCALES) {
    const base = `languages/${NAME}-${locale}`;
    const po = readPo(files.get(`${base}.po`)!);
    files.set(`${base}.l10n.php`, phpTranslations(po));
    files.set(`${base}-${NAME}-button-editor-script.json`, editorTranslations(locale, po));
  }
  return files;
}

/** The archive. Each run gives identical bytes. */
export function packagePlugin(): Buffer {
  return zip([...pluginFiles()].map(([path, text]) => [`${NAME}/${path}`, Buffer.from(text)]));
}

if (import.meta.main) {
  writeFileSync(new URL(`languages/${NAME}.pot`, SOURCE), freshTemplate());
  const archive = packagePlugin();
  mkdirSync(dirname(fileURLToPath(ARCHIVE)), { recursive: true });
  writeFileSync(ARCHIVE, archive);
  console.log(`dist/wordpress/cliquez-signalez.zip  ${Math.round(archive.length / 1024)} KiB`);
}
