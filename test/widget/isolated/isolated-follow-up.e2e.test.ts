// « Suivre un signalement » in the hotline's frame, under attack by its page: the page reads neither code nor answer, does
// not learn that somebody has asked, and sets no address.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { test, type TestContext } from 'node:test';
import {
  BACK,
  choice,
  CODE,
  ERRORS,
  EXIT,
  FOLLOW_UP_DOOR,
  HEADING,
  MAIN,
  named,
  SINCE,
} from '../../../demo/gallery/driver.ts';
import { filledFrame } from '../../../demo/isolated-pages.ts';
import fr from '../../../src/words/locales/fr.json' with { type: 'json' };
import {
  DAY,
  startFollowUpReceiver,
  strayCode,
  type Code,
  type FollowUpReceiver,
} from '../form/follow-up-receiver.ts';
import { observe, type Observed } from '../hosts/attacks/observer.ts';
import { isChosen, launch, pairWith, type Browser, type Page } from '../../setup/browsers.ts';
import { lead, takeUp } from '../../setup/lead.ts';
import { allowFocusIn, PATIENT, startServer } from '../../setup/site.ts';
import { FORM, FRAME, visit, WIDGET, type Frame, type Visit } from './isolated-visit.ts';

const OBSERVING = `<style>h1 { margin-block-end: 500px }</style><script>(${observe.toString()})()</script>`;

/** Opens the page of a partner whose frame tells what became of reports. */
async function visitAs(
  t: TestContext,
  browser: Browser,
  { endpoint, followUp }: FollowUpReceiver,
  attributes = '',
): Promise<Visit> {
  const seen = await visit(
    t,
    browser,
    { endpoint, followUp, attributes: `mode="inline" ${attributes}`, html: OBSERVING },
    { width: 900, height: 800 },
  );
  await takeUp(seen.frame);
  return seen;
}

/** Everything that a script of the page finds if it looks at and into its frame. */
const foundBy = (page: Page): Promise<string> =>
  page.evaluate(`(() => {
    const texts = [];
    const look = (read) => {
      try {
        texts.push(String(read()));
      } catch (error) {
        texts.push(error.name);
      }
    };
    const widget = ${WIDGET};
    const root = widget.renderRoot;
    const frame = root.querySelector('iframe');
    const inside = () => frame.contentDocument.querySelector('cliquez-signalez').renderRoot;
    look(() => inside().innerHTML);
    look(() => [...inside().querySelectorAll('input')].map(({ value }) => value));
    look(() => frame.contentWindow.location.href);
    look(() => frame.contentWindow.name);
    look(() => frame.contentWindow.history.length);
    look(() => JSON.stringify(frame.contentWindow.performance.getEntries()));
    look(() => frame.contentWindow.getSelection());
    look(() => JSON.stringify(performance.getEntries()));
    look(() => root.innerHTML + widget.outerHTML + document.documentElement.outerHTML);
    look(() => JSON.stringify([observed(), heard, { ...localStorage }, { ...sessionStorage }, history.state]));
    look(() => [document.title, document.cookie, location.href, name, history.length, getSelection()]);
    return texts.join(' | ');
  })()`);

/** From the first step to a question, to what follows it, and back to a report: in the frame, each with one tap. */
async function askWithin({ tab, frame }: Visit, text: string): Promise<Observed> {
  await tab.evaluate('forgetObserved()');
  await lead(
    frame,
    `const tap = async (selector) => { (await driver.wait(selector)).focus(); await driver.click(selector); };
    await tap('${FOLLOW_UP_DOOR}');
    await driver.fill('code', ${JSON.stringify(text)});
    await tap('${MAIN}');
    await driver.wait('${SINCE}, ${ERRORS}');
    await driver.until(() => driver.root.activeElement?.matches('${HEADING}, .summary-title'), 'focus');
    await tap('.leave .again:not(.back)');
    await driver.reach(${JSON.stringify(fr['s1.title'])});
    await tap('${choice('category', 'unsure')}');
    await tap('${MAIN}');
    await driver.reach(${JSON.stringify(fr['s2.title'])});
    await tap('${BACK}');
    await driver.reach(${JSON.stringify(fr['s1.title'])});
    driver.element.reset();
    await driver.wait('${FOLLOW_UP_DOOR}');`,
  );
  // The page and the frame are two processes: the frame's last message is still on its way.
  await tab.waitFor("observed().events?.join().endsWith('step,step')", PATIENT);
  return tab.evaluate<Observed>('observed()');
}

/** A page whose frame is on its own origin, which isolates nothing. */
async function startOwnOrigin(t: TestContext, { endpoint, followUp }: FollowUpReceiver): Promise<string> {
  const { origin } = await startServer(t, ({ url = '' }, response) => {
    const name = url.slice(1).replace(/\?.*/, '');
    const page = `<!doctype html><html lang="fr"><title>page</title>${OBSERVING}<script>heard = []</script>
      <script type="module" src="/cliquez-signalez.js"></script>
      <cliquez-signalez mode="inline" src="/frame.html"><a href="/">Signaler</a></cliquez-signalez>`;
    const file =
      name === 'page'
        ? Promise.resolve(page)
        : readFile(new URL(`../../../dist/cdn/${name}`, import.meta.url), 'utf8');
    file.then(
      (text) =>
        response
          .writeHead(200, {
            'content-type': extname(name) === '.js' ? 'text/javascript' : 'text/html; charset=utf-8',
          })
          .end(name === FRAME ? filledFrame(text, { endpoint, followUp, hosts: '*' }) : text),
      () => response.writeHead(404).end(),
    );
  });
  return `${origin}/page`;
}

const answered = async (frame: Frame, { written }: Code): Promise<void> =>
  lead(
    frame,
    `await driver.reachFollowUp(); await driver.askFor('${written}'); await driver.reach(${JSON.stringify(fr['follow.removed'])})`,
  );

const shownIn = (frame: Frame): Promise<string> =>
  frame.evaluate<string>(
    `${FORM}.innerHTML + [...${FORM}.querySelectorAll('input')].map(({ value }) => value).join(' ')`,
  );

for (const engine of pairWith('firefox')) {
  test(`${engine}: what became of a report, in the hotline's frame`, async (t) => {
    const receiver = await startFollowUpReceiver(t);
    const browser = await launch(engine);
    t.after(() => browser.close());

    await t.test(
      'the page reads neither code nor answer, except of a frame on its own origin',
      async (t2) => {
        const code = await receiver.decided('removed');
        const words = [...code.secrets, fr['follow.removed'], DAY];
        const { tab, frame, partner, hotline } = await visitAs(t2, browser, receiver);
        await lead(frame, `await driver.reachFollowUp(); await driver.fill('code', '${code.written}')`);
        let found = await foundBy(tab);
        await lead(
          frame,
          `await driver.click('${MAIN}'); await driver.reach(${JSON.stringify(fr['follow.removed'])})`,
        );
        found += await foundBy(tab);
        // What follows an answer, and a report with its code.
        await lead(
          frame,
          `await driver.click('.leave .again:not(.back)'); await driver.reachSent(); await driver.wait('${CODE}')`,
        );
        words.push(await frame.evaluate<string>(`driver.find('${CODE}').textContent.trim()`));
        found += await foundBy(tab);
        for (const word of [...words, receiver.followUp])
          assert.ok(!found.includes(word), `${word} in ${found}`);
        const asked = JSON.stringify([partner.requests, hotline.requests]);
        for (const word of words) assert.ok(!asked.includes(word), word);

        // A control: the same script reads the same frame on the page's own origin.
        const page = await browser.newPage();
        t2.after(() => page.close());
        await page.goto(await startOwnOrigin(t2, receiver));
        await page.waitFor(`Boolean(${FORM}?.querySelector('iframe'))`, PATIENT);
        const own = page.frame(FRAME);
        await takeUp(own);
        await lead(own, `await driver.reachFollowUp(); await driver.fill('code', '${code.written}')`);
        assert.ok((await foundBy(page)).includes(code.written));
        await lead(
          own,
          `await driver.click('${MAIN}'); await driver.reach(${JSON.stringify(fr['follow.removed'])})`,
        );
        assert.ok((await foundBy(page)).includes(fr['follow.removed']));
      },
    );

    if (isChosen(engine))
      await t.test('the page does not learn that somebody has asked, or what was answered', async (t2) => {
        const seen = await visitAs(t2, browser, receiver);
        const { tab, frame, partner } = seen;
        await tab.evaluate(`${FORM}.querySelector('iframe').focus()`);
        await allowFocusIn(frame, tab);
        // Each of these happens only once: a file that loads, the first use.
        await askWithin(seen, (await receiver.decided('received')).written);
        const requests = partner.requests.length;
        // Nothing was asked: the field was empty.
        const expected = await askWithin(seen, '');
        const asked = receiver.server.requests.length;
        for (const state of ['removed', 'not_ours', 'question', 'passed_on'] as const)
          assert.deepEqual(await askWithin(seen, (await receiver.decided(state)).written), expected, state);
        assert.deepEqual(await askWithin(seen, (await strayCode()).written), expected, 'of no report');
        assert.ok(receiver.server.requests.length >= asked + 5);
        assert.deepEqual(await askWithin(seen, '7K4M-2QXD'), expected, 'a slip of the pen');
        assert.equal(partner.requests.length, requests);
        assert.deepEqual(expected['messages'], [
          JSON.stringify({ type: 'step', step: 2 }),
          JSON.stringify({ type: 'step', step: 1 }),
        ]);

        // Controls: a frame that told would be heard, in words and by its size.
        await frame.evaluate(`void new MutationObserver(() => {
        if (driver.find('${SINCE}')) parent.postMessage(driver.heading, '*');
      }).observe(driver.root, { childList: true, subtree: true })`);
        const told = await askWithin(seen, (await receiver.decided('removed')).written);
        assert.ok(told['messages']?.includes(JSON.stringify(fr['follow.removed'])), JSON.stringify(told));
      });

    if (isChosen(engine))
      await t.test(
        'the page sets no address, and gets no question where the hotline has none',
        async (t2) => {
          const own = await startServer(t2, (_, response) => void response.end());
          const address = `${own.origin}/v1/follow-up`;
          const { tab, frame } = await visit(t2, browser, {
            endpoint: receiver.endpoint,
            attributes: `mode="inline" view="follow-up" follow-up="${address}"`,
            query: `?follow-up=${address}#follow-up=${address}`,
            html: '<button id="opener" data-cliquez-signalez data-follow-up>Suivre</button>',
          });
          await takeUp(frame);
          await tab.evaluate("document.querySelector('#opener').click()");
          await tab.evaluate(`void ${WIDGET}.open({ followUp: true })`);
          await lead(frame, 'await driver.reachSent()');
          assert.deepEqual(
            await frame.evaluate(
              `[driver.element.getAttribute('follow-up'), driver.find('${FOLLOW_UP_DOOR}, ${CODE}, ${named('code')}')]`,
            ),
            [null, null],
          );
          assert.equal(own.connections(), 0);

          // Where the hotline has one, the page may open the question, and its address stays the hotline's.
          const seen = await visitAs(t2, browser, receiver, `view="follow-up" follow-up="${address}"`);
          const code = await receiver.decided('removed');
          await lead(seen.frame, `await driver.wait('${named('code')}')`);
          await seen.tab.evaluate(`void ${WIDGET}.setAttribute('follow-up', '${address}?later')`);
          await lead(
            seen.frame,
            `await driver.askFor('${code.written}'); await driver.reach(${JSON.stringify(fr['follow.removed'])})`,
          );
          assert.equal(
            await seen.frame.evaluate("driver.element.getAttribute('follow-up')"),
            receiver.followUp,
          );
          assert.equal(own.connections(), 0);
        },
      );

    await t.test('a code is asked about within the frame, and the page’s dialog waits for it', async (t2) => {
      const { endpoint, followUp } = receiver;
      const { tab, frame } = await visit(t2, browser, { endpoint, followUp, attributes: '' });
      const isOpen = `${FORM}.querySelector('dialog').open`;
      // Escape, pressed while the page has focus: it asks the frame.
      const ask = (): Promise<unknown> =>
        tab.evaluate(
          `${FORM}.querySelector('dialog').dispatchEvent(new Event('cancel', { cancelable: true }))`,
        );
      // Where the driver opened the form first, the page would wait for an answer to its own opening, and close nothing.
      await tab.evaluate(`new Promise((opened) => {
        ${WIDGET}.addEventListener('cs-open', () => opened(), { once: true });
        void ${WIDGET}.open();
      })`);
      await takeUp(frame);
      await lead(frame, `await driver.reachSent(); await driver.wait('${CODE}')`);
      const code = await frame.evaluate<string>(`driver.find('${CODE}').textContent.trim()`);
      await ask();
      await lead(frame, `await driver.reach(${JSON.stringify(fr['follow.lost.title'])})`);
      assert.equal(await tab.evaluate(isOpen), true);
      await lead(
        frame,
        `await driver.click('${MAIN}'); await driver.reach(${JSON.stringify(fr['ok.title'])})`,
      );
      assert.equal(await frame.evaluate<string>(`driver.find('${CODE}').textContent.trim()`), code);
      await ask();
      await tab.waitFor(`!${isOpen}`, PATIENT);
      assert.ok(!(await shownIn(frame)).includes(code));
    });

    await t.test('an answer is gone after quick exit, and from a page that comes back', async (t2) => {
      const code = await receiver.decided('removed');
      const left = await visitAs(t2, browser, receiver);
      await answered(left.frame, code);
      // The page stays on its address.
      await left.frame.evaluate(`driver.find('${EXIT}').href = '${left.page}#left'`);
      await left.tab.evaluate(`${FORM}.querySelector('iframe').focus()`);
      await allowFocusIn(left.frame, left.tab);
      await left.frame.evaluate(`driver.find('${EXIT}').focus()`);
      // A key, not a click by script: WebKit's driver sometimes loses a page that navigates while it is in the frame.
      await left.tab.press('Enter');
      await left.tab.waitFor("location.hash === '#left'", PATIENT);
      assert.ok(!(await shownIn(left.frame)).includes(fr['follow.removed']));

      const back = await visitAs(t2, browser, receiver);
      await answered(back.frame, code);
      // Firefox's driver loses frames that come back: the frame says itself what it shows then.
      await back.tab.evaluate("void addEventListener('message', ({ data }) => (window.shown = data))");
      await back.frame.evaluate(
        `void addEventListener('pageshow', () => parent.postMessage(
          ${FORM}.innerHTML + [...${FORM}.querySelectorAll('input')].map(({ value }) => value).join(' '), '*'))`,
      );
      await back.tab.evaluate("void ((window.wasHere = true), (location.href = '/before'))");
      await back.tab.waitFor("document.title === '/before'", PATIENT);
      await back.tab.back();
      await back.tab.waitFor("document.title === '/page'", PATIENT);
      // A driven Chromium makes a page with a frame of another site anew.
      const shown = await back.tab.waitFor<string>("window.wasHere ? window.shown : 'anew'", PATIENT);
      if (engine !== 'chromium') assert.notEqual(shown, 'anew');
      for (const word of [...code.secrets, fr['follow.removed']]) assert.ok(!shown.includes(word), word);
    });
  });
}
