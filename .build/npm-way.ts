// The cost for an application that installs the package: built with Vite, as its developer would, minified, with one
// import.

import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { constantHashes } from './constant-hashes.ts';

const ENTRY = 'virtual:application';

/** The name of a file of dist/chunks ends with a hash, and the application's build adds another one. */
const HASHES = /-[\w-]{8}-[\w-]{8}/;

/**
 * The scripts that an application with the package loads at once, as they are measured: with constant hashes.
 * @param define the file of the package that it imports
 */
export async function applicationScripts(
  define = fileURLToPath(new URL('../dist/define.js', import.meta.url)),
): Promise<readonly string[]> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'application',
        resolveId: (id) => (id === ENTRY ? `\0${ENTRY}` : null),
        load: (id) => (id === `\0${ENTRY}` ? `import ${JSON.stringify(define)};` : null),
      },
    ],
    build: { write: false, modulePreload: false, rolldownOptions: { input: ENTRY } },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) =>
    'output' in one ? one.output : [],
  );
  const chunks = new Map(
    outputs.flatMap((one) => (one.type === 'chunk' ? [[one.fileName, one] as const] : [])),
  );
  const entry = [...chunks.values()].find(({ isEntry }) => isEntry);
  if (!entry) throw new Error('Vite made no script of an application that imports the package.');
  const names = [...chunks.keys()].map((name) => posix.basename(name));
  const measured = constantHashes(names, HASHES);
  return [entry.code, ...entry.imports.map((name) => chunks.get(name)?.code ?? '')].map(measured);
}
