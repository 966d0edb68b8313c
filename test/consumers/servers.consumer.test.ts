// The recipe for servers that write HTML, as Express runs it: the files stand in the folder of the recipe, under its headers
// and its policy, and a report arrives on another origin.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { FOLDER } from '../../.build/snippets.ts';
import { DEFAULT_PATH } from '../../src/receiver/protocol/paths.ts';
import { checkPage } from '../../src/tools/page-check/index.ts';
import { readPolicies } from '../widget/hosts/policies.ts';
import { launch } from '../setup/browsers.ts';
import { freePort } from '../setup/free-port.ts';
import { startReceiver } from '../setup/receiver.ts';
import { answerByKeyboard, sendByKeyboard, tabToLauncher } from '../setup/site.ts';
import { spawnTied } from '../setup/tied.ts';
import { until } from '../setup/until.ts';
import { install } from './consumer.ts';

test('express', async (t) => {
  const receiver = await startReceiver();
  t.after(() => receiver.stop());
  const folder = await install(t, 'express');
  const port = await freePort();
  const server = spawnTied('node', ['server.js'], {
    cwd: folder,
    env: { ...process.env, PORT: `${port}`, ENDPOINT: receiver.url + DEFAULT_PATH },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  t.after(async () => {
    const exited = once(server, 'exit');
    server.kill();
    await exited;
  });
  const origin = `http://127.0.0.1:${port}`;
  await until(
    () =>
      fetch(origin).then(
        ({ ok }) => ok,
        () => false,
      ),
    'Express answers',
  );

  await t.test('its policy is one that was measured, and its files are kept for ever', async () => {
    const page = await fetch(origin);
    const measured = readPolicies().find(({ name }) => name === 'Files on the page’s own site')!;
    assert.equal(
      `Content-Security-Policy: ${page.headers.get('content-security-policy')!.replaceAll(/\s*;\s*/g, '; ')}`,
      measured.header.replace('{endpoint}', receiver.url),
    );
    for (const [name, type] of [
      ['cliquez-signalez.js', 'text/javascript'],
      ['reserve.css', 'text/css'],
    ] as const) {
      const file = await fetch(`${origin}/${FOLDER}/${name}`);
      assert.equal(file.status, 200, name);
      assert.equal(file.headers.get('content-type')?.split(';')[0], type);
      assert.equal(file.headers.get('cache-control'), 'public, max-age=31536000, immutable');
    }
  });

  await t.test('the page keeps the points of the guide for plugins that visitors see', async () => {
    const { points } = await checkPage(origin, { embed: 'script', country: 'FR', lang: 'fr' });
    assert.deepEqual(
      points.filter(({ outcome }) => outcome === 'failed' || outcome === 'warning'),
      [],
    );
  });

  await t.test('a report arrives, and the policy refuses nothing', async (t2) => {
    const browser = await launch('chromium');
    t2.after(() => browser.close());
    const page = await browser.newPage();
    await page.goto(origin);
    await page.evaluate(
      "window.refused = []; addEventListener('securitypolicyviolation', ({ blockedURI }) => refused.push(blockedURI))",
    );
    await tabToLauncher(page);
    await page.press('Enter');
    await answerByKeyboard(page, {
      category: 'unsure',
      address: 'https://exemple.fr/fil',
      details: 'Vu hier.',
    });
    await sendByKeyboard(page);
    assert.equal(receiver.reports().length, 1);
    assert.deepEqual(await page.evaluate('refused'), []);
  });
});
