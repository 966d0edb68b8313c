// A partner's page observes the hotline's frame without reading it: the same for every answer, if the reporter
// taps equally often.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  BODY,
  choice,
  DETAILS_DOOR,
  HEADING,
  MAIN,
  QUESTIONS_FOLD,
  selectorIn,
} from '../../../demo/gallery/driver.ts';
import { CATEGORIES, type CategoryId } from '../../../src/core/report/categories.ts';
import fr from '../../../src/words/locales/fr.json' with { type: 'json' };
import { launch, pairWith } from '../../setup/browsers.ts';
import { casesOf } from '../../setup/every.ts';
import { startReceiver } from '../../setup/receiver.ts';
import { observe, type Observed } from '../hosts/attacks/observer.ts';
import { FORM, visit, WIDGET, type Visit } from './isolated-visit.ts';
import { allowFocusIn, PATIENT } from '../../setup/site.ts';

/** Pressed once more where the step « where » asks nothing else. */
const HERE = choice('where', 'here');
const danger = (value: string): string => choice('questions.personAtRiskNow', value);
const FEARS = choice('questions.fearNow', 'yes');
/** An answer to the first question that the step « where » asks, by category. */
const EARLY: Partial<Record<CategoryId, string>> = {
  child_sexual_abuse: choice('questions.self', 'yes'),
  suicide_incitement: danger('yes'),
  hate_violence_discrimination: FEARS,
  sexual_harassment: FEARS,
};

/** In the frame: a whole report, each step with the same number of taps. Each target takes focus first, as by a key. */
async function reportWithin(
  category: string,
  early: string,
  [where, check, details, sent, what]: readonly string[],
  [main, door, fold]: readonly string[],
): Promise<void> {
  const root = document.querySelector('cliquez-signalez')!.renderRoot;
  const find = (selector: string): HTMLElement | null => root.querySelector(selectorIn(root, selector));
  const until = async (isSo: () => unknown): Promise<void> => {
    const deadline = performance.now() + 15_000;
    while (!isSo()) {
      if (performance.now() > deadline) throw new Error(`Not so within 15 s: ${isSo.toString()}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const tap = async (selector: string): Promise<void> => {
    await until(() => find(selector));
    find(selector)!.focus();
    find(selector)!.click();
  };
  const goTo = async (title = '', selector = main, focused = 'h2'): Promise<void> => {
    await tap(selector!);
    await until(() => find('h2')!.textContent.trim() === title && root.activeElement === find(focused));
  };
  await tap(`[answer="${category}"]`);
  await goTo(where);
  await tap('[answer="here"]');
  await tap(early);
  const field = find(early)!.closest('fieldset')!;
  // An answer brings its numbers into sight, though nothing but the form may scroll.
  await until(() => {
    const { bottom } = find('.body')!.getBoundingClientRect();
    const notice = field.nextElementSibling;
    return !notice?.matches('.notice') || notice.getBoundingClientRect().top < bottom - 40;
  });
  await goTo(check);
  await goTo(details, door);
  await tap(`${fold} > summary`);
  await tap(`${fold} input`);
  await goTo(check, main, '.row-answers dt');
  await goTo(sent);
  await goTo(what, '.cleared + .quiet');
}

const TITLES = [fr['s2.title'], fr['s4.title'], fr['s3.title'], fr['ok.title'], fr['s1.title']];
const PARTS = [MAIN, DETAILS_DOOR, QUESTIONS_FOLD];

/** The page's observations of a whole report of one category, with an answer in each step and among the details. */
async function reportOne({ tab, frame }: Visit, category: CategoryId, early = HERE): Promise<Observed> {
  await tab.evaluate('forgetObserved()');
  const given = [category, early, TITLES, PARTS].map((one) => JSON.stringify(one)).join();
  await frame.evaluate(`((selectorIn) => (${reportWithin.toString()})(${given}))(${selectorIn.toString()})`);
  // The page and the frame are two processes: the frame's last message is still on its way.
  await tab.waitFor("observed().events?.at(-1) === 'step' && observed().events.includes('sent')", PATIENT);
  return tab.evaluate<Observed>('observed()');
}

for (const engine of pairWith('firefox')) {
  test(`${engine}: the hotline's frame in a partner's page`, async (t) => {
    const receiver = await startReceiver();
    t.after(() => receiver.stop());
    const browser = await launch(engine);
    t.after(() => browser.close());
    const endpoint = `${receiver.url}/v1/reports`;

    await t.test('tells a page that measures all that it sees of it no answer', async (t2) => {
      // The frame is half out of view: focus inside it could scroll the page.
      const html = `<style>h1 { margin-block-end: 500px }</style><script>(${observe.toString()})()</script>`;
      const options = { endpoint, attributes: 'mode="inline"', html };
      const seen = await visit(t2, browser, options, { width: 900, height: 800 });
      const { tab, frame, partner } = seen;
      await frame.waitFor(`${FORM}?.querySelector('${HEADING}') != null`, PATIENT);
      await tab.evaluate(`${FORM}.querySelector('iframe').focus()`);
      await allowFocusIn(frame, tab);
      // Each of these happens only once.
      await reportOne(seen, 'unsure');
      const asked = partner.requests.length;
      const expected = await reportOne(seen, 'unsure');
      for (const { id } of casesOf(
        engine,
        CATEGORIES.filter((one) => one.id !== 'unsure'),
      ))
        assert.deepEqual(await reportOne(seen, id, EARLY[id]), expected, id);
      assert.deepEqual(await reportOne(seen, 'suicide_incitement', danger('no')), expected, 'no danger');
      assert.equal(partner.requests.length, asked);
      // A page may know the reporter's progress, and that the report was sent.
      assert.deepEqual(
        expected['messages']?.map((text) => Object.values(JSON.parse(text) as object).join(' ')),
        ['step 2', 'step 3', 'sent', 'step 1'],
      );
    });

    for (const [width, height] of [
      [390, 664],
      [1280, 900],
    ] as const)
      await t.test(`is good to use at ${width} × ${height}: it fits, and scrolls within`, async (t2) => {
        const options = { endpoint, attributes: 'mode="inline"' };
        const { tab, frame } = await visit(t2, browser, options, { width, height });
        await frame.waitFor(`${FORM}?.querySelector('${HEADING}') != null`, PATIENT);
        const [box, place] = await tab.evaluate<[number[], number[]]>(`(() => {
          const { width, height } = ${FORM}.querySelector('iframe').getBoundingClientRect();
          return [[width, height], [Math.min(640, document.body.clientWidth), Math.min(820, innerHeight - 48)]];
        })()`);
        assert.deepEqual(box, place);
        const { inFrame, scrolls, ...seen } = await frame.evaluate<Record<string, number>>(`(() => {
          const of = (part) => ${FORM}.querySelector('[part=' + part + ']').getBoundingClientRect();
          const body = ${FORM}.querySelector('${BODY}');
          return {
            inFrame: document.documentElement.scrollHeight,
            scrolls: body.scrollHeight - body.clientHeight,
            top: of('header').top,
            bottom: of('footer').bottom,
          };
        })()`);
        // The frame has a border.
        assert.ok(
          seen['top']! >= 0 && seen['top']! <= 1 && box[1]! - seen['bottom']! <= 1,
          JSON.stringify(seen),
        );
        assert.equal(inFrame, box[1]);
        assert.ok(scrolls! > 0, 'step 1 is longer than the frame');
        // The page chooses the height itself.
        await tab.evaluate(`${WIDGET}.style.setProperty('--cs-frame-height', '500px')`);
        await frame.waitFor('innerHeight === 500', PATIENT);
      });
  });
}
