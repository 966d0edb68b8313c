// The session recorders and agents that npm has, as their makers publish them: what each gets of a report that is made
// while it runs. `npm run test:recorders`; RECORD=1 writes recordings.json; RECORDERS=sentry,faro runs these alone.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { installOwnPackages } from '../../../.build/own-packages.ts';
import { ENGINES, launch, type Browser } from '../../setup/browsers.ts';
import { casesOf, isEvery } from '../../setup/every.ts';
import { look } from '../../setup/site.ts';
import { until } from '../../setup/until.ts';
import { AUTOCAPTURE } from './autocapture.ts';
import { caughtIn, type Known } from './facts.ts';
import { OWN_SCRIPTS } from './own-scripts.ts';
import { byPointer, report, toldBy, type Mode, type Start } from './recorded-report.ts';
import { startRecorderSite, type Recording } from './recorder-site.ts';
import { scriptsOf, type Recorder } from './recorder.ts';
import {
  isOfAttack,
  isOfRequests,
  isRecording,
  readRecordings,
  record,
  SETTINGS,
  TESTED,
  type RecorderId,
  type Setting,
} from './recordings.ts';
import { SESSION_RECORDERS } from './session-recorders.ts';

/**
 * What comes into the page after the report: a recording that contains it was made until the end. The name, class and
 * words of a button that is pressed, and a class, which only a film shows.
 */
const LAST = 'vkxzqjwf6c';
const LAST_FILMED = 'jqxwzvkq8h';

const RECORDERS: Readonly<Record<RecorderId, Recorder>> = {
  ...SESSION_RECORDERS,
  ...AUTOCAPTURE,
  ...OWN_SCRIPTS,
};

const CHOSEN = (process.env['RECORDERS']?.split(',') ?? Object.keys(RECORDERS)) as RecorderId[];

const packages = installOwnPackages(new URL('.', import.meta.url));

interface Case {
  readonly setting: Setting;
  readonly mode: Mode;
  readonly start: Start;
}

const CASES: readonly Case[] = [
  { setting: 'curious', mode: 'dialog', start: 'before' },
  { setting: 'curious', mode: 'inline', start: 'after' },
  { setting: 'default', mode: 'dialog', start: 'before' },
  { setting: 'default', mode: 'inline', start: 'after' },
  { setting: 'curious', mode: 'inline', start: 'before' },
  { setting: 'curious', mode: 'dialog', start: 'after' },
  { setting: 'requests', mode: 'dialog', start: 'before' },
  { setting: 'sealed', mode: 'dialog', start: 'before' },
  { setting: 'unmarked', mode: 'dialog', start: 'before' },
  { setting: 'opened', mode: 'dialog', start: 'before' },
];

/** The cases of a recorder: fewer for what makes no film, or is not set in any way. */
function casesFor(id: RecorderId): readonly Case[] {
  if (id in SESSION_RECORDERS) return CASES;
  if (id in OWN_SCRIPTS) return CASES.slice(0, 2);
  return CASES.filter(({ setting }, index) => index < 4 || (RECORDERS[id].films && isOfAttack(setting)));
}

for (const engine of ENGINES) {
  test(`${engine}: what each recorder gets of a report`, async (t) => {
    const browser = await launch(engine);
    t.after(() => browser.close());
    for (const id of CHOSEN) {
      const recorder = RECORDERS[id];
      const scripts = await scriptsOf(recorder, packages);
      const settings = (Object.keys(SETTINGS) as Setting[]).filter(
        (setting) => recorder.readsRequests || !isOfRequests(setting),
      );

      for (const setting of settings) {
        const cases = casesOf(engine, casesFor(id)).filter((one) => one.setting === setting);
        if (cases.length === 0) continue;
        await t.test(`${TESTED[id]}, ${SETTINGS[setting]}`, async (context) => {
          const caught = new Set<string>();
          for (const given of cases) {
            const { recording, known } = await recordReport(context, browser, id, scripts, given);
            for (const one of isOfAttack(setting) ? toldBy(recording.text) : caughtIn(recording, known))
              caught.add(one);
          }
          const sorted = [...caught].toSorted().join(' ');
          if (isRecording) record(id, setting, engine, sorted);
          // With every case, as Chromium always has them, the three get the same.
          assert.equal(sorted, readRecordings()[id]?.[setting]?.[isEvery ? 'chromium' : engine]);
        });
      }
    }
  });
}

/** Makes a report on a page with a recorder, and hands in what that recorded. */
async function recordReport(
  t: TestContext,
  browser: Browser,
  id: RecorderId,
  scripts: Readonly<Record<string, string>>,
  { setting, mode, start }: Case,
): Promise<{ recording: Recording; known: Known }> {
  const recorder = RECORDERS[id];
  const starting = recorder.start(setting);
  const started = start === 'before' ? starting : '';
  const site = await startRecorderSite(t, recorder, scripts, { mode, started, setting });
  const page = await browser.newPage();
  try {
    const pressed = await report(page, site, 'page', start === 'after' ? starting : undefined, byPointer);
    assert.ok(pressed);
    await page.evaluate(`void (driver.element.close(), document.body.insertAdjacentHTML('beforeend',
      '<p class="${LAST_FILMED}"></p><button id="${LAST}" name="${LAST}" class="${LAST}" style="position: fixed; inset: 0 auto auto 0; z-index: 99999">${LAST}</button>'),
      ${LAST}.addEventListener('click', () => fetch('/last')))`);
    // Elastic takes two presses that follow each other at once for one.
    await look(page);
    await page.click(9, 9);
    // Recorders take up changes in a later task, some in an idle one.
    await page.evaluate('new Promise((resolve) => void setTimeout(resolve, 500))');
    await page.evaluate(`(async () => { ${recorder.end ?? ''} })()`);
    const ends = recorder.films ? [LAST, LAST_FILMED] : [LAST];
    await until(
      () => ends.every((end) => site.recording().text.includes(end)),
      `the recording of ${TESTED[id]} arrives`,
      15_000,
    );
    // Its other requests come on ways of their own.
    for (let size = -1; size < site.recording().bytes.length; await delay(500))
      size = site.recording().bytes.length;
    const known = { pressed, size: Buffer.byteLength(site.receiver.reports()[0]!) };
    return { recording: site.recording(), known };
  } finally {
    await page.close();
  }
}
