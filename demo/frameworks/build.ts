// Builds an example as its users would, with Vite: files for the browser and, where the framework renders on a server,
// a module for Node.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type InlineConfig } from 'vite';
import { installPackages } from './packages.ts';

/** The examples, each in the folder of that name. */
export const EXAMPLES = ['react', 'vue', 'svelte', 'angular', 'typescript'] as const;
export type ExampleName = (typeof EXAMPLES)[number];

/** For development, frameworks warn of what does not match when they hydrate, and React mounts twice. */
export type Mode = 'development' | 'production';

/** An example that was built. */
export interface Example {
  /** The page as the server renders it. */
  readonly rendered: () => Promise<string>;
  /** The page without the app, which the browser then renders by itself. */
  readonly empty: string;
}

interface ServerModule {
  readonly render: (page: string) => string | Promise<string>;
}

const quiet: InlineConfig['build'] = {
  emptyOutDir: false,
  rolldownOptions: { checks: { pluginTimings: false } },
};
const here = fileURLToPath(new URL('.', import.meta.url));

/** Builds an example into a folder. Its files for the browser, in `assets`, want to be served under `/<name>/`. */
export async function buildExample(name: ExampleName, folder: string, mode: Mode): Promise<Example> {
  installPackages();
  const root = join(here, name);
  const configFile = join(root, 'vite.config.ts');
  const config: InlineConfig = {
    root,
    base: `/${name}/`,
    mode,
    logLevel: 'warn',
    configFile: existsSync(configFile) && configFile,
    define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
    resolve: { conditions: ['module', 'browser', mode] },
  };
  await build({
    ...config,
    build: {
      ...quiet,
      outDir: folder,
      minify: mode === 'production',
      // Angular's compiler, which is in its example, is larger than Vite thinks good.
      chunkSizeWarningLimit: 2000,
    },
  });
  const empty = await readFile(join(folder, 'index.html'), 'utf8');
  const entry = ['server.ts', 'server.tsx'].map((file) => join(root, file)).find((file) => existsSync(file));
  if (!entry) return { empty, rendered: () => Promise.resolve(empty) };
  await build({
    ...config,
    resolve: { conditions: ['module', 'node', mode] },
    // A module that stands alone: the folder may be far from node_modules.
    ssr: { noExternal: true, resolve: { conditions: ['module', 'node', mode] } },
    build: { ...quiet, outDir: join(folder, 'server'), ssr: entry },
  });
  const { render } = (await import(pathToFileURL(join(folder, 'server', 'server.js')).href)) as ServerModule;
  return { empty, rendered: async () => render(empty) };
}
