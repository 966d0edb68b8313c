// What a partner's page sees of the hotline's frame in it, without reading it: the same for every answer, as long as the
// reporter taps as often.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CATEGORIES } from '../../src/core/categories.ts';
import { first } from '../../src/i18n/locales/fr/first.ts';
import { rest } from '../../src/i18n/locales/fr/rest.ts';
import { ENGINES, launch } from '../setup/browsers.ts';
import { startReceiver } from '../setup/receiver.ts';
import { observe, type Observed } from './attacks/observer.ts';
import { answer, FORM, visit, waitForTitle, WIDGET, type Visit } from './isolated-visit.ts';
import { PATIENT } from './site.ts';

/** A whole report of one category, in which one question is answered; how often something is pressed is the same for all. */
async function reportOne(seen: Visit, category: string, option: string): Promise<Observed> {
  const { tab, frame } = seen;
  await tab.evaluate('forgetObserved()');
  await answer(seen, category, rest['s2.title']);
  await answer(seen, 'here', rest['s3.title']);
  await press(seen, '.questions > summary');
  await frame.waitFor(`${FORM}.querySelector('.questions fieldset') !== null`, PATIENT);
  await press(seen, option, ' ');
  await frame.waitFor(`${FORM}.querySelector('${option}:checked') !== null`, PATIENT);
  await pressPrimaryAt(seen, rest['s4.title']);
  await pressPrimaryAt(seen, rest['ok.title']);
  await press(seen, '.footer .quiet');
  await waitForTitle(frame, first['s1.title']);
  // Two processes: what the frame has said last is still on its way.
  await tab.waitFor("observed().events?.at(-1) === 'step' && observed().events.includes('sent')", PATIENT);
  return tab.evaluate<Observed>('observed()');
}

async function press({ tab, frame }: Visit, selector: string, key = 'Enter'): Promise<void> {
  await frame.evaluate(`${FORM}.querySelector('${selector}').focus()`);
  await tab.press(key);
}

async function pressPrimaryAt(seen: Visit, next: string): Promise<void> {
  await press(seen, '[part=primary]');
  await waitForTitle(seen.frame, next);
}

const ANY = '.questions input';

for (const engine of ENGINES) {
  test(`${engine}: the hotline's frame in a partner's page`, async (t) => {
    const receiver = await startReceiver();
    t.after(() => receiver.stop());
    const browser = await launch(engine);
    t.after(() => browser.close());
    const endpoint = `${receiver.url}/v1/reports`;

    await t.test('tells a page that measures all that it sees of it no answer', async (t2) => {
      // Half of it out of sight: what takes focus within could scroll the page.
      const html = `<style>h1 { margin-block-end: 500px }</style><script>(${observe.toString()})()</script>`;
      const options = { endpoint, attributes: 'mode="inline"', html };
      const seen = await visit(t2, browser, options, { width: 900, height: 800 });
      const { tab, frame, partner } = seen;
      await frame.waitFor(`${FORM}?.querySelector('.panel h2') != null`, PATIENT);
      await tab.evaluate(`${FORM}.querySelector('iframe').focus()`);
      await tab.press('Tab');
      // Whatever comes but once.
      await reportOne(seen, 'unsure', ANY);
      const asked = partner.requests.length;
      const expected = await reportOne(seen, 'unsure', ANY);
      for (const { id } of CATEGORIES) assert.deepEqual(await reportOne(seen, id, ANY), expected, id);
      for (const value of ['yes', 'no']) {
        const option = `[name="questions.personAtRiskNow"][value="${value}"]`;
        assert.deepEqual(await reportOne(seen, 'suicide_incitement', option), expected, value);
      }
      assert.equal(partner.requests.length, asked);
      // What a page may know: how far somebody is, and that it was sent.
      assert.deepEqual(
        expected['messages']?.map((text) => Object.values(JSON.parse(text) as object).join(' ')),
        ['step 2', 'step 3', 'step 4', 'sent', 'step 1'],
      );
    });

    for (const [width, height] of [
      [390, 664],
      [1280, 900],
    ] as const)
      await t.test(`is good to use at ${width} × ${height}: it fits, and scrolls within`, async (t2) => {
        const options = { endpoint, attributes: 'mode="inline"' };
        const { tab, frame } = await visit(t2, browser, options, { width, height });
        await frame.waitFor(`${FORM}?.querySelector('.panel h2') != null`, PATIENT);
        const box = await tab.evaluate<number[]>(
          `(({ width, height }) => [width, height])(${FORM}.querySelector('iframe').getBoundingClientRect())`,
        );
        assert.deepEqual(box, [Math.min(640, width - 16), Math.min(820, height - 48)]);
        const { inFrame, scrolls, ...seen } = await frame.evaluate<Record<string, number>>(`(() => {
          const of = (part) => ${FORM}.querySelector('[part=' + part + ']').getBoundingClientRect();
          const body = ${FORM}.querySelector('.body');
          return {
            inFrame: document.documentElement.scrollHeight,
            scrolls: body.scrollHeight - body.clientHeight,
            top: of('header').top,
            bottom: of('footer').bottom,
          };
        })()`);
        // Within a border.
        assert.ok(
          seen['top']! >= 0 && seen['top']! <= 1 && box[1]! - seen['bottom']! <= 1,
          JSON.stringify(seen),
        );
        assert.equal(inFrame, box[1]);
        assert.ok(scrolls! > 0, 'step 1 is longer than the frame');
        // The page's own choice of height.
        await tab.evaluate(`${WIDGET}.style.setProperty('--cs-frame-height', '500px')`);
        await frame.waitFor('innerHeight === 500', PATIENT);
      });
  });
}
