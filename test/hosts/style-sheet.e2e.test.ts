// A page that attacks by its style sheet alone, whose fonts and pictures tell its server: what is typed stays out of its
// fonts, from the field to the exact report and the code, and no size or scrolling follows a field's text.
import assert from 'node:assert/strict';
import { after, before, test, type TestContext } from 'node:test';
import { ENGINES, launch, type Browser } from '../setup/browsers.ts';
import { DRIVER_SOURCE } from '../setup/driver-source.ts';
import { PATIENT, startCdn, startServer } from '../setup/site.ts';
import { fontFace, fontsAsked } from './attacks/style-sheet.ts';

/** Letters that no sentence of the form has, by where they are typed. */
const TYPED = { address: 'ж', details: 'щ', email: 'ю', code: 'λ' };
const RECEIPT = { reference: 'PC-2026', receivedAt: '2026-12-01T00:00:00Z' };

const PARTS = ['input', 'reference', 'summary-row', 'notice', 'option-hint', 'dialog'];

/** Every way of giving the form a font; the second family takes the names that a code was set in. */
const FONTS = [
  ...Object.entries(TYPED).map(([name, letter]) => fontFace('spy', name, letter)),
  fontFace('spy', 'sentence', 'é'),
  ...['SF Mono', 'Consolas', 'ui-monospace'].map((family) => fontFace(family, 'number', '2')),
  fontFace('numbers', 'number', '2'),
  `* { font-family: spy !important; }
  cliquez-signalez {
    --cs-font: spy, serif;
    --cs-font-heading: spy, serif;
    font: 1rem spy !important;
    ${PARTS.map((name) => `&::part(${name}) { font-family: spy, serif !important; }`).join('\n')}
    &::part(reference) { font-family: numbers, serif !important; }
  }`,
].join('\n');

/** Fields as wide as their text, and fields that scroll: a rule for each width, a bar and an animation that load a picture. */
const SIZES = `
  cliquez-signalez::part(input) {
    field-sizing: content !important;
    box-sizing: border-box;
    inline-size: auto;
    max-inline-size: 300px;
    min-block-size: 0;
    max-block-size: 60px;
    white-space: pre;
    anchor-name: --field;
    animation: scrolls linear !important;
    animation-timeline: scroll(self inline) !important;
    scroll-timeline: --field inline !important;
  }
  cliquez-signalez::part(input)::-webkit-scrollbar { block-size: 10px; background: url("/seen/bar"); }
  @keyframes scrolls { from, to { background-image: url("/seen/scrolls"); } }
  .ruler { position: absolute; inset: 0 auto auto 0; inline-size: anchor-size(--field inline); container-type: inline-size; }
  ${Array.from({ length: 61 }, (_, n) => `@container (inline-size >= ${n * 5}px) { i { background: url("/seen/${n * 5}"); } }`).join('\n')}`;

/** A page with this style sheet, a form in it, and what its server was asked for. */
async function open(
  t: TestContext,
  browser: Browser,
  styles: string,
): Promise<{ asked: () => string[]; drive: (script: string) => Promise<void> }> {
  const cdn = await startCdn(t);
  const site = await startServer(t, async (request, response) => {
    const { url = '', method } = request;
    if (url === '/driver.js')
      return void response.writeHead(200, { 'content-type': 'text/javascript' }).end(DRIVER_SOURCE);
    if (method === 'POST') {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      const { submissionId } = JSON.parse(body) as { submissionId: string };
      return void response
        .writeHead(201, { 'content-type': 'application/json' })
        .end(JSON.stringify({ submissionId, ...RECEIPT }));
    }
    if (url !== '/') return void response.writeHead(404).end();
    return void response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><html lang="fr">
      <meta charset="utf-8"><title>Un site</title><link rel="icon" href="data:,"><style>${styles}</style>
      <script type="module">
        import { Driver } from '/driver.js';
        import '${cdn.origin}/cliquez-signalez.js';
        window.driver = new Driver(document.querySelector('cliquez-signalez'));
      </script>
      <cliquez-signalez mode="inline" endpoint="/v1/reports" follow-up="/v1/follow-up" country="FR"></cliquez-signalez>
      <div class="ruler"><i>m</i></div>`);
  });
  const page = await browser.newPage();
  t.after(() => page.close());
  await page.goto(site.origin);
  await page.waitFor('window.driver != null', PATIENT);
  const drive = async (script: string): Promise<void> => {
    await page.evaluate(
      `void (window.outcome = '', (async () => { ${script} })().then(() => (outcome = 'done'), (e) => (outcome = String(e))))`,
    );
    assert.equal(await page.waitFor('window.outcome', { timeoutMs: 60_000 }), 'done');
    await fontsAsked(page);
  };
  const asked = (): string[] =>
    site.requests.map(({ path }) => path).filter((path) => /^\/(?:font|seen)\//.test(path));
  return { asked, drive };
}

for (const engine of ENGINES) {
  let browser: Browser;
  before(async () => {
    browser = await launch(engine);
  });
  after(() => browser.close());

  test(`${engine}: the fonts of the page are asked for what the form says, never for what is typed`, async (t) => {
    const { asked, drive } = await open(t, browser, FONTS);
    await drive(`await driver.reachDetails('sexual_harassment', 'exemple.fr/${TYPED.address}');
      await driver.fill('details', 'a ${TYPED.details}');
      await driver.choose('reply', 'yes');
      await driver.fill('email', '${TYPED.email}@exemple.fr');`);
    await drive(`await driver.next();
      await driver.click('.exact summary');
      await driver.wait('.exact code');`);
    await drive(`await driver.next(); await driver.wait('output');`);
    assert.deepEqual(new Set(asked()), new Set(['/font/sentence']));
    const followUp = await open(t, browser, FONTS);
    await followUp.drive(`await driver.reachFollowUp(); await driver.fill('code', '${TYPED.code}');`);
    assert.deepEqual(new Set(followUp.asked()), new Set(['/font/sentence']));
  });

  test(`${engine}: no size and no scrolling follows what is typed in a field`, async (t) => {
    const { asked, drive } = await open(t, browser, SIZES);
    await drive(`await driver.reachDetails('sexual_harassment', 'exemple.fr/x');`);
    const untyped = asked();
    for (const text of ['mm', 'mm'.repeat(9), 'mm'.repeat(90)])
      await drive(`await driver.fill('details', '${text}');`);
    assert.deepEqual(asked(), untyped);
  });
}
