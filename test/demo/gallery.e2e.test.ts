// The gallery of the demo: it shows every state in every preset and language, reaches each under a strict policy, moves
// no visitor's focus meanwhile, is readable and usable by anyone, and shows every word twice.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { LAUNCHER, REFERENCE } from '../../demo/gallery/driver.ts';
import { LANGUAGES } from '../../demo/gallery/choices.ts';
import { PRESET_NAMES } from '../../src/widget/theme/presets.ts';
import { STATES } from '../../demo/gallery/states.ts';
import { startDemo } from '../../demo/serve.ts';
import type { Violation } from '../../demo/server.ts';
import french from '../../src/words/locales/fr.json' with { type: 'json' };
import { TOOL_ENGINES, launch, type Page } from '../setup/browsers.ts';
import { isEvery } from '../setup/every.ts';
import { hasFocus, PATIENT, tabTo } from '../setup/site.ts';
import { axeFaults } from '../widget/a11y/axe-pages.ts';

/** Waits until the page of a state has reached it, and asserts that it did. */
async function assertReached(page: Page): Promise<void> {
  const state = await page.waitFor<string | undefined>("document.documentElement.dataset['state']", PATIENT);
  assert.equal(state, 'reached', await page.evaluate<string>('document.body.innerText'));
}

test('the gallery shows every state and every word', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'gallery-'));
  const violations: Violation[] = [];
  const demo = await startDemo({
    port: 0,
    databaseUrl: `sqlite:${join(folder, 'reports.sqlite')}`,
    onViolation: (violation) => violations.push(violation),
  });
  const browser = await launch('chromium');
  t.after(async () => {
    await browser.close();
    await demo.close();
    await rm(folder, { recursive: true, force: true });
  });
  const page = await browser.newPage();
  const read = async (path: string): Promise<string> => (await fetch(`${demo.url}${path}`)).text();

  /** The addresses of the frames that a list of the gallery shows. */
  const framesOf = async (query: string): Promise<string[]> => {
    await page.goto(`${demo.url}/fr/gallery.html${query}`);
    await page.waitFor("document.querySelector('iframe') !== null", PATIENT);
    return page.evaluate(() =>
      [...document.querySelectorAll('iframe')].map(({ src }) => new URL(src).search),
    );
  };

  await t.test('each state has its frame, in the preset and language that were chosen', async () => {
    const frames = await framesOf('?lang=en&theme=presse&width=320');
    for (const { name } of STATES)
      assert.ok(frames.includes(`?name=${name}&theme=presse&lang=en&scheme=auto&dir=ltr`), name);
    await page.goto(`${demo.url}/gallery/state.html?name=rien`);
    const text = await page.waitFor<string>(
      "document.documentElement.dataset['state'] === 'missed' && document.body.innerText",
      PATIENT,
    );
    assert.match(text, /n’existe pas/);
    await page.goto(`${demo.url}/gallery/state.html?name=what&theme=presse&lang=en`);
    await assertReached(page);
    assert.ok(await page.evaluate("document.querySelector('[lang=en] > [theme=presse]') !== null"));
  });

  await t.test('one state has its frame in every preset and language', async () => {
    const frames = await framesOf('?theme=all&state=sent&dir=rtl');
    for (const theme of PRESET_NAMES)
      for (const lang of LANGUAGES)
        assert.ok(frames.includes(`?name=sent&theme=${theme}&lang=${lang}&scheme=auto&dir=rtl`), theme);
  });

  await t.test('what an address asks for wrongly is shown as usual', async () => {
    assert.deepEqual(await framesOf('?theme=rose&lang=__proto__&width=1'), await framesOf(''));
    assert.match((await framesOf('?theme=all&state=rien'))[0] ?? '', /name=buttons&/);
  });

  for (const name of [
    'buttons',
    'what-folds',
    'details-suicide_incitement-questions',
    'check-full',
    'sent',
    'failure',
    'page',
  ]) {
    await t.test(`« ${name} » is reached`, async () => {
      await page.goto(`${demo.url}/gallery/state.html?name=${name}&lang=en&scheme=dark`);
      await assertReached(page);
    });
  }

  await t.test('what was sent there gets the same number each time, and reaches no inbox', async () => {
    await page.goto(`${demo.url}/gallery/state.html?name=sent`);
    await assertReached(page);
    const text = await page.evaluate<string>(
      `document.querySelector('cliquez-signalez').renderRoot.querySelector('${REFERENCE}').textContent`,
    );
    assert.equal(text, '7K4M-2QXD');
    assert.doesNotMatch(await read('/inbox.json'), /submissionId|reference/);
  });

  await t.test(
    'a language from right to left turns the form round; a page from right to left does not',
    async () => {
      const direction = `(() => {
      const dialog = document.querySelector('cliquez-signalez').renderRoot.querySelector('dialog');
      return [document.dir, dialog.lang, getComputedStyle(dialog).direction].join();
    })()`;
      await page.goto(`${demo.url}/gallery/state.html?name=where-error&lang=ar-XB`);
      await assertReached(page);
      assert.equal(await page.evaluate(direction), 'ltr,ar-XB,rtl');
      await page.goto(`${demo.url}/gallery/state.html?name=where-error&dir=rtl`);
      await assertReached(page);
      assert.equal(await page.evaluate(direction), 'rtl,fr,ltr');
    },
  );

  for (const path of ['/fr/gallery.html', '/fr/gallery.html?theme=all&state=what']) {
    for (const width of [1280, 390]) {
      await t.test(`axe finds nothing in ${path} at ${width} px, and nothing is cut`, async () => {
        await page.setViewport({ width, height: 844 });
        await page.goto(`${demo.url}${path}`);
        await page.waitFor("document.querySelector('.choices') !== null", PATIENT);
        // Both lists have the same parts: each is judged at one width.
        if (isEvery || path.includes('?') === width < 1280) assert.deepEqual(await axeFaults(page), []);
        assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width);
      });
    }
  }

  await t.test('the demo’s home page leads there, and a button in its first screen works', async () => {
    await page.setViewport({ width: 1280, height: 720 });
    await page.goto(`${demo.url}/demo`);
    await page.evaluate(() => document.querySelector<HTMLElement>('a[href="/fr/gallery.html"]')!.click());
    const root = "document.querySelector('.live cliquez-signalez')?.renderRoot";
    await page.waitFor(`${root}?.querySelector('${LAUNCHER}')`, PATIENT);
    assert.ok(
      await page.evaluate(`${root}.querySelector('button').getBoundingClientRect().bottom < innerHeight`),
    );
    await page.evaluate(`${root}.querySelector('button').click()`);
    await page.waitFor(
      `${root}.querySelector('dialog[open] h2')?.textContent === ${JSON.stringify(french['s1.title'])}`,
      PATIENT,
    );
  });

  await t.test('its choices are made by keyboard, and keep each other', async () => {
    await page.goto(`${demo.url}/fr/gallery.html?theme=all&state=what&scheme=dark`);
    await tabTo(page, '[href*="theme=presse"]');
    await page.press('Enter');
    await page.waitFor(
      "location.search.includes('theme=presse') && document.querySelector('.choices') !== null",
      PATIENT,
    );
    await tabTo(page, '[href*="width=320"]');
    await page.press('Enter');
    await page.waitFor(
      "location.search.includes('width=320') && document.querySelector('.choices') !== null",
      PATIENT,
    );
    const chosen = await page.evaluate<string>(
      "[...document.querySelectorAll('.choices [aria-current]')].map((link) => link.textContent).join()",
    );
    assert.equal(chosen, 'presse,français,sombres,vers la droite,320 px');
  });

  await t.test('each word stands there in both languages', async () => {
    await page.goto(`${demo.url}/fr/words.html`);
    const cells = await page.evaluate(() =>
      [...document.querySelectorAll('tbody td')].map(({ textContent }) => textContent),
    );
    const { 'launcher.fallback': _, ...shown } = french;
    const words = Object.values(shown);
    assert.equal(cells.length, 2 * words.length);
    assert.ok(cells.every((cell) => cell !== ''));
    for (const word of words) assert.ok(cells.includes(word), word);
  });

  for (const engine of TOOL_ENGINES) {
    await t.test(engine, async (each) => {
      const other = await launch(engine);
      each.after(() => other.close());

      await each.test('a frame that opens its dialog takes neither focus nor scroll', async () => {
        const list = await other.newPage({ width: 1280, height: 800 });
        // The first frames show an error, which takes focus on a page of its own.
        await list.goto(`${demo.url}/fr/gallery.html?theme=all&state=what-error`);
        await tabTo(list, '.choices a');
        await list.waitFor(
          `[...document.querySelectorAll('iframe')].slice(0, 3).every(
            (frame) => frame.contentDocument?.documentElement.dataset['state'] === 'reached',
          )`,
          PATIENT,
        );
        assert.ok(await hasFocus(list, '.choices a'));
        assert.equal(await list.evaluate('scrollY'), 0);
        await list.close();
      });

      await each.test('frames that wait for an answer keep no later one from loading', async () => {
        const list = await other.newPage({ width: 1280, height: 800 });
        await list.goto(`${demo.url}/gallery/state.html?name=buttons`);
        // One more than the connections that a browser opens to a server.
        for (let frames = 1; frames <= 7; frames++) {
          await list.evaluate(() => {
            const frame = document.createElement('iframe');
            frame.src = '/gallery/state.html?name=sending';
            document.body.prepend(frame);
          });
          await list.waitFor(
            "document.querySelector('iframe').contentDocument?.documentElement.dataset['state'] === 'reached'",
            PATIENT,
          );
        }
        await list.close();
      });
    });
  }

  assert.deepEqual(violations, []);
});
