// The assets of every plugin: the built widget, its languages, its licences, and the CSS that reserves its space. Pages load nothing
// from elsewhere.
import { cpSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BUILT = fileURLToPath(new URL('../../../dist/cdn', import.meta.url));
const RESERVED_ROOM = fileURLToPath(new URL('reserve.css', import.meta.url));

/** A file of the build, as Vite's manifest has it. */
interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

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

/** Copies the widget of the last build into a folder: `cliquez-signalez.js`, its languages, what they load, the licences. */
export function copyWidget(folder: string): void {
  for (const name of [...widgetFiles(), 'licences.txt']) cpSync(join(BUILT, name), join(folder, name));
}

/** Copies the style sheet that reserves the space of the button. */
export function copyReservedRoom(file: string): void {
  cpSync(RESERVED_ROOM, file);
}
