// What our buttons keep of a page, and what they move in it: counts, which other work of the machine does not change.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { launchBench } from './bench-page.ts';
import { clickToForm, cycling, mounting, slowDevice, type Bench } from './measures.ts';
import { serveSubjects } from './subjects.ts';

let browser: Browser;
let server: Awaited<ReturnType<typeof serveSubjects>>;
let bench: Bench;

before(async () => {
  browser = await launchBench();
  server = await serveSubjects();
  bench = { browser, origin: server.origin };
});

after(async () => {
  await browser.close();
  await server.close();
});

test('a thousand buttons keep little more than those of a minimal Lit element', async (t) => {
  const ours = await mounting(bench, 'ours', 1_000);
  const lit = await mounting(bench, 'lit', 1_000);
  const times = ours['heap']! / lit['heap']!;
  t.diagnostic(`heap of a button ${ours['heap']} bytes, ${times.toFixed(2)} times that of the other`);
  assert.ok(times <= 1.5, `${times}`);
  assert.ok(Math.round(ours['nodes']!) <= Math.round(lit['nodes']!) + 3, `${ours['nodes']} nodes`);
  assert.ok(Math.round(ours['listeners']!) <= 4, `${ours['listeners']} listeners`);
});

test('200 openings and closings leave no node and no listener behind', async () => {
  const { nodes, listeners } = await cycling(bench, 'ours', 200);
  assert.deepEqual({ nodes, listeners }, { nodes: 0, listeners: 0 });
});

test('the form has focus in the very frame in which it is first seen, and nothing on the page has moved', async () => {
  for (const isWarm of [false, true]) {
    const { unfocused } = await clickToForm(bench, 'ours', { isFast4G: true, isWarm });
    assert.equal(unfocused, 0, isWarm ? 'warm' : 'cold');
  }
  const { shift } = await slowDevice(bench, 'ours', 4);
  assert.equal(shift, 0);
});
