// The page for analysts from the package as it is published: the same as from the sources, script and words included.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openStore } from '../../src/receiver/index.ts';
import { ordinaryRows } from '../receiver/analyst-page-given.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

test('the published command makes the page that the sources make', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'page-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const database = `sqlite:${join(folder, 'reports.sqlite')}`;
  const store = await openStore(database);
  for (const row of ordinaryRows(10)) await store.put(row);
  await store.close();
  const pages = ['dist/packages/cliquez-signalez-receiver/dist/cli.js', 'src/receiver/cli.ts'].map(
    (program, index) => {
      const output = join(folder, `${index}.html`);
      const options = ['--database', database, '--format', 'html', '--output', output];
      execFileSync(process.execPath, [join(root, program), 'export', ...options], { stdio: 'ignore' });
      return readFileSync(output, 'utf8');
    },
  );
  assert.match(pages[0]!, /startPage\(\);/);
  assert.equal(pages[0], pages[1]);
});
