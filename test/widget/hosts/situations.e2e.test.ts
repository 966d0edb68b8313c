// Wherever a page puts the widget, a report can be made. The page does not react to the widget, and the widget does not
// affect the page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { named } from '../../../demo/gallery/driver.ts';
import fr from '../../../src/words/locales/fr.json' with { type: 'json' };
import { casesOf } from '../../setup/every.ts';
import { look, PATIENT } from '../../setup/site.ts';
import { isChosen, launch, pairWith, type Page } from '../../setup/browsers.ts';
import { send, startHostSite, takeUp, typeDetails, typeInto, valueOf, visit } from './host-site.ts';
import { lead } from '../../setup/lead.ts';
import { HEARS_KEYS, SITUATIONS } from './situations.ts';

/** Keys that pages listen for: a search, the next message, a menu. */
const TEXT = 'sk/ j?';

const heading = (page: Page): Promise<string> => page.evaluate<string>('driver.heading');
const isModal = (page: Page): Promise<boolean> => page.evaluate("driver.find('dialog').matches(':modal')");
const told = (page: Page): Promise<string[]> => page.evaluate('told');

/** Esc in the form asks for confirmation; a second Esc stays. */
async function pressEscapeTwice(page: Page): Promise<void> {
  const before = await heading(page);
  await page.press('Escape');
  await page.waitFor(`driver.heading === ${JSON.stringify(fr['drop.title'])}`, PATIENT);
  await page.press('Escape');
  await page.waitFor(`driver.heading === ${JSON.stringify(before)}`, PATIENT);
}

for (const engine of pairWith('webkit')) {
  test(engine, async (t) => {
    const site = await startHostSite(t, SITUATIONS);
    const browser = await launch(engine);
    t.after(() => browser.close());
    const page = await browser.newPage();
    const at = (name: keyof typeof SITUATIONS): Promise<void> =>
      visit(page, `${site.origin}/${encodeURIComponent(name)}`);
    /** Sends the report, and checks that the receiver got the typed text. */
    async function sendAndCompare(details: string): Promise<void> {
      const report = await send(page, site);
      assert.equal((report['content'] as { description?: string }).description, details);
    }

    await t.test(
      'what is typed fires no shortcut of the page, and what is pressed elsewhere does',
      async () => {
        await at('shortcuts');
        await typeDetails(page, TEXT);
        for (const key of ['ArrowDown', 'Home', 'End', 'PageUp']) await page.press(key);
        await pressEscapeTwice(page);
        // AltGr and the Option key of a Mac write characters; the driver's keyboards have neither.
        await page.evaluate((details) => {
          const { driver } = window as unknown as { driver: { find(selector: string): HTMLElement } };
          const written = [
            { key: 'ę', altKey: true },
            { key: '@', altKey: true, ctrlKey: true, modifierAltGraph: true },
          ];
          for (const event of written)
            for (const type of ['keydown', 'keyup'])
              driver
                .find(details)
                .dispatchEvent(new KeyboardEvent(type, { ...event, bubbles: true, composed: true }));
        }, named('details'));
        assert.deepEqual(await page.evaluate('keys'), []);
        await sendAndCompare(TEXT);
        // No data can be lost now: Escape closes the form, and still does not reach the page.
        await page.press('Escape');
        await page.waitFor("!driver.find('dialog').open", PATIENT);
        assert.deepEqual(await page.evaluate('keys'), []);
        await page.evaluate("document.querySelector('#text').focus()");
        await page.type('s');
        assert.deepEqual(await page.evaluate('keys'), HEARS_KEYS('s'));
      },
    );

    await t.test(
      'nor in a form that stands in the page, whose Escape and Tab are left to the page',
      async () => {
        await at('shortcuts, in the page');
        await typeDetails(page, TEXT);
        assert.deepEqual(await page.evaluate('keys'), []);
        await page.press('Escape');
        // WebKit counts Escape among the keys that print.
        const keys = await page.evaluate<string[]>('keys');
        assert.deepEqual(
          keys.filter((key) => key !== 'keypress Escape'),
          HEARS_KEYS('Escape'),
        );
        await sendAndCompare(TEXT);
      },
    );

    for (const name of casesOf(engine, ['form', 'form, in the page'] as const)) {
      await t.test(`in a ${name}, which is neither sent, nor held back, nor sees the answers`, async () => {
        await at(name);
        await lead(
          page,
          "await driver.reachWhere('sexual_harassment'); await driver.choose('where', 'elsewhere')",
        );
        await typeInto(page, 'addresses.0', 'exemple.fr/fil');
        await page.press('Enter');
        await page.waitFor(`driver.heading === ${JSON.stringify(fr['s4.title'])}`, PATIENT);
        await lead(page, 'await driver.openDetails()');
        await typeInto(page, 'details', TEXT);
        await page.press('Enter');
        assert.deepEqual(await told(page), []);
        await page.evaluate("document.querySelector('#host').reset()");
        assert.equal(await valueOf(page, 'details'), `${TEXT}\n`);
        assert.deepEqual(
          await page.evaluate(
            '[[...new FormData(host)], [...host.elements].map(({ localName }) => localName)]',
          ),
          [[['q', 'a']], ['input', 'button']],
        );
        await sendAndCompare(TEXT);
        assert.deepEqual(await told(page), ['reset', 'formdata']);
        await page.evaluate("host.querySelector('button').click()");
        assert.deepEqual(await told(page), ['reset', 'formdata', 'submit']);
      });
    }

    for (const name of ['dialog', 'dialog that closes when one clicks beside it', 'popover'] as const) {
      if (name === 'dialog' && !isChosen(engine)) continue;
      await t.test(`in a ${name}, which stays open whatever is done in the form`, async () => {
        await at(name);
        await typeDetails(page, TEXT);
        await page.click(3, 3);
        await pressEscapeTwice(page);
        await lead(page, `(await driver.wait('${named('details')}')).scrollIntoView()`);
        const { x, y } = await page.evaluate<{ x: number; y: number }>(
          `(({ x, y }) => ({ x: x + 20, y: y + 20 }))(driver.find('${named('details')}').getBoundingClientRect())`,
        );
        await look(page);
        await page.click(x, y);
        await page.press('End');
        await page.type('k');
        assert.equal(await valueOf(page, 'details'), `${TEXT}k`);
        await sendAndCompare(`${TEXT}k`);
        await page.press('Escape');
        await page.waitFor("!driver.find('dialog').open", PATIENT);
        assert.ok(await page.evaluate("host.matches(':modal, :popover-open')"));
        assert.deepEqual(await told(page), []);
        // The page's own means still close its dialog around the form.
        await page.press('Escape');
        await page.waitFor("!host.matches(':modal, :popover-open')", PATIENT);
      });
    }

    if (isChosen(engine))
      await t.test('beside a modal that pulls focus back and closes on Escape', async () => {
        await at('hand-made modal');
        await typeDetails(page, TEXT);
        await pressEscapeTwice(page);
        await sendAndCompare(TEXT);
        assert.deepEqual(await told(page), []);
      });

    await t.test('opened from elsewhere, where the browser does not even lay the widget out', async () => {
      await at('skipped contents');
      await page.evaluate("document.querySelector('#opener').click()");
      await lead(page, "await driver.wait('dialog[open]')");
      await typeDetails(page, TEXT);
      const box = await page.evaluate<DOMRect>("driver.find('dialog').getBoundingClientRect().toJSON()");
      assert.ok(await isModal(page));
      assert.ok(box.width > 300 && box.top >= 0 && box.bottom <= 768, JSON.stringify(box));
      await page.screenshot(`.screenshots/${engine}/hosts/skipped-contents.png`);
      await sendAndCompare(TEXT);
    });

    if (isChosen(engine))
      await t.test('while the page makes a view transition, nothing is closed or lost', async () => {
        await at('plain');
        await typeDetails(page, TEXT);
        await lead(
          page,
          `const transition = document.startViewTransition?.(() => document.body.prepend(document.createElement('hr')));
         await transition?.finished; if (!transition) document.body.prepend(document.createElement('hr'));`,
        );
        assert.ok(await isModal(page));
        assert.equal(await valueOf(page, 'details'), TEXT);
        await sendAndCompare(TEXT);
      });

    if (isChosen(engine))
      await t.test('moved under the reporter’s hands, with what was typed', async () => {
        await at('plain');
        await typeDetails(page, TEXT);
        for (const move of [
          'document.body.prepend(driver.element)',
          'driver.element.remove(), document.body.append(driver.element)',
          '(document.body.moveBefore ?? document.body.insertBefore).call(document.body, driver.element, document.body.firstChild)',
        ]) {
          await page.evaluate(`void (${move})`);
          assert.ok(await isModal(page));
          assert.equal(await valueOf(page, 'details'), TEXT);
        }
        await lead(page, `driver.find('${named('details')}').focus()`);
        await page.type('j');
        await sendAndCompare(`${TEXT}j`);
      });

    if (isChosen(engine))
      await t.test(
        'a copy of an open widget is a widget of its own, without a word of what was typed',
        async () => {
          await at('plain');
          await typeDetails(page, TEXT);
          await page.evaluate(
            'void (window.copy = driver.element.cloneNode(true), driver.element.replaceWith(copy))',
          );
          await takeUp(page);
          assert.equal(await page.evaluate('document.documentElement.style.cssText'), '');
          await lead(page, "await driver.reachDetails('sexual_harassment')");
          assert.equal(await valueOf(page, 'details'), '');
          await typeInto(page, 'details', 'k');
          await sendAndCompare('k');
        },
      );
  });
}
