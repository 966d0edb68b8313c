// The session recorder that most others are built on, in both of its versions: it gets no answer and no text of the form.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { extname } from 'node:path';
import { test } from 'node:test';
import { installOwnPackages } from '../../../.build/own-packages.ts';
import { CODE, FOLLOW_UP_DOOR, MAIN, REFERENCE, SINCE } from '../../../demo/gallery/driver.ts';
import { ENGINES, isChosen, launch } from '../../setup/browsers.ts';
import { isEvery, thirdOf } from '../../setup/every.ts';
import { PATIENT } from '../../setup/site.ts';
import { startHostSite, typeInto, visit, type SitePage } from '../hosts/host-site.ts';
import { lead, WIDGET } from '../../setup/lead.ts';
import { report, toldBy, WORDS, type Mode, type Start } from './recorded-report.ts';
import { OPENING } from './recorder-site.ts';

const MODULES = installOwnPackages(new URL('.', import.meta.url));

/** The script of each version, and the name of its function. */
const VERSIONS = {
  'rrweb-1': { file: 'rrweb-1/dist/record/rrweb-record.min.js', record: 'rrwebRecord' },
  'rrweb-2': { file: 'rrweb/umd/rrweb.min.js', record: 'rrweb.record' },
} as const;
type Version = keyof typeof VERSIONS;
const NAMES = Object.keys(VERSIONS) as Version[];

/** Expression: the root of the form in the isolated mode's frame, on the page's own origin. */
const IN_FRAME = `${WIDGET}.renderRoot.querySelector('iframe')?.contentDocument?.querySelector('cliquez-signalez')?.renderRoot`;

/** Answers with the built files, whose frame any page may show, as they are or with an open root. */
const sendBuilt =
  (isOpened: boolean): RequestListener =>
  ({ url = '' }, response) => {
    const type = extname(url) === '.js' ? 'text/javascript' : 'text/html; charset=utf-8';
    readFile(new URL(`../../../dist/cdn${url.replace(/\?.*/, '')}`, import.meta.url), 'utf8').then(
      (text) =>
        response
          .writeHead(200, { 'content-type': type })
          .end(
            text.replace('data-hosts=""', 'data-hosts="*"').replace('`closed`', isOpened ? '`open`' : '$&'),
          ),
      () => response.writeHead(404).end(),
    );
  };

const EMPTY = 'window.recorded = [];';
const MODES: readonly Mode[] = ['dialog', 'inline'];
const STARTS: readonly Start[] = ['before', 'after'];

/** Starts a recorder with these options, as source of a page. */
const startOf = (version: Version, options = ''): string =>
  `${VERSIONS[version].record}({ emit: (event) => recorded.push(event), ${options} })`;

interface Case {
  readonly version: Version;
  readonly mode: Mode;
  readonly start: Start;
  readonly options: string;
  /** Whether the page opens our shadow root. */
  readonly isOpened?: boolean;
}

/** Each recorder by default, and with the values of fields hidden: each three of the four choices together. */
const CASES: readonly (readonly [string, Case])[] = NAMES.flatMap((version) =>
  MODES.flatMap((mode) =>
    STARTS.flatMap((start) =>
      ['', 'maskAllInputs: true'].map(
        (options) =>
          [
            `${version}, ${mode}, started ${start} the form, ${options || 'by default'}`,
            { version, mode, start, options },
          ] as const,
      ),
    ),
  ),
).filter((_, index) => isEvery || [1, 2, 4, 8].filter((choice) => index & choice).length % 2 === 0);

const pageOf = ({ version, mode, start, options, isOpened = false }: Case): SitePage => ({
  first: isOpened ? OPENING : '',
  head: `<script src="$CDN/${version}.js"></script><script>${EMPTY} ${start === 'before' ? startOf(version, options) : ''}</script>`,
  body: (widget) => (mode === 'inline' ? widget.replace('<cliquez-signalez ', '$& mode="inline" ') : widget),
});

for (const engine of ENGINES) {
  test(`${engine}: a recorder gets no answer and no text of the form`, async (t) => {
    const browser = await launch(engine);
    t.after(() => browser.close());
    const scripts = Object.fromEntries(
      await Promise.all(
        Object.entries(VERSIONS).map(
          async ([version, { file }]) =>
            [`${version}.js`, await readFile(new URL(file, MODULES), 'utf8')] as const,
        ),
      ),
    );
    const record = async (given: Case): Promise<string> => {
      const site = await startHostSite(t, { page: pageOf(given) }, scripts);
      const page = await browser.newPage();
      try {
        const { version, start, options } = given;
        await report(page, site, 'page', start === 'after' ? startOf(version, options) : undefined);
        return await page.evaluate<string>('JSON.stringify(recorded)');
      } finally {
        await page.close();
      }
    };

    for (const [name, given] of thirdOf(engine, CASES))
      await t.test(name, async () => {
        const recording = await record(given);
        assert.match(recording, /cliquez-signalez/, 'the page is recorded');
        assert.deepEqual(toldBy(recording), []);
      });

    for (const version of isChosen(engine) ? NAMES : [])
      await t.test(
        `${version} gets nothing of a frame on the page’s own origin, except of an open root without the mark`,
        async (context) => {
          for (const [options, isOpened, told] of [
            ['', true, []],
            ["blockClass: 'unknown'", false, []],
            ["blockClass: 'unknown'", true, ['choices', 'category']],
          ] as const) {
            const given = { version, mode: 'dialog', start: 'before', options, isOpened } as const;
            const body = (): string =>
              '<cliquez-signalez lang="fr" src="/frame.html"><a href="/">Signaler</a></cliquez-signalez>';
            const site = await startHostSite(
              context,
              { page: { ...pageOf(given), body } },
              scripts,
              sendBuilt(isOpened),
            );
            const page = await browser.newPage();
            try {
              await visit(page, `${site.origin}/page`);
              await page.evaluate(`void ${WIDGET}.open()`);
              await page.waitFor(`${IN_FRAME}?.textContent.includes('${WORDS['choices']}')`, PATIENT);
              // Recorders take up a frame in a later task.
              await page.waitFor(
                `(document.body.className = 'last', JSON.stringify(recorded).includes('"class":"last"'))`,
              );
              const recording = await page.evaluate<string>('JSON.stringify(recorded)');
              assert.deepEqual(toldBy(recording), told, options);
            } finally {
              await page.close();
            }
          }
        },
      );

    for (const version of isChosen(engine) ? NAMES : [])
      await t.test(
        `${version} gets neither a follow-up code nor what is answered to it, except of an open root without the mark`,
        async (context) => {
          for (const [options, isTold] of [
            ['', false],
            ["blockClass: 'unknown', blockSelector: null", true],
          ] as const) {
            const given = { version, mode: 'dialog', start: 'before', options, isOpened: isTold } as const;
            const body = (widget: string): string =>
              widget.replace(/endpoint="([^"]*)reports"/, '$& follow-up="$1follow-up"');
            const site = await startHostSite(context, { page: { ...pageOf(given), body } }, scripts);
            const page = await browser.newPage();
            try {
              await visit(page, `${site.origin}/page`);
              await lead(page, `await driver.reachSent(); await driver.wait('${CODE}')`);
              const code = await page.evaluate<string>(`driver.find('${CODE}').textContent.trim()`);
              await lead(page, `driver.element.reset(); await driver.click('${FOLLOW_UP_DOOR}')`);
              const typed = code.toLowerCase();
              await typeInto(page, 'code', typed);
              await lead(page, `await driver.click('${MAIN}'); await driver.wait('${SINCE}')`);
              const answer = await page.evaluate<string>('driver.heading');
              await page.waitFor(
                `(document.body.className = 'last', JSON.stringify(recorded).includes('"class":"last"'))`,
                PATIENT,
              );
              const recording = await page.evaluate<string>('JSON.stringify(recorded)');
              assert.match(recording, /cliquez-signalez/, 'the page is recorded');
              assert.deepEqual(
                [code, typed, answer.trim()].map((word) => recording.includes(word)),
                [isTold, isTold, isTold],
                options || 'by default',
              );
            } finally {
              await page.close();
            }
          }
        },
      );

    // Only Chromium has a print preview that asks nobody.
    for (const version of engine === 'chromium' ? NAMES.filter((one) => isEvery || one === 'rrweb-2') : [])
      await t.test(
        `${version} gets nothing of a receipt that is printed, except of an open root without the mark`,
        async (context) => {
          for (const [options, isTold] of [
            ['', false],
            ["blockClass: 'unknown'", true],
          ] as const) {
            const given = { version, mode: 'dialog', start: 'before', options, isOpened: isTold } as const;
            const site = await startHostSite(context, { page: pageOf(given) }, scripts);
            const page = await browser.newPage();
            try {
              await report(page, site, 'page');
              const number = await page.evaluate<string>(`driver.find('${REFERENCE}').textContent.trim()`);
              await page.evaluate(`void [...driver.element.renderRoot.querySelectorAll('button')]
              .find(({ textContent }) => textContent.trim() === 'Imprimer').click()`);
              await page.waitFor(
                `[...driver.element.renderRoot.querySelectorAll('iframe')]
                .some(({ contentDocument }) => contentDocument?.body?.innerText.includes(${JSON.stringify(number)}))`,
                PATIENT,
              );
              await page.waitFor(
                `(document.body.className = 'last', JSON.stringify(recorded).includes('"class":"last"'))`,
                PATIENT,
              );
              const recording = await page.evaluate<string>('JSON.stringify(recorded)');
              assert.equal(recording.includes(number), isTold, options || 'by default');
            } finally {
              await page.close();
            }
          }
        },
      );

    for (const version of isChosen(engine) ? NAMES : [])
      await t.test(
        `${version} gets what is typed where its mark is unknown, and all of an open root`,
        async () => {
          for (const [isOpened, told] of [
            // Through its hook on `value`.
            [false, ['address', 'details', 'email']],
            [true, ['address', 'category', 'choices', 'details', 'email', 'error', 'review']],
          ] as const) {
            const recording = await record({
              version,
              mode: 'dialog',
              start: 'before',
              options: "blockClass: 'unknown', blockSelector: null",
              isOpened,
            });
            assert.deepEqual(toldBy(recording).toSorted(), told, String(isOpened));
          }
        },
      );
  });
}
