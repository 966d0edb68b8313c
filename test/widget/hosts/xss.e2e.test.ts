// Injection: payloads in every attribute, token, message, opener, answer and field never run, send no request, and
// create no element. A page that inserts the payloads with `innerHTML` proves that the test would notice.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { suite, test, type TestContext } from 'node:test';
import french from '../../../src/words/locales/fr.json' with { type: 'json' };
import { PROBLEM_PREFIX, readReceipt } from '../../../src/core/report/protocol.ts';
import { startCdn, startServer } from '../../setup/site.ts';
import { NAUGHTY } from '../../receiver/naughty-strings.ts';
import { ENGINES, launch } from '../../setup/browsers.ts';
import { DRIVER_SOURCE } from '../../setup/driver-source.ts';
import { isEvery, someOf, thirdOf } from '../../setup/every.ts';

const PATIENT = { timeoutMs: 180_000 };
const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

const PAYLOADS = [
  ...new Set([
    ...read('xss-payloads.txt').split('\n----\n')[1]!.split('\n').filter(Boolean),
    // Other tests cover blank text.
    ...NAUGHTY.filter((text) => text.trim() !== ''),
  ]),
];

interface Described {
  readonly tagName?: string;
  readonly attributes?: readonly { readonly name: string }[];
  readonly cssProperties?: readonly { readonly name: string }[];
}
const { modules } = JSON.parse(read('../../../custom-elements.json')) as {
  modules: readonly { readonly declarations?: readonly Described[] }[];
};
const widget = modules.flatMap(({ declarations = [] }) => declarations).find(({ tagName }) => tagName)!;
const attributes = [...widget.attributes!.map(({ name }) => name), 'debug', 'src', 'title', 'id', 'dir'];
const tokens = widget.cssProperties!.map(({ name }) => name);

const NONCE = 'eHNz';

/** Replaces everything that would run or send a request: records the call, and blocks it. */
const TRAPS = `
  window.executed = [];
  window.violations = [];
  window.errors = [];
  for (const name of ['alert', 'prompt', 'confirm', 'print', 'xss', 'open', 'write'])
    window[name] = document[name] = (...given) => void executed.push(name + ' ' + String(given[0]).slice(0, 60));
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
    violations.push([effectiveDirective, blockedURI, sample].join(' ')));
  addEventListener('error', ({ message }) => errors.push(message));
  addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason?.stack)));
`;

/** The payloads for `innerHTML`: those that act by themselves and stay in place. */
const CONTROL = `
  window.control = async (payloads) => {
    const box = document.createElement('div');
    document.body.append(box);
    for (const payload of payloads) box.innerHTML = payload;
    await new Promise((done) => setTimeout(done, 300));
    box.remove();
    return executed.length;
  };
`;
const ACTING = PAYLOADS.filter((text) =>
  /^<(img|svg|video|audio)\b[^>]{0,60}\bon(error|load)\s*=\s*["']?(alert|prompt|confirm)\(/i.test(text),
).slice(0, 200);

/** Where the payloads go. */
const PARTS = ['intoButton', 'intoForm', 'intoOpeners', 'fromServer'] as const;

/** Number of payloads in one answer. */
const WORDS = 64;

/** A server that answers with payloads alone: receipts and problems of every kind, in turn. */
function hostileAnswer(
  payloads: readonly string[],
  turn: number,
  key: string,
): { status: number; type: string; body: string } {
  const word = (n: number): string => payloads[(turn * WORDS + n) % payloads.length]!;
  const errors = Array.from({ length: 20 }, (_, n) => ({
    pointer: word(n),
    code: word(20 + n),
    detail: word(40 + n),
  }));
  errors.push({ pointer: '/content/description', code: word(60), detail: word(61) });
  const problem = (name: string): object => ({
    type: PROBLEM_PREFIX + name,
    title: word(61),
    detail: word(62),
    instance: word(63),
    errors,
  });
  // Contains every field of a refusal, so that no payload is left out.
  const receipt = {
    ...problem(word(4)),
    submissionId: key,
    reference: word(0),
    receivedAt: word(1),
    message: word(3),
  };
  const time = '2026-11-24T10:00:00Z';
  const answers: readonly (readonly [number, object])[] = [
    [201, receipt],
    [201, { ...receipt, receivedAt: time }],
    [201, { ...receipt, receivedAt: time, reference: 'ABCD-1234' }],
    [422, problem('invalid')],
    [400, problem('malformed')],
    [403, problem('partner')],
    [409, problem('version')],
    [413, problem('too-large')],
    [422, { ...problem(''), type: word(4), title: word(5), cause: errors, errors: word(6) }],
    [503, problem('unavailable')],
    [200, [word(0), word(1), errors]],
  ];
  const [status, body] = answers[turn % answers.length]!;
  return {
    status,
    type: turn % 13 === 12 ? 'text/html' : status < 300 ? 'application/json' : 'application/problem+json',
    body:
      turn % 13 === 12 ? Array.from({ length: WORDS }, (_, n) => word(n)).join('\n') : JSON.stringify(body),
  };
}

const PAGE_SOURCE = stripTypeScriptTypes(read('xss-page.ts')).replace(
  '../../../demo/gallery/driver.ts',
  './driver.js',
);

async function startSite(t: TestContext, payloads: readonly string[]) {
  const cdn = await startCdn(t, {
    'driver.js': DRIVER_SOURCE,
    'xss-page.js': PAGE_SOURCE,
  });
  let turns = 0;
  const pageFor = (isControl: boolean): string => `<!doctype html><html lang="fr"><meta charset="utf-8">
    <link rel="icon" href="data:,"><body><script nonce="${NONCE}">${TRAPS}${isControl ? CONTROL : ''}</script>
    ${isControl ? '' : `<script type="module" nonce="${NONCE}" src="${cdn.origin}/cliquez-signalez.js"></script>`}
    <script type="module" nonce="${NONCE}">
      import { Driver } from '${cdn.origin}/driver.js';
      import { injectAll } from '${cdn.origin}/xss-page.js';
      const payloads = await (await fetch('/payloads')).json();
      Object.assign(window, { Driver, injectAll, payloads });
    </script>`;
  const policyFor = (isControl: boolean): string =>
    [
      "default-src 'none'",
      `script-src ${cdn.origin} 'unsafe-inline' 'unsafe-eval'`,
      "style-src 'unsafe-inline'",
      'img-src data:',
      `connect-src 'self' ${cdn.origin}`,
      ...(isControl ? [] : ["require-trusted-types-for 'script'", 'trusted-types cliquez-signalez']),
    ].join('; ');
  // The policy reports every inline script, whether or not its effect is noticed.
  const strict = `script-src ${cdn.origin} 'nonce-${NONCE}'; style-src 'none'; img-src data:`;
  const site = await startServer(t, ({ url = '', headers, method }, response) => {
    const isControl = url === '/control';
    if (url === '/answer/count') response.end(String(turns));
    else if (url === '/answer' && method === 'POST') {
      const { status, type, body } = hostileAnswer(payloads, turns, String(headers['idempotency-key']));
      turns += 1;
      const retryAfter = payloads[turns]!.replace(/[^ -~]/g, '');
      response.writeHead(status, { 'content-type': type, 'retry-after': retryAfter }).end(body);
    } else if (url === '/payloads') response.end(JSON.stringify(payloads));
    else {
      const told = isControl ? {} : { 'content-security-policy-report-only': strict };
      const html = { 'content-type': 'text/html; charset=utf-8' };
      response
        .writeHead(200, { ...html, 'content-security-policy': policyFor(isControl), ...told })
        .end(pageFor(isControl));
    }
  });
  return { ...site, turns: () => turns };
}

test('what a receipt may show has no payload in it', () => {
  const id = 'a';
  const known = { submissionId: id, reference: 'ABCD-1234', receivedAt: '2026-11-24T10:00:00Z' };
  for (const text of PAYLOADS) {
    const receipts = ['reference', 'receivedAt'].map((name) =>
      readReceipt({ ...known, [name]: text, message: text }, id),
    );
    for (const shown of receipts) assert.match(shown?.reference ?? '', /^[0-9A-Z -]*$/);
  }
});

/** Half of them: what each engine's third is made of. */
const DRAWN = someOf(PAYLOADS, PAYLOADS.length / 2);

// In parallel: each test is busy with one page, and there are at least two cores.
suite('in a page', { concurrency: ENGINES.length }, () => {
  for (const engine of ENGINES) {
    test(engine, async (t) => {
      const payloads = thirdOf(engine, DRAWN);
      const { origin, requests, turns } = await startSite(t, payloads);
      const browser = await launch(engine);
      t.after(() => browser.close());
      const page = await browser.newPage();

      await t.test('the control runs them', async () => {
        await page.goto(`${origin}/control`);
        await page.waitFor('Boolean(window.payloads)', PATIENT);
        await page.evaluate(
          `void control(${JSON.stringify(ACTING)}).then((ran) => { window.ran = ran + 1; })`,
        );
        const ran = (await page.waitFor<number>('window.ran', PATIENT)) - 1;
        t.diagnostic(`${engine}: control: ${ran} executions of ${ACTING.length} payloads`);
        assert.ok(ran > 10, `${ran} executions of ${ACTING.length}`);
      });

      const answers = Math.ceil(payloads.length / WORDS);
      /** Each part of the page gets a third of them, all with `EVERY=1`; the server answers with all of them. */
      const payloadsFor = (part: (typeof PARTS)[number]): string =>
        isEvery || part === 'fromServer'
          ? 'payloads'
          : `payloads.filter((_, index) => index % 3 === ${PARTS.indexOf(part)})`;
      const runOf = (
        part: (typeof PARTS)[number],
      ): string => `{ payloads: ${payloadsFor(part)}, attributes: ${JSON.stringify(attributes)}, tokens: ${JSON.stringify(tokens)}, keys: ${JSON.stringify(Object.keys(french))},
        hostileEndpoint: '${origin}/answer', answers: ${answers} }`;
      for (const part of PARTS) {
        await t.test(`${part}: nothing runs`, async () => {
          await page.goto(`${origin}/`);
          await page.waitFor("Boolean(window.payloads && customElements.get('cliquez-signalez'))", PATIENT);
          const startedAt = performance.now();
          await page.evaluate(`void injectAll('${part}', ${runOf(part)}, Driver).then(
            (found) => { window.ended = JSON.stringify(found); }, (error) => { window.ended = String(error.stack); })`);
          const found = await page.waitFor<string>('window.ended', PATIENT);
          t.diagnostic(`${engine}: ${part}: ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
          assert.equal(found, '[]');
          assert.deepEqual(await page.evaluate('executed'), []);
          assert.deepEqual(await page.evaluate('violations'), []);
          assert.deepEqual(await page.evaluate('errors'), []);
        });
      }
      assert.ok(turns() >= answers);
      const asked = new Set(requests.map(({ path }) => path));
      assert.deepEqual([...asked].toSorted(), ['/', '/answer', '/answer/count', '/control', '/payloads']);
    });
  }
});
