// The code in the guide to the frameworks consists of lines of the examples, in their order, so the documented code
// runs. The site quotes this guide.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const root = new URL('../../', import.meta.url);

interface Snippet {
  /** Address of its source. */
  readonly source: URL;
  readonly lines: readonly string[];
}

const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim());

/** Code of a page whose fence names a file: ```` ```tsx react/App.tsx ````. */
function snippetsOf(page: string): Snippet[] {
  const url = new URL(page, root);
  const fences = readFileSync(url, 'utf8').matchAll(/^```\w+ (\S+)\n(.*?)^```$/gms);
  return [...fences].map(([, file = '', code = '']) => ({
    source: new URL(file, url),
    lines: linesOf(code).filter((line) => line && line !== '…'),
  }));
}

/** The first line that the source does not contain after the preceding lines. */
function missingLine({ source, lines }: Snippet): string | undefined {
  const written = linesOf(readFileSync(source, 'utf8'));
  let from = 0;
  return lines.find((line) => (from = written.indexOf(line, from) + 1) === 0);
}

test('the guide shows what the examples say', () => {
  const snippets = snippetsOf('demo/frameworks/README.md');
  assert.equal(snippets.length, 26);
  for (const snippet of snippets) {
    assert.ok(snippet.lines.length > 0);
    assert.equal(missingLine(snippet), undefined, snippet.source.pathname);
  }
});

test('a line that is not there, or not there any more, is found', () => {
  const source = new URL('demo/frameworks/typescript/main.ts', root);
  const first = "import 'cliquez-signalez/define';";
  assert.equal(missingLine({ source, lines: [first] }), undefined);
  assert.equal(missingLine({ source, lines: [first, first] }), first);
  assert.equal(missingLine({ source, lines: ['no such line'] }), 'no such line');
});

test('all pages keep the place of the button alike', () => {
  const styles = ['react', 'vue', 'svelte', 'angular', 'typescript'].map(
    (name) =>
      /<style>.*<\/style>/s.exec(
        readFileSync(new URL(`demo/frameworks/${name}/index.html`, root), 'utf8'),
      )?.[0],
  );
  assert.ok(styles[0]);
  assert.equal(new Set(styles).size, 1);
});
