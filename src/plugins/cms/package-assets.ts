// The assets of every plugin: the built widget, its languages, its licences, and the CSS that reserves its space. Pages load nothing
// from elsewhere.
import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BUILT = fileURLToPath(new URL('../../../dist/cdn', import.meta.url));
const RESERVED_ROOM = fileURLToPath(new URL('reserve.css', import.meta.url));

/** A file of the build, as Vite's manifest has it. */
interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

/** The style sheet that keeps the button's place: it is written here, not built. */
const STYLE = 'reserve.css';

/** Names of the files that a page may load: what the module loads, and `locales/<tag>.js` with what each of them loads. */
export function widgetFiles(): string[] {
  const manifest = JSON.parse(readFileSync(join(BUILT, 'manifest.json'), 'utf8')) as Record<string, Chunk>;
  const keys = new Set(['_cliquez-signalez.js']);
  // The loop adds to the set that it iterates over.
  for (const key of keys) {
    const { imports = [], dynamicImports = [] } = manifest[key]!;
    for (const other of [...imports, ...dynamicImports]) keys.add(other);
  }
  const languages = globSync('locales/*.js', { cwd: BUILT }).map((file) => file.replaceAll('\\', '/'));
  return [...[...keys].map((key) => manifest[key]!.file), ...languages.toSorted()];
}

/** Names of all that a plugin brings along: those files, their licences, the style sheet. */
export const widgetAssets = (): string[] => [...widgetFiles(), 'licences.txt', STYLE];

/** The content of one of them. */
export const readAsset = (name: string): Buffer =>
  readFileSync(name === STYLE ? RESERVED_ROOM : join(BUILT, name));

/** Copies them into a folder: `cliquez-signalez.js`, its languages, what they load, the licences, `reserve.css`. */
export function copyWidget(folder: string): void {
  for (const name of widgetAssets()) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), readAsset(name));
  }
}

/** Copies the style sheet that reserves the space of the button. */
export function copyReservedRoom(file: string): void {
  cpSync(RESERVED_ROOM, file);
}
