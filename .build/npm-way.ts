// The cost for an application that installs the package: built with Vite, as its developer would, minified, with one
// import.

import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ENTRY = 'virtual:application';

/** The scripts that an application with the package loads at once. */
export async function applicationScripts(): Promise<readonly string[]> {
  const define = fileURLToPath(new URL('../dist/define.js', import.meta.url));
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
  return [entry.code, ...entry.imports.map((name) => chunks.get(name)?.code ?? '')];
}
