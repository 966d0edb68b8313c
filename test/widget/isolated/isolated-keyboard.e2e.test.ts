// A page that takes the keyboard from the hotline's frame while a reporter types: what it still gets, what the reporter is
// told, how typing goes on, and who must not be disturbed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BODY, HEADING, MAIN, matches, named, seek } from '../../../demo/gallery/driver.ts';
import { isChosen, ENGINES, launch, type Page } from '../../setup/browsers.ts';
import { casesOf, thirdOf } from '../../setup/every.ts';
import { look, PATIENT } from '../../setup/site.ts';
import fr from '../../../src/words/locales/fr.json' with { type: 'json' };
import { UNSEEN_LETTERS, typeWatchfully } from './watchful-typing.ts';
import {
  answer,
  FOCUSED,
  FORM,
  openByKeyboard,
  openDetails,
  tabTo,
  visit,
  waitForTitle,
  type Visit,
} from './isolated-visit.ts';

const ENDPOINT = 'http://127.0.0.1:9/v1/reports';
const BEFORE = 'Hier ';
const DETAILS = named('details');

type Mode = 'dialog' | 'inline';

/** How a page takes the keyboard: where its field stands, or that it takes focus from the frame without a field. */
const WAYS = {
  'a field within the widget': '.isolated',
  'a field of the page': 'body',
  'no field': '',
} as const;

/** How each form loses the keyboard. Behind a modal dialog, no field of the page can have focus. */
const TAKINGS = [
  ['dialog', 'a field within the widget'],
  ['inline', 'a field within the widget'],
  ['dialog', 'no field'],
  ['inline', 'no field'],
  ['inline', 'a field of the page'],
] as const satisfies readonly (readonly [Mode, keyof typeof WAYS])[];

/** A page that keeps the keys which do not go to the frame. */
const THIEF = `<input id="search"><script>
  globalThis.taken = '';
  addEventListener('keydown', ({ key }) => { if (key.length === 1) taken += key; }, true);
  globalThis.takeKeyboard = (where) => {
    const root = ${FORM};
    const trap = document.createElement('input');
    trap.style.cssText = 'position: fixed; opacity: 0; inline-size: 1px; block-size: 1px';
    if (where) (root.querySelector(where) ?? document.querySelector(where)).append(trap);
    globalThis.thief = setInterval(() => {
      const frame = root.querySelector('iframe');
      if (root.activeElement !== frame) return;
      if (where) trap.focus();
      else frame.blur();
    }, 20);
  };
</script>`;

/** From the button, or from the form in the page, to the field of the details, with a word in it. */
async function reachDetails(seen: Visit, mode: Mode): Promise<void> {
  const { tab, frame } = seen;
  if (mode === 'dialog') await openByKeyboard(seen);
  else {
    await frame.waitFor(`${FORM}?.querySelector('${HEADING}') != null`, PATIENT);
    await tab.evaluate(`${FORM}.querySelector('iframe').focus()`);
  }
  await tabTo(tab, frame, named('category'));
  await answer(seen, 'sexual_harassment', fr['s2.title']);
  await answer(seen, 'here', fr['s4.title']);
  await openDetails(seen);
  await tab.type(BEFORE);
}

const has = ({ frame }: Visit, selector: string): Promise<boolean> =>
  frame.evaluate(`${seek(FORM, selector)} !== null`);
const valueIn = ({ frame }: Visit): Promise<string> => frame.evaluate(`${seek(FORM, DETAILS)}.value`);
const titleIn = ({ frame }: Visit): Promise<string> =>
  frame.evaluate(`${FORM}.querySelector('${HEADING}').textContent.trim()`);
const waitForView = ({ frame }: Visit, title: string): Promise<unknown> =>
  frame.waitFor(
    `${FORM}.querySelector('${HEADING}').textContent.trim() === ${JSON.stringify(title)}`,
    PATIENT,
  );
const waitForFocus = ({ frame }: Visit, selector: string): Promise<unknown> =>
  frame.waitFor(`document.hasFocus() && ${matches(FOCUSED, selector)}`, PATIENT);

/** The page takes focus once. */
const takeOnce = (tab: Page): Promise<unknown> => tab.evaluate("document.querySelector('#search').focus()");

for (const engine of ENGINES) {
  test(`${engine}: a page that takes the keyboard from the frame`, async (t) => {
    const browser = await launch(engine);
    t.after(() => browser.close());
    const arrive = async (t2: Parameters<typeof visit>[0], mode: Mode): Promise<Visit> => {
      const seen = await visit(t2, browser, {
        endpoint: ENDPOINT,
        html: THIEF,
        attributes: `mode="${mode}"`,
      });
      await reachDetails(seen, mode);
      return seen;
    };

    for (const [mode, way] of engine === 'chromium' ? TAKINGS : thirdOf(engine, TAKINGS)) {
      await t.test(`${mode}, ${way}: the field goes, and the form says so`, async (t2) => {
        const seen = await arrive(t2, mode);
        await seen.tab.evaluate(`takeKeyboard(${JSON.stringify(WAYS[way])})`);
        const typed = await typeWatchfully(seen.tab, () => has(seen, DETAILS));
        const taken = await seen.tab.evaluate<string>('taken');
        t2.diagnostic(`${taken.length} letters`);
        assert.ok(typed <= 2 * UNSEEN_LETTERS, `the field was in sight for ${typed} letters`);
        assert.ok(taken.length <= 2 * UNSEEN_LETTERS, `the page got « ${taken} »`);
        assert.equal(await titleIn(seen), fr['keys.title']);
      });
    }

    await t.test('Enter goes on where the text was left, and what was typed before is kept', async (t2) => {
      const seen = await arrive(t2, 'dialog');
      await seen.tab.evaluate(`${FORM}.querySelector('iframe').blur()`);
      await waitForView(seen, fr['keys.title']);
      await waitForFocus(seen, MAIN);
      // A screen reader reads the button with what describes it.
      const described = await seen.frame.evaluate<string>(
        `${FORM}.getElementById(${FOCUSED}.getAttribute('aria-describedby')).textContent.trim()`,
      );
      assert.equal(described, fr['keys.text']);
      await look(seen.frame);
      await seen.tab.press('Enter');
      await waitForFocus(seen, DETAILS);
      await seen.tab.type('il');
      assert.equal(await valueIn(seen), `${BEFORE}il`);
    });

    if (isChosen(engine, 'webkit'))
      await t.test('a Space in the midst of typing does not go on; after a pause, it does', async (t2) => {
        const seen = await arrive(t2, 'dialog');
        await seen.tab.evaluate(`${FORM}.querySelector('iframe').blur()`);
        await waitForView(seen, fr['keys.title']);
        await waitForFocus(seen, MAIN);
        await seen.tab.type('a b c ');
        assert.equal(await titleIn(seen), fr['keys.title']);
        await look(seen.frame);
        await seen.tab.press(' ');
        await waitForFocus(seen, DETAILS);
        assert.equal(await valueIn(seen), BEFORE);
      });

    if (isChosen(engine))
      await t.test('the second time, the hotline’s own form is offered', async (t2) => {
        const seen = await arrive(t2, 'inline');
        const lose = async (): Promise<void> => {
          await seen.tab.type('x');
          await takeOnce(seen.tab);
          await waitForView(seen, fr['keys.title']);
          await waitForFocus(seen, MAIN);
        };
        await lose();
        assert.equal(await has(seen, `${BODY} a[target=_blank]`), false);
        await look(seen.frame);
        await seen.tab.press('Enter');
        await waitForFocus(seen, DETAILS);
        await lose();
        assert.equal(await has(seen, `${BODY} a[target=_blank]`), true);
      });

    if (isChosen(engine))
      await t.test('closing asks first, and staying goes back to the step with its text', async (t2) => {
        const seen = await arrive(t2, 'dialog');
        await seen.tab.evaluate(`${FORM}.querySelector('iframe').blur()`);
        await waitForView(seen, fr['keys.title']);
        await waitForFocus(seen, MAIN);
        await seen.tab.press('Escape');
        await waitForTitle(seen.frame, fr['drop.title']);
        await tabTo(seen.tab, seen.frame, MAIN);
        await look(seen.frame);
        await seen.tab.press('Enter');
        await waitForTitle(seen.frame, fr['s3.title']);
        assert.equal(await valueIn(seen), BEFORE);
      });

    // Reporters who must not be disturbed

    if (isChosen(engine, 'firefox'))
      await t.test('Tab leads out of the frame and back as before, and nothing is said', async (t2) => {
        const seen = await arrive(t2, 'inline');
        await tabOut(seen);
        await seen.tab.press('Shift+Tab');
        await seen.tab.waitFor(`${FORM}.activeElement?.localName === 'iframe'`, PATIENT);
        assert.equal(await titleIn(seen), fr['s3.title']);
        assert.equal(await valueIn(seen), BEFORE);
      });

    for (const [name, key] of casesOf(engine, [
      ['a key that leads to the browser’s own bars', { key: 'F6' }],
      ['a modifier that is still down, as while the window changes', { key: 'Control', ctrlKey: true }],
    ] as const))
      await t.test(`focus that goes by ${name} is let go`, async (t2) => {
        const seen = await arrive(t2, 'inline');
        // No driver has the system's own keys.
        await seen.frame.evaluate(
          `${FOCUSED}.dispatchEvent(new KeyboardEvent('keydown', { ...${JSON.stringify(key)}, bubbles: true, composed: true }))`,
        );
        await takeOnce(seen.tab);
        await seen.tab.type('une recherche');
        assert.equal(await seen.tab.evaluate("document.querySelector('#search').value"), 'une recherche');
        assert.equal(await titleIn(seen), fr['s3.title']);
      });

    if (browser.newPageBeside) {
      const leaveAndComeBack = async (seen: Visit, meanwhile: () => Promise<unknown>): Promise<void> => {
        await seen.frame.evaluate(`(() => {
          globalThis.hiding = [];
          document.addEventListener('visibilitychange', () => hiding.push(document.hidden));
        })()`);
        const other = await browser.newPageBeside!(seen.tab);
        await other.goto('about:blank');
        await seen.frame.waitFor("hiding.join() === 'true'", PATIENT);
        await meanwhile();
        await other.close();
        await seen.frame.waitFor("hiding.join() === 'true,false'", PATIENT);
      };

      await t.test('another tab needs no press: the field has the keyboard again', async (t2) => {
        const seen = await arrive(t2, 'dialog');
        await leaveAndComeBack(seen, async () => {});
        await waitForFocus(seen, DETAILS);
        await seen.tab.type('il');
        assert.equal(await valueIn(seen), `${BEFORE}il`);
      });

      if (isChosen(engine))
        await t.test('but a page that moves focus meanwhile is noticed', async (t2) => {
          const seen = await arrive(t2, 'inline');
          await leaveAndComeBack(seen, () => takeOnce(seen.tab));
          await waitForView(seen, fr['keys.title']);
        });
    }

    if (isChosen(engine, 'webkit'))
      await t.test('a field of the page that the reporter taps keeps what is typed there', async (t2) => {
        const seen = await arrive(t2, 'inline');
        await look(seen.frame);
        const [x, y] = await seen.tab.evaluate<[number, number]>(`(() => {
        const search = document.querySelector('#search');
        search.scrollIntoView();
        const { left, top } = search.getBoundingClientRect();
        return [left + 5, top + 5];
      })()`);
        await seen.tab.click(x, y);
        await seen.tab.waitFor("document.activeElement.id === 'search'", PATIENT);
        await seen.tab.type('une recherche');
        assert.equal(await seen.tab.evaluate("document.querySelector('#search').value"), 'une recherche');
        assert.equal(await titleIn(seen), fr['keys.title']);
        assert.equal(
          await seen.frame.evaluate(`${FORM}.querySelector('[role=alert]').textContent.trim()`),
          fr['keys.text'],
        );
      });

    if (isChosen(engine))
      await t.test('where no text is being written, the page may have the keyboard', async (t2) => {
        const seen = await visit(t2, browser, {
          endpoint: ENDPOINT,
          html: THIEF,
          attributes: 'mode="inline"',
        });
        const { tab, frame } = seen;
        await frame.waitFor(`${FORM}?.querySelector('${HEADING}') != null`, PATIENT);
        await tab.evaluate(`${FORM}.querySelector('iframe').focus()`);
        await tabTo(tab, frame, named('category'));
        await takeOnce(tab);
        await tab.type('une recherche');
        assert.equal(await tab.evaluate("document.querySelector('#search').value"), 'une recherche');
        assert.equal(await titleIn(seen), fr['s1.title']);
      });
  });
}

/** Presses Tab until the frame has lost focus. WebKit's driver gives it focus with each look into it. */
async function tabOut({ tab }: Visit): Promise<void> {
  for (let stop = 0; stop < 20; stop++) {
    await tab.press('Tab');
    if (await tab.evaluate<boolean>(`${FORM}.activeElement?.localName !== 'iframe'`)) return;
  }
  assert.fail('Tab does not lead out of the frame');
}
