// The basis of every end-to-end test: each engine opens a page, types, moves the focus and resizes.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { ENGINES, launch } from './browsers.ts';

const HTML = `<!doctype html><html lang="en"><title>Engine</title><link rel="icon" href="data:,">
  <input id="first" autofocus> <button id="second">Second</button>
  <script>addEventListener('click', (event) => { document.title = event.target.id; });</script>`;

let server: Server;
let url: string;

before(async () => {
  server = createServer((_request, response) => {
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'set-cookie': 'taste=plain' })
      .end(HTML);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

after(() => {
  server.close();
  server.closeAllConnections();
});

for (const engine of ENGINES) {
  test(`${engine} types, tabs, clicks, waits and resizes`, async (t) => {
    const browser = await launch(engine);
    t.after(() => browser.close());
    const page = await browser.newPage({ width: 500, height: 600 });
    await page.goto(url);
    const focused = (): Promise<unknown> => page.evaluate(() => document.activeElement?.id);

    await page.waitFor(() => document.activeElement?.id === 'first');
    await page.type('hello');
    assert.equal(await page.evaluate('first.value'), 'hello');

    await page.press('Tab');
    assert.equal(await focused(), 'second');
    await page.press('Shift+Tab');
    assert.equal(await focused(), 'first');

    const middle = await page.evaluate((id: string) => {
      const box = document.getElementById(id)!.getBoundingClientRect();
      return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
    }, 'second');
    await page.click(middle.x, middle.y);
    await page.waitFor('document.title === "second"');

    assert.equal(await page.evaluate(() => innerWidth), 500);
    await page.setViewport({ width: 900, height: 500 });
    await page.waitFor('innerWidth === 900 && innerHeight === 500');

    assert.deepEqual(
      (await page.cookies()).map(({ name, value }) => `${name}=${value}`),
      ['taste=plain'],
    );
    assert.equal(await page.evaluate(async (n: number) => Promise.resolve(n + 1), 1), 2);
    await assert.rejects(
      page.waitFor(() => false, { timeoutMs: 100 }),
      /Not so within 100 ms/,
    );

    const picture = `.screenshots/${engine}/browsers.png`;
    await page.screenshot(picture);
    assert.ok((await stat(picture)).size > 0);
  });

  test(`${engine} keeps the cookies of two pages apart`, async (t) => {
    const browser = await launch(engine);
    t.after(() => browser.close());
    const first = await browser.newPage();
    await first.goto(url);
    const second = await browser.newPage();
    assert.deepEqual(await second.cookies(), []);
    await first.close();
  });
}
