// The command `check-page` on real pages: its output, its exit code, and what it says of pages that do not come. Which rule
// finds what is in test/plugins/expectations.e2e.test.ts.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { PageReport } from '../../../src/tools/page-check/index.ts';
import { startCommand } from '../../receiver/server-process.ts';
import { startServer } from '../../setup/site.ts';
import { startMadeSite, WIDGET } from './made-site.ts';

const CLI = fileURLToPath(new URL('../../../src/tools/cli.ts', import.meta.url));
/** Runs the command to its end. */
async function checkPage(t: TestContext, args: readonly string[], environment: Record<string, string> = {}) {
  const { ended, output } = startCommand(t, ['check-page', ...args], environment, CLI);
  return { code: await ended, ...output };
}

test('a page that holds ends with 0, and each of the fifteen points has its line', async (t) => {
  const origin = await startMadeSite(t);
  const { code, stdout, stderr } = await checkPage(t, [`${origin}/`, '--country', 'FR', '--lang', 'fr']);
  assert.deepEqual([code, stderr], [0, '']);
  const marks = [...stdout.matchAll(/^(\S) +(\d+)\. /gm)].map(([, mark, point]) => `${point}${mark}`);
  assert.equal(marks.join(' '), '1- 2- 3✓ 4✓ 5✓ 6- 7✓ 8✓ 9✓ 10✓ 11✓ 12- 13✓ 14- 15-');
  assert.match(
    stdout,
    /^✓ {2}3\. It brings the widget along — all files of the widget come from the site itself$/m,
  );
  assert.match(stdout, /^- 14\. It goes without a trace — cannot be seen from outside: remove the plugin/m);
  assert.match(
    stdout,
    /\nNothing that can be seen falls short\. Points that hold: 9; that fall short: 0; in doubt: 0; not seen\nfrom outside: 6\.\n$/,
  );
  assert.ok(stdout.split('\n').every((line) => [...line].length <= 100));
  assert.doesNotMatch(stdout, /\u001B/);
});

test('a page that falls short ends with 1, and says how to mend it', async (t) => {
  const { code, stdout } = await checkPage(t, [`${await startMadeSite(t)}/flawed`]);
  assert.equal(code, 1);
  assert.match(
    stdout,
    /^✗ {2}7\. Country and languages\n {6}country is "fr"\n {8}Mend: Ask the owner for it: two capitals, as FR\.$/m,
  );
  for (const point of [3, 5, 10]) assert.match(stdout, new RegExp(`^✗ +${point}\\. `, 'm'));
});

test('--json gives the whole report, of a feed as well', async (t) => {
  const origin = await startMadeSite(t);
  const { code, stdout } = await checkPage(t, [`${origin}/feed`, '--json']);
  const report = JSON.parse(stdout) as PageReport;
  assert.deepEqual([code, report.isFine, report.points.length], [1, false, 15]);
  const short = report.points.filter(({ outcome }) => outcome !== 'skipped');
  assert.deepEqual(
    short.map(({ point, findings }) => [point, findings[0]?.seen]),
    [[12, 'the feed "/feed" has a script of the widget']],
  );
});

test('a page without the button falls short of the link alone', async (t) => {
  const { code, stdout } = await checkPage(t, [`${await startMadeSite(t)}/plain`]);
  assert.equal(code, 1);
  assert.match(
    stdout,
    /^✗ {2}4\. A link stands inside\n {6}there is no button in the HTML that the server sends$/m,
  );
  assert.match(
    stdout,
    / Points that hold: 0; that fall short: 1; in doubt: 0; not seen from outside:\n14\.\n$/,
  );
});

test('where no page comes, one sentence says so', async (t) => {
  const origin = await startMadeSite(t);
  const said = async (path: string): Promise<unknown> => {
    const { code, stdout, stderr } = await checkPage(t, [path]);
    assert.deepEqual([code, stdout], [1, '']);
    return stderr.replaceAll(origin, '').trim();
  };
  assert.equal(await said(`${origin}/nowhere`), '/nowhere answers with HTTP 404.');
  assert.equal(await said(`${origin}/picture`), '/picture is no page and no feed, but image/png.');
  // Nothing listens on this port of the system’s services.
  assert.match(String(await said('http://127.0.0.1:9/')), /cannot be examined: .+\.$/);
});

test('a wrong call ends with 2, and says how to call it', async (t) => {
  for (const [args, sentence] of [
    [[], /<address> is missing/],
    [['www.example.org'], /<address> must be that of a page, such as https:.*not « www\.example\.org »/],
    [['https://me:secret@example.org/'], /must be that of a page/],
    [['https://example.org/', '--own', 'example.org'], /--own must be scheme, host and port alone/],
    [['https://example.org/', '--fly'], /There is no option --fly/],
  ] as const) {
    const { code, stderr } = await checkPage(t, args);
    assert.equal(code, 2);
    assert.match(stderr, sentence);
  }
});

test('files on a further origin of the site are its own where --own says so', async (t) => {
  const files = await startMadeSite(t);
  const { origin } = await startServer(t, (_, response) => {
    const script = `<script type="module" src="${files}/w/cliquez-signalez.js?v=1"></script>`;
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(`<html lang="fr"><link rel="stylesheet" href="${files}/s.css">${WIDGET}${script}`);
  });
  const alone = await checkPage(t, [origin]);
  assert.equal(alone.code, 1);
  assert.match(
    alone.stdout,
    /^✗ {2}3\. .+\n {6}the script does not come from the site itself, but from "http/m,
  );
  assert.match(alone.stdout, /^✗ {2}9\. /m);
  const { code, stdout } = await checkPage(t, [origin, '--own', files]);
  assert.equal(code, 0, stdout);
});
