// dist/packages/: the published packages, a folder each. Each holds its manifest, the files that its entries
// reach, and its documents. `npm pack dist/packages/<name>` makes the archive.

import {
  chmodSync,
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publishedManifest, type Manifest } from './published-manifest.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A package: its manifest, its documents by their place in the package, and files that no entry imports. */
interface Package {
  readonly manifest: string;
  readonly documents: Readonly<Record<string, string>>;
  readonly files: readonly string[];
}

const PACKAGES: readonly Package[] = [
  {
    manifest: 'package.json',
    documents: {
      'README.md': 'README.md',
      'README.fr.md': 'README.fr.md',
      'src/widget/theme/README.md': 'src/widget/theme/README.md',
      'custom-elements.json': 'custom-elements.json',
    },
    files: [
      'dist/web-types.json',
      'dist/vscode.*.json',
      'dist/widget/types/attributes.d.ts',
      'dist/licences.txt',
      'dist/sbom.json',
    ],
  },
  {
    manifest: 'src/receiver/package.json',
    documents: { 'README.md': 'src/receiver/README.md' },
    files: [
      'dist/app/*.{html,js,png,txt,webmanifest}',
      'dist/app/languages/*/*.{html,webmanifest}',
      'dist/deployment/*',
      'dist/receiver/licences.txt',
      'dist/receiver/sbom.json',
    ],
  },
  {
    manifest: 'src/tools/package.json',
    documents: { 'README.md': 'src/tools/README.md' },
    files: ['dist/tools/licences.txt', 'dist/tools/sbom.json'],
  },
];

/** Documents that every package brings along. */
const COMMON = ['LICENSE', 'CHANGELOG.md', 'SECURITY.md'];

/** The archive keeps the rights of files, which otherwise follow the builder's umask. npm makes the bin executable. */
const FILE_MODE = 0o644;

/** Specifiers of imports and exports in scripts and declarations. */
const IMPORTS = /\b(?:from|import)\s*\(?\s*["'](\.[^"']+)["']/g;

/** The files that an entry reaches by imports, itself among them; paths from the root of the project. */
function reached(entries: readonly string[]): Set<string> {
  const found = new Set<string>();
  const add = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    if (!/\.(?:js|d\.ts)$/.test(path)) return;
    for (const [, specifier = ''] of readFileSync(join(root, path), 'utf8').matchAll(IMPORTS)) {
      const target = normalize(join(dirname(path), specifier));
      // Declarations import the modules under the names of their sources.
      add(path.endsWith('.d.ts') ? target.replace(/(?:\.d)?\.ts$/, '.d.ts') : target);
    }
  };
  entries.forEach(add);
  return found;
}

/** The files that a manifest names. A name with `*` stands for all of a folder, without source maps and lists of Vite. */
function entriesOf({ exports, bin = {} }: Manifest): string[] {
  const named = Object.values(exports).flatMap((entry) =>
    typeof entry === 'string' ? [entry] : [entry.types, ...(entry.default ? [entry.default] : [])],
  );
  return [...named, ...Object.values(bin)]
    .map((path) => normalize(path))
    .filter((path) => path !== 'package.json')
    .flatMap((path) =>
      path.includes('*')
        ? globSync(path.replace(/\*$/, '**/*.*'), { cwd: root }).filter(
            (file) => !/\.map$|manifest\.json$/.test(file),
          )
        : [path],
    );
}

/** A document whose links to files that are not in the package have become plain text, without the pictures that are not. */
function withoutDeadLinks(text: string, folder: string, place: string): string {
  const isHere = (target: string): boolean => existsSync(join(folder, dirname(place), target));
  return text
    .replaceAll(
      /\[([^\]]+)\]\((?!https?:|#|mailto:)([^)#\s]+)(#[^)\s]*)?\)/g,
      (link, words: string, target: string) => (isHere(target) ? link : words),
    )
    .replaceAll(/ *<img src="([^"]+)"[^>]*>\n/g, (picture, target: string) => (isHere(target) ? picture : ''))
    .replaceAll('<p>\n</p>\n\n', '');
}

/** Writes the folder of each package. */
export function writePackages(): void {
  for (const { manifest: path, documents, files } of PACKAGES) {
    const manifest = publishedManifest(path);
    const folder = join(root, 'dist/packages', manifest.name);
    const put = (from: string, to = from): void => {
      const [source, target] = [join(root, from), join(folder, to)];
      mkdirSync(dirname(target), { recursive: true });
      // Lists for editors and tools are read by programs alone.
      if (/^(?:dist\/)?[\w.-]+\.json$/.test(to))
        writeFileSync(target, JSON.stringify(JSON.parse(readFileSync(source, 'utf8'))));
      else copyFileSync(source, target);
    };
    for (const file of reached(entriesOf(manifest))) put(file);
    for (const file of files.flatMap((pattern) => globSync(pattern, { cwd: root }))) put(file);
    for (const name of COMMON) put(name);
    for (const [place, source] of Object.entries(documents)) put(source, place);
    for (const place of [...COMMON, ...Object.keys(documents)].filter((name) => name.endsWith('.md'))) {
      const file = join(folder, place);
      writeFileSync(file, withoutDeadLinks(readFileSync(file, 'utf8'), folder, place));
    }
    writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
      if (entry.isFile()) chmodSync(join(entry.parentPath, entry.name), FILE_MODE);
  }
}
