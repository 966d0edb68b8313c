// A page that attacks by its style sheet alone, whose fonts and pictures tell its server: what is typed stays out of its
// fonts, from the field to the exact report and the code, and no size or scrolling follows a field's text.
import assert from 'node:assert/strict';
import { after, before, test, type TestContext } from 'node:test';
import { ENGINES, launch, type Browser, type Page } from '../../setup/browsers.ts';
import { DRIVER_SOURCE } from '../../setup/driver-source.ts';
import { PATIENT, startCdn, startServer } from '../../setup/site.ts';
import { fontFace, fontsAsked } from './attacks/style-sheet.ts';

const words = (list: string): string[] => list.split(/\s+/);

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

/** A picture for each size of the page's own ruler, in steps of so many pixels. */
const measured = (size: 'inline-size' | 'block-size', steps: number, step: number): string =>
  Array.from({ length: steps }, (_, n) => n * step)
    .map((px) => `@container (${size} >= ${px}px) { i { background: url("/seen/${px}"); } }`)
    .join('\n');

/** Fields as wide as their text, and fields that scroll: a bar and an animation that load a picture. */
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
  ${measured('inline-size', 61, 5)}`;

/** A ruler beside the form, as high as the form. */
const HEIGHT = `body { display: grid; grid-template-columns: 1fr 2rem; }
  .ruler { container-type: size; }
  ${measured('block-size', 200, 20)}`;

/** What a selector can tell of a field: a picture for each, which the browser asks the page's server for. */
const STATES = words(`blank valid invalid user-valid user-invalid in-range out-of-range required optional
  placeholder-shown read-write autofill indeterminate default lang(ar) state(filled)`);
const PSEUDO_ELEMENTS =
  words(`selection placeholder before after marker highlight(x) spelling-error target-text
  -webkit-input-placeholder -webkit-textfield-decoration-container -moz-list-bullet`);
const LOOKS = [
  ...STATES.map(
    (state, n) => `cliquez-signalez::part(input):${state} { --seen-${n}: url("/seen/${state}"); }`,
  ),
  ...PSEUDO_ELEMENTS.map(
    (name) => `cliquez-signalez::part(input)::${name} { content: "x"; background: url("/seen/${name}"); }`,
  ),
  `cliquez-signalez::part(input) {
    background: ${STATES.map((_, n) => `var(--seen-${n}, none)`).join(', ')};
    cursor: url("/seen/cursor"), auto;
    list-style-image: url("/seen/list");
    border-image-source: url("/seen/border");
  }
  cliquez-signalez::part(input):dir(rtl) { background: url("/seen/rtl"); list-style-image: url("/seen/rtl"); }`,
].join('\n');

/** A page with this style sheet, a form in it, and what its server was asked for. */
async function open(
  t: TestContext,
  browser: Browser,
  styles: string,
): Promise<{ asked: () => string[]; drive: (script: string) => Promise<void>; page: Page }> {
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
  return { asked, drive, page };
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

  test(`${engine}: no state, pseudo-element or picture of a field follows its text, but for its direction`, async (t) => {
    const { asked, drive } = await open(t, browser, LOOKS);
    await drive(`await driver.reachDetails('sexual_harassment', 'exemple.fr/x');`);
    await drive(`await driver.fill('details', 'm');`);
    const typed = new Set(asked());
    assert.ok(typed.size > 4, [...typed].join());
    for (const text of ['a@exemple.fr', '3', 'mm'.repeat(90)])
      await drive(`await driver.fill('details', '${text}');`);
    assert.deepEqual(new Set(asked()), typed);
    await drive(`await driver.fill('details', 'שלום');`);
    // Any engine may match this selector again while somebody types; WebKit always does.
    assert.deepEqual(new Set(asked().filter((path) => path !== '/seen/rtl')), typed);
    if (engine === 'webkit') assert.ok(asked().includes('/seen/rtl'));
  });

  // What follows is no promise: it holds the page's warnings to the truth, in one engine.
  if (engine !== 'chromium') continue;

  test(`${engine}: the review tells a style sheet about how much was written`, async (t) => {
    const heights: number[] = [];
    for (const text of ['m', 'm', 'mm '.repeat(90)]) {
      const { drive, page } = await open(t, browser, HEIGHT);
      await drive(`await driver.reachDetails('sexual_harassment', 'exemple.fr/x');
        await driver.fill('details', '${text}');
        await driver.next();`);
      heights.push(
        await page.evaluate(
          `parseInt(getComputedStyle(document.querySelector('i')).backgroundImage.split('/seen/')[1])`,
        ),
      );
    }
    assert.equal(heights[1], heights[0]);
    assert.ok(heights[2]! > heights[0]!, heights.join());
  });

  test(`${engine}: a font in slices tells its server what is chosen, a font of one file does not`, async (t) => {
    const told = async (faces: string, category: string): Promise<Set<string>> => {
      const { asked, drive } = await open(t, browser, `${faces} cliquez-signalez { --cs-font: spy, serif; }`);
      await drive(`await driver.reachDetails('${category}', 'exemple.fr/x');`);
      return new Set(asked());
    };
    const slices = Array.from('0123456789', (digit) => fontFace('spy', digit, digit)).join('\n');
    const numbers = [await told(slices, 'sexual_harassment'), await told(slices, 'suicide_incitement')];
    assert.notDeepEqual(numbers[0], numbers[1]);
    const whole = '@font-face { font-family: spy; src: url("/font/whole"); }';
    for (const category of ['sexual_harassment', 'suicide_incitement'])
      assert.deepEqual(await told(whole, category), new Set(['/font/whole']));
  });
}
