// The site, built once for a test file, and its pages as trees of elements.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { globSync } from 'node:fs';
import type { Node } from 'vscode-html-languageservice';
import { buildSite } from '../../demo/site/build.ts';

// The ES module build of this package needs a bundler.
const require = createRequire(import.meta.url);
const { getLanguageService, TextDocument } =
  require('vscode-html-languageservice') as typeof import('vscode-html-languageservice');

/** An element of a page. */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Its HTML, without its own tags. */
  readonly inner: string;
  /** Whether it ends where its end tag stands. */
  readonly isClosed: boolean;
}

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
/** Elements of SVG that a page may close at once. */
const SELF_CLOSING = /^(?:rect|line|path)$/;

const unescape = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

/** Every element of an HTML text, in the order of the text. */
export function elementsOf(html: string): Element[] {
  const document = TextDocument.create('file:///page.html', 'html', 1, html);
  const { roots } = getLanguageService().parseHTMLDocument(document);
  const flat = (nodes: readonly Node[]): Element[] =>
    nodes.flatMap((node) => {
      const attributes = Object.entries(node.attributes ?? {}).map(([name, value]) => [
        name,
        unescape((value ?? '').replace(/^"|"$/g, '')),
      ]);
      const { tag = '', startTagEnd = node.end, endTagStart } = node;
      const isVoid = VOID.test(tag) || SELF_CLOSING.test(tag);
      return [
        {
          tag,
          attributes: Object.fromEntries(attributes) as Record<string, string>,
          inner: html.slice(startTagEnd, endTagStart ?? startTagEnd),
          isClosed: isVoid || endTagStart !== undefined,
        },
        ...flat(node.children),
      ];
    });
  return flat(roots);
}

/** The text of an element without elements in it. */
export const textOf = ({ inner }: Element): string => unescape(inner);

/** The site in a folder of its own. */
export interface BuiltSite {
  readonly folder: string;
  /** Every page, by its path from the folder: `fr/index.html`. */
  readonly pages: ReadonlyMap<string, string>;
  remove(): void;
}

/** Builds the site. */
export async function builtSite(): Promise<BuiltSite> {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  await buildSite(folder);
  const paths = globSync('**/*.html', { cwd: folder }).toSorted();
  return {
    folder,
    pages: new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')])),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
