// The isolated mode, on two sites with the real receiver: a report typed in the hotline's frame, by keyboard alone,
// from a partner's page that learns none of it; and every fault that may occur between the two.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  BODY,
  DETAILS_DOOR,
  EXIT,
  LAUNCHER,
  MAIN,
  matches,
  named,
  PANEL,
  seek,
} from '../../../demo/gallery/driver.ts';
import type { Report } from '../../../src/core/report/report.ts';
import { ARRIVAL_MS } from '../../../src/widget/shared/arrival.ts';
import english from '../../../src/words/locales/en.json' with { type: 'json' };
import spanish from '../../../src/words/locales/es.json' with { type: 'json' };
import fr from '../../../src/words/locales/fr.json' with { type: 'json' };
import { fill } from '../../../src/words/messages.ts';
import { isChosen, ENGINES, launch, type Page } from '../../setup/browsers.ts';
import { casesOf } from '../../setup/every.ts';
import { startReceiver } from '../../setup/receiver.ts';
import type { IsolatedOptions } from './isolated-site.ts';
import {
  answer,
  FOCUSED,
  FORM,
  FRAME,
  heard,
  leaveDetails,
  openByKeyboard,
  openDetails,
  tabTo,
  visit,
  waitForOpening,
  waitForTitle,
  WIDGET,
  type Frame,
  type Visit,
} from './isolated-visit.ts';
import { hasFocus, look, PATIENT, startServer } from '../../setup/site.ts';

/** Taps the centre of an element, in the page or in its frame, which covers the whole page. */
async function tapOn(tab: Page, where: Frame, selector: string): Promise<void> {
  // A tap would miss a moving element.
  await where.waitFor(
    `${seek(FORM, selector)} !== null && ${FORM}.getAnimations().every(({ playState }) => playState !== 'running')`,
    PATIENT,
  );
  const [x = 0, y = 0] = await where.evaluate<number[]>(
    `((target) => {
      target.scrollIntoView({ block: 'nearest' });
      const { x, y, width, height } = target.getBoundingClientRect();
      return [x + width / 2, y + height / 2];
    })(${seek(FORM, selector)})`,
  );
  await look(where);
  await tab.tap(x, y);
}

const SIZES = [
  [390, 844],
  [844, 390],
  [280, 240],
  [1280, 800],
] as const;

/** WebKitGTK's window cannot be narrower than 447 px. */
const WIDE = SIZES.filter(([width]) => width > 447);

/** Frames that cannot show a form. */
const UNUSABLE: Readonly<Record<string, Partial<IsolatedOptions>>> = {
  'may not be framed here': { ancestors: 'https://other.example' },
  'names another page': { hosts: 'https://other.example' },
  'names nobody': { hosts: '' },
  'is not there': { answer: (_, response) => void response.writeHead(404).end() },
  'has no endpoint': { markup: (html) => html.replace(/ endpoint="[^"]*"/, '') },
  'never comes': { answer: () => {} },
  'is refused by the page': { headers: { 'content-security-policy': "frame-src 'none'" } },
};

/** The page waits an eighth of its time for a frame that will not answer. */
const IMPATIENT = `void (window.setTimeout = ((set) => (then, ms, ...more) => set(then, ms === ${ARRIVAL_MS} ? ms / 8 : ms, ...more))(setTimeout))`;

const isOpen = (tab: Page): Promise<boolean> =>
  tab.evaluate<boolean>(`${FORM}.querySelector('dialog.isolated')?.open ?? false`);

for (const engine of ENGINES) {
  test(`${engine}: the form in the hotline's frame`, async (t) => {
    const receiver = await startReceiver();
    t.after(() => receiver.stop());
    const endpoint = `${receiver.url}/v1/reports`;
    const browser = await launch(engine);
    t.after(() => browser.close());

    await t.test(
      'a report about the page, by keyboard alone, arrives; the page hears of no answer',
      async (t2) => {
        const policy = [
          "default-src 'none'",
          "script-src 'unsafe-inline' http://127.0.0.1:*",
          "style-src 'none'",
          'frame-src http://127.0.0.1:*',
          "require-trusted-types-for 'script'",
          'trusted-types cliquez-signalez',
        ].join('; ');
        const seen = await visit(t2, browser, { endpoint, headers: { 'content-security-policy': policy } });
        const { tab, frame, hotline, page } = seen;
        // The hotline receives no request for a visitor who has pressed no button.
        await tab.evaluate(`${WIDGET}.focus()`);
        assert.ok(!hotline.requests.some(({ path }) => path.includes(FRAME)));
        await tab.press('Enter');
        await waitForOpening(seen);
        const [asked] = hotline.requests.filter(({ path }) => path.includes(FRAME));
        assert.equal(asked?.headers.referer, undefined);
        assert.match(
          await frame.evaluate<string>(`${FORM}.querySelector('${PANEL}').textContent`),
          /Votre signalement va à Point de Contact, pas à localhost\./,
        );
        // The text that a screen reader reads on the way in, and the text of the frame alone.
        assert.equal(await tab.evaluate(`${FORM}.querySelector('dialog').ariaLabel`), fr['launcher.context']);
        assert.equal(await tab.evaluate(`${FORM}.querySelector('iframe').title`), fr['launcher.context']);
        assert.equal(
          await frame.evaluate(`${FORM}.querySelector('dialog').ariaLabel`),
          `${fill(fr['step.count'], { n: 1, total: 3 })} ${fr['s1.title']}`,
        );
        assert.equal(
          await tab.evaluate("getComputedStyle(document.documentElement).overflowY === 'hidden'"),
          true,
          'the page scrolls behind the dialog',
        );

        await tabTo(tab, frame, named('category'));
        await answer(seen, 'procuring', fr['s2.title']);
        await tab.press('Escape');
        await waitForTitle(frame, fr['drop.title']);
        assert.ok(await isOpen(tab), 'answers are lost without a question');
        await tab.press('Escape'); // in the question: to stay
        await waitForTitle(frame, fr['s2.title']);
        await answer(seen, 'here', fr['s4.title']);
        await openDetails(seen);
        await tab.type('canari');
        await leaveDetails(seen);
        assert.match(
          await frame.evaluate<string>(`${FORM}.querySelector('.terms').textContent`),
          /Votre signalement va à Point de Contact, pas à localhost\./,
        );
        await tabTo(tab, frame, MAIN);
        await tab.press('Enter');
        await waitForTitle(frame, fr['ok.title']);
        await tab.press('Escape');
        await tab.waitFor(`heard.at(-1) === 'close'`, PATIENT);

        assert.ok(await hasFocus(tab, LAUNCHER), 'focus does not come back to the button');
        assert.deepEqual(await heard(tab), ['open', 'step 1', 'step 2', 'step 3', 'sent', 'close']);
        await tab.press('Enter'); // the keyboard is the page's again
        await tab.waitFor("heard.includes('open', 1)", PATIENT);
        await tab.evaluate(`${WIDGET}.close()`);
        assert.deepEqual(await tab.evaluate('errors'), []);
        // The event `close`, which comes a moment later, releases it.
        await tab.waitFor("getComputedStyle(document.documentElement).overflowY !== 'hidden'", PATIENT);
        const report = JSON.parse(receiver.reports().at(-1) ?? '{}') as Report;
        assert.equal(report.category, 'procuring');
        assert.equal(report.content?.description, 'canari');
        assert.equal(report.source.embed, 'iframe');
        assert.deepEqual(
          report.locations.map(({ url }) => url?.value),
          [page],
        );
        assert.deepEqual(
          await frame.evaluate('[localStorage.length, sessionStorage.length, document.cookie]'),
          [0, 0, ''],
        );
      },
    );

    if (isChosen(engine))
      await t.test(
        'the languages that the page offers are those of the hotline’s page; the page does not learn which',
        async (t2) => {
          const seen = await visit(t2, browser, {
            endpoint,
            attributes: 'languages="fr es de"',
            markup: (html) =>
              html.replace('<script', '<script type="module" src="./locales/es.js"></script><script'),
          });
          const { tab, frame } = seen;
          await openByKeyboard(seen);
          const names = `[...${FORM}.querySelectorAll('.language')].map(({ lang }) => lang)`;
          await frame.waitFor(`${names}.length`, PATIENT);
          assert.deepEqual(await frame.evaluate(names), ['fr', 'es']);
          // The page hears of the opening a moment after the frame shows it.
          await tab.waitFor("heard.includes('step 1')", PATIENT);
          const before = await heard(tab);
          // They stand before the heading, which has focus.
          await tabTo(tab, frame, '.language[lang=es]', 'Shift+Tab');
          await tab.press('Enter');
          await waitForTitle(frame, spanish['s1.title']);
          assert.equal(await frame.evaluate(`${FORM}.querySelector('${PANEL}').lang`), 'es');
          assert.deepEqual(await heard(tab), before);
          assert.doesNotMatch(await tab.evaluate<string>('document.documentElement.outerHTML'), /lang="es"/);
        },
      );

    if (isChosen(engine, 'webkit'))
      await t.test('answers outlive a dialog that the page closes, and are offered again', async (t2) => {
        const seen = await visit(t2, browser, { endpoint });
        await openByKeyboard(seen);
        await answer(seen, 'unsure', fr['s2.title']);
        await seen.tab.evaluate(`${WIDGET}.close()`);
        await seen.tab.waitFor(`heard.at(-1) === 'close'`, PATIENT);
        // WebKit leaves the keyboard to a frame whose dialog a script of the page has closed, but not after Escape.
        if (engine === 'webkit') await seen.tab.evaluate(`void ${WIDGET}.open()`);
        else await seen.tab.press('Enter');
        await seen.frame.waitFor(
          `${FORM}.querySelector('dialog').open && ${FORM}.textContent.includes(${JSON.stringify(fr['draft.kept'])})`,
          PATIENT,
        );
        await seen.tab.evaluate(`${WIDGET}.reset()`);
        await seen.frame.waitFor(`!${seek(FORM, `${named('category')}:checked`)}`, PATIENT);
      });

    if (isChosen(engine, 'firefox'))
      await t.test(
        'language, look, categories and what an opener gives are the page’s; all else is the hotline’s',
        async (t2) => {
          const seen = await visit(t2, browser, {
            endpoint,
            attributes: `lang="en" country="BE" theme="presse" scheme="dark" size="l" heading-level="3"
          categories="procuring" page-url="https://journal.example/une" page-context="here" style="--cs-accent: rgb(0 128 0); --cs-radius: 3px; --cs-font: Georgia, serif; --cs-dialog-width: 480px"
          endpoint="https://evil.example/v1" hotline="Evil" hotline-url="https://evil.example/" exit-url="https://evil.example/"
          partner="evil" public-key="evil" challenge="https://evil.example/c" privacy-url="https://evil.example/p" embed="wordpress" messages="evil" debug`,
            query:
              '?endpoint=https://evil.example/v1&hotline=Evil&exit-url=https://evil.example/#endpoint=https://evil.example/v1',
            html: '<button id="opener" data-cliquez-signalez data-url="https://journal.example/article#message-2" data-category="procuring">Report</button>',
          });
          const { tab, frame } = seen;
          await tab.evaluate("document.querySelector('#opener').click()");
          await tab.waitFor("heard.includes('open')", PATIENT);
          const form = await frame.evaluate<Record<string, unknown>>(`(() => {
        const widget = ${WIDGET};
        const names = widget.getAttributeNames().filter((name) => !['style', 'data-hosts'].includes(name));
        const panel = widget.renderRoot.querySelector('${PANEL}');
        return {
          ...Object.fromEntries(names.map((name) => [name, widget.getAttribute(name)])),
          isClosed: widget.shadowRoot === null,
          heading: panel.querySelector('h2').textContent.trim(),
          values: [...panel.querySelectorAll('[type=radio]')].map(({ answer }) => answer).join(),
          chosen: ${seek(FORM, `${named('category')}:checked`)}?.answer,
          exit: panel.querySelector('${EXIT}').href,
          font: getComputedStyle(panel).fontFamily,
          width: panel.getBoundingClientRect().width,
          canvas: getComputedStyle(document.documentElement).colorScheme,
          documentLanguage: document.documentElement.lang,
        };
      })()`);
          assert.deepEqual(form, {
            endpoint,
            embed: 'iframe',
            hotline: 'Point de Contact',
            'hotline-url': 'https://www.pointdecontact.net/',
            country: 'BE',
            mode: 'dialog',
            lang: 'en',
            theme: 'presse',
            scheme: 'dark',
            size: 'l',
            'heading-level': '3',
            categories: 'procuring',
            'page-context': 'here',
            'page-url': 'https://journal.example/une',
            isClosed: true,
            heading: english['s1.title'],
            values: 'procuring,unsure',
            chosen: 'procuring',
            exit: 'https://meteofrance.com/',
            font: 'Georgia, serif',
            width: 480,
            canvas: 'dark',
            documentLanguage: 'en',
          });
          // The check compares the frame with the page's settings.
          const accent = await frame.evaluate<string>(
            `getComputedStyle(${FORM}.querySelector('.themed')).getPropertyValue('--_cs-accent')`,
          );
          assert.equal(accent, 'rgb(0, 128, 0)');
          // The page changes its settings while the form is open.
          await tab.evaluate(`void ((${WIDGET}.lang = 'fr'), ${WIDGET}.removeAttribute('theme'))`);
          await frame.waitFor(
            `${FORM}.querySelector('h2').textContent.trim() === ${JSON.stringify(fr['s1.title'])}`,
            PATIENT,
          );
          assert.equal(await frame.evaluate(`${WIDGET}.hasAttribute('theme')`), false);
        },
      );

    if (isChosen(engine))
      await t.test('an opener for those who are threatened opens the frame at the advice', async (t2) => {
        const html = '<button id="opener" data-cliquez-signalez data-threatened>Report</button>';
        const { tab, frame } = await visit(t2, browser, { endpoint, html });
        await tab.evaluate("document.querySelector('#opener').click()");
        await frame.waitFor(
          `${FORM}?.querySelector('h2')?.textContent.trim() === ${JSON.stringify(fr['s2.title.threatened'])}`,
          PATIENT,
        );
        assert.ok(
          await frame.evaluate<boolean>(
            `${FORM}.querySelector('${BODY}').innerText.includes(${JSON.stringify(fr['notice.blackmail'])})`,
          ),
        );
        // Nothing in the page tells this opening from another but what it asked for itself.
        assert.deepEqual(await heard(tab), ['open', 'step 1', 'step 2']);
      });

    if (isChosen(engine, 'webkit'))
      await t.test(
        'where focus comes to the frame after its form has opened, it goes to the heading',
        async (t2) => {
          // The page and the frame are two processes: the page cannot decide whether the message to open or the focus
          // arrives first.
          const late = `<script>
        const { focus, showModal } = { focus: HTMLElement.prototype.focus, showModal: HTMLDialogElement.prototype.showModal };
        HTMLDialogElement.prototype.showModal = function () { showModal.call(this); this.querySelector('iframe').blur(); };
        HTMLIFrameElement.prototype.focus = function () { globalThis.focusFrame = () => focus.call(this); };
      </script>`;
          const seen = await visit(t2, browser, { endpoint, html: late });
          await seen.tab.evaluate(`${WIDGET}.focus()`);
          await seen.tab.press('Enter');
          await seen.frame.waitFor(`${FORM}.querySelector('dialog')?.open`, PATIENT);
          await seen.tab.waitFor('Boolean(globalThis.focusFrame)', PATIENT);
          await seen.tab.evaluate('focusFrame()');
          await waitForOpening(seen);
        },
      );

    if (isChosen(engine, 'firefox'))
      await t.test('a word from anywhere else than the page’s own channel changes nothing', async (t2) => {
        const seen = await visit(t2, browser, { endpoint });
        await openByKeyboard(seen);
        const { tab, frame } = seen;
        const attributes = (): Promise<string[]> =>
          frame.evaluate<string[]>(
            `[...${WIDGET}.attributes].map(({ name, value }) => name + '=' + value).toSorted()`,
          );
        const before = await attributes();
        // A second greeting, from the same page, with its own channel and every setting that a page could wish for.
        await tab.evaluate(`(() => {
        const { port1, port2 } = new MessageChannel();
        globalThis.answers = [];
        port1.onmessage = ({ data }) => answers.push(data.type);
        const attributes = { lang: 'en', endpoint: 'https://evil.example/', theme: 'nuit' };
        const hello = { type: 'cs-hello', version: 1, mode: 'inline', attributes, styles: {}, page: {} };
        const target = ${FORM}.querySelector('iframe').contentWindow;
        target.postMessage(hello, '*', [port2]);
        target.postMessage({ type: 'settings', attributes }, '*');
        port1.postMessage({ type: 'close' });
      })()`);
        // One more message: messages keep their order, so the earlier ones have arrived when this one has.
        await tab.evaluate(`${WIDGET}.setAttribute('size', 's')`);
        await frame.waitFor(`${WIDGET}.getAttribute('size') === 's'`, PATIENT);
        assert.deepEqual(await attributes(), [...before, 'size=s'].toSorted());
        assert.deepEqual(await tab.evaluate('answers'), []);
        assert.ok(await isOpen(tab));
      });

    if (engine === 'chromium')
      await t.test('by touch on a phone, what is typed in stays above the keyboard', async (t2) => {
        const phone = { width: 390, height: 844, hasTouch: true };
        const seen = await visit(t2, browser, { endpoint }, phone);
        const { tab, frame } = seen;
        await tapOn(tab, tab, LAUNCHER);
        await waitForTitle(frame, fr['s1.title']);
        for (const [value, next] of [
          ['unsure', fr['s2.title']],
          ['here', fr['s4.title']],
        ] as const) {
          await tapOn(tab, frame, `[answer="${value}"]`);
          await frame.waitFor(`${seek(FORM, `[answer="${value}"]`)}.checked`, PATIENT);
          await tapOn(tab, frame, MAIN);
          await waitForTitle(frame, next);
        }
        await tapOn(tab, frame, DETAILS_DOOR);
        await waitForTitle(frame, fr['s3.title']);
        await tapOn(tab, frame, named('details'));
        await frame.waitFor(matches(FOCUSED, named('details')), PATIENT);
        // The area that an on-screen keyboard leaves.
        await tab.setViewport({ ...phone, height: 480 });
        await frame.waitFor('innerHeight <= 480', PATIENT);
        await tab.type('canari');
        for (const part of [named('details'), MAIN])
          await frame.waitFor(
            `innerHeight <= 480 && (({ top, bottom, left, right }) => top >= 0 && bottom <= innerHeight && left >= 0 && right <= 390)(${seek(FORM, part)}.getBoundingClientRect())`,
            PATIENT,
          );
        assert.equal(await frame.evaluate(`${FOCUSED}.value`), 'canari');
        const fits = `(({ top, bottom }) => top >= 0 && bottom <= visualViewport.height)(${FORM}.querySelector('iframe').getBoundingClientRect())`;
        assert.ok(await tab.evaluate<boolean>(fits));
      });

    await t.test(
      '« Quitter vite » is in sight at every size and zoom, wherever one has scrolled',
      async (t2) => {
        const seen = await visit(t2, browser, { endpoint });
        const { tab, frame } = seen;
        await openByKeyboard(seen);
        const lost: string[] = [];
        for (const zoom of casesOf(engine, ['', '1.2', '3', '0.5'])) {
          await tab.evaluate(`void (document.documentElement.style.zoom = '${zoom}')`);
          for (const [width, height] of engine === 'webkit' ? WIDE : SIZES) {
            await tab.setViewport({ width, height });
            await tab.waitFor(`innerWidth === ${width} && innerHeight === ${height}`, PATIENT);
            // The frame fills the window, and the form knows its size.
            await tab.waitFor(
              `((area) => Math.abs(area.width - innerWidth) < 2 && Math.abs(area.height - innerHeight) < 2)(${FORM}.querySelector('iframe').getBoundingClientRect())`,
              PATIENT,
            );
            for (const place of [0, 1]) {
              const loss = await frame
                .waitFor(
                  `(() => {
                    for (const each of ${FORM}.querySelectorAll('${PANEL}, ${BODY}')) each.scrollTop = ${place} * each.scrollHeight;
                    for (const animation of ${FORM}.getAnimations()) animation.finish();
                    const exit = ${FORM}.querySelector('${EXIT}');
                    const { x, y, width, height } = exit.getBoundingClientRect();
                    return exit.contains(${FORM}.elementFromPoint(x + width / 2, y + height / 2));
                  })()`,
                  { timeoutMs: 2000 },
                )
                .then(() => [], String);
              lost.push(...[loss].flat().map((each) => `${zoom} ${width} × ${height} ${place}: ${each}`));
            }
          }
        }
        assert.deepEqual(lost, []);
      },
    );

    for (const [way, leave] of casesOf(engine, [
      [
        'a click',
        async ({ frame, tab }: Visit) => {
          const [x = 0, y = 0] = await frame.evaluate<number[]>(
            `(({ x, y, width, height }) => [x + width / 2, y + height / 2])(${FORM}.querySelector('${EXIT}').getBoundingClientRect())`,
          );
          await tab.click(x, y);
        },
      ],
      [
        'Shift three times',
        async ({ tab, frame }: Visit) => {
          for (const key of ['exit.two', 'exit.one'] as const) {
            await tab.press('Shift');
            await frame.waitFor(
              `${FORM}.querySelector('.exit-note').innerText === ${JSON.stringify(fr[key])}`,
            );
          }
          await tab.press('Shift');
        },
      ],
    ] as const)) {
      await t.test(
        `« Quitter vite » by ${way} takes the page away, and Back does not bring it back`,
        async (t2) => {
          const exit = await startServer(t2, (_, response) =>
            response.writeHead(200, { 'content-type': 'text/html' }).end('<title>exit</title>'),
          );
          const seen = await visit(t2, browser, { endpoint });
          const { tab, frame, page } = seen;
          await tab.goto(page.replace('/page', '/before'));
          await tab.evaluate("location.href = '/page'");
          await tab.waitFor(`document.title === '/page' && ${WIDGET}.renderRoot !== undefined`, PATIENT);
          await openByKeyboard(seen);
          await answer(seen, 'unsure', fr['s2.title']);
          // The exit is https only, and the tests reach no other machine: only the last step uses another address.
          await frame.evaluate(`${FORM}.querySelector('${EXIT}').href = '${exit.origin}/'`);
          await leave(seen);
          await tab.waitFor("document.title === 'exit' && window === top", PATIENT);
          await tab.back();
          await tab.waitFor("document.title === '/before'", PATIENT);
        },
      );
    }

    if (isChosen(engine, 'firefox'))
      await t.test(
        'the page is covered as by the form itself: it is said, and Escape alone is kept',
        async (t2) => {
          const seen = await visit(t2, browser, { endpoint });
          const { tab, frame, page } = seen;
          await openByKeyboard(seen);
          // The page stays on its address.
          await frame.evaluate(`${FORM}.querySelector('${EXIT}').href = '${page}#left'`);
          await frame.evaluate(`${FORM}.querySelector('${EXIT}').focus()`);
          // A key, not a click by script: WebKit's driver sometimes loses a page that navigates while it is in the frame.
          await tab.press('Enter');
          await tab.waitFor("location.hash === '#left' && heard.at(-1) === 'exit'", PATIENT);
          const cover = `${FORM}.querySelector('dialog.cover')`;
          assert.deepEqual(
            await tab.evaluate(
              `[${cover}.getAttribute('role'), ${cover}.textContent, ${cover}.lang, ${cover}.matches(':modal')]`,
            ),
            ['alertdialog', fr['exit.loading'], 'fr', true],
          );
          const corner = `document.elementFromPoint(innerWidth - 3, innerHeight - 3) === ${WIDGET}`;
          assert.ok(await tab.evaluate<boolean>(corner), 'the page is seen');
          await tab.evaluate(
            "void ((globalThis.keys = []), addEventListener('keydown', (event) => keys.push(event), true))",
          );
          for (const key of ['a', 'Tab', 'Escape', 'Escape']) await tab.press(key);
          const kept = 'keys.filter(({ defaultPrevented }) => defaultPrevented).map(({ key }) => key)';
          await tab.waitFor(`String(${kept}) === 'Escape,Escape'`, PATIENT);
          assert.ok(await tab.evaluate<boolean>(`${cover}.open`));
        },
      );

    await t.test('where the frame cannot be used, the page says so, and shows its link', async (t2) => {
      const visits = casesOf(engine, Object.entries(UNUSABLE)).map(async ([what, options]) => {
        const { tab } = await visit(t2, browser, { endpoint, ...options });
        await tab.evaluate(IMPATIENT);
        await tab.evaluate(`void ${WIDGET}.open()`);
        await tab.waitFor("heard.includes('error load')", PATIENT);
        const said = `${FORM}.querySelector('[role=alert]')?.textContent === ${JSON.stringify(fr['err.load'])}`;
        await tab.waitFor(said, PATIENT);
        const link = "document.querySelector('.fallback').getClientRects().length > 0";
        assert.ok(await tab.evaluate<boolean>(link), what);
        assert.equal(
          await tab.evaluate(`${FORM}.querySelector('.reload')?.textContent`),
          fr['err.retry'],
          what,
        );
        assert.equal(await tab.evaluate(`${FORM}.querySelector('iframe')`), null, what);
        assert.equal(await isOpen(tab), false, what);
      });
      await Promise.all(visits);
    });
  });
}
