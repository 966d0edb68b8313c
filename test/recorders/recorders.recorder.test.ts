// The session recorders that npm has, as their makers publish them: what each gets of a report that is made while it
// runs. `npm run test:recorders`; RECORD=1 writes recordings.json.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { installOwnPackages } from '../../.build/own-packages.ts';
import { ENGINES, launch, type Browser } from '../setup/browsers.ts';
import { casesOf, isEvery } from '../setup/every.ts';
import { until } from '../setup/until.ts';
import { caughtIn, type Known } from './facts.ts';
import { byPointer, report, toldBy, WORDS, type Mode, type Start } from './recorded-report.ts';
import { startRecorderSite, type Recording } from './recorder-site.ts';
import { RECORDERS, scriptsOf } from './recorders.ts';
import {
  isOfRequests,
  isRecording,
  readRecordings,
  record,
  SETTINGS,
  TESTED,
  type RecorderId,
  type Setting,
} from './recordings.ts';

/**
 * A class that comes into the page after the report: a recording that contains it was made until the end. Some recorders
 * hide all texts by default, none hides classes.
 */
const LAST_CLASS = 'vkxzqjwf6c';

const packages = installOwnPackages(new URL('.', import.meta.url));

interface Case {
  readonly setting: Setting;
  readonly mode: Mode;
  readonly start: Start;
  /** Whether the page takes our marks away. */
  readonly isUnmarked?: boolean;
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
];

for (const engine of ENGINES) {
  test(`${engine}: what each session recorder gets of a report`, async (t) => {
    const browser = await launch(engine);
    t.after(() => browser.close());
    for (const id of Object.keys(RECORDERS) as RecorderId[]) {
      const recorder = RECORDERS[id];
      const scripts = await scriptsOf(recorder, packages);
      const settings = (Object.keys(SETTINGS) as Setting[]).filter(
        (setting) => recorder.readsRequests || !isOfRequests(setting),
      );

      for (const setting of settings) {
        const cases = casesOf(engine, CASES).filter((one) => one.setting === setting);
        if (cases.length === 0) continue;
        await t.test(`${TESTED[id]}, ${SETTINGS[setting]}`, async (context) => {
          const caught = new Set<string>();
          for (const given of cases) {
            const { recording, known } = await recordReport(context, browser, id, scripts, given);
            for (const one of caughtIn(recording, known)) caught.add(one);
          }
          const sorted = [...caught].toSorted().join(' ');
          if (isRecording) record(id, setting, engine, sorted);
          // With every case, as Chromium always has them, the three get the same.
          assert.equal(sorted, readRecordings()[id]?.[setting]?.[isEvery ? 'chromium' : engine]);
        });
      }

      await t.test(`${TESTED[id]} gets every word where a site takes its mark away`, async (context) => {
        const given = { setting: 'curious', mode: 'dialog', start: 'before', isUnmarked: true } as const;
        const { recording } = await recordReport(context, browser, id, scripts, given);
        assert.deepEqual(toldBy(recording.text), Object.keys(WORDS));
      });
    }
  });
}

/** Makes a report on a page with a recorder, and hands in what that recorded. */
async function recordReport(
  t: TestContext,
  browser: Browser,
  id: RecorderId,
  scripts: Readonly<Record<string, string>>,
  { setting, mode, start, isUnmarked = false }: Case,
): Promise<{ recording: Recording; known: Known }> {
  const recorder = RECORDERS[id];
  const starting = recorder.start(setting);
  const started = start === 'before' ? starting : '';
  const site = await startRecorderSite(t, recorder, scripts, {
    mode,
    started,
    isUnmarked,
    isSealed: setting === 'sealed',
  });
  const page = await browser.newPage();
  try {
    const pressed = await report(page, site, 'page', start === 'after' ? starting : undefined, byPointer);
    assert.ok(pressed);
    await page.evaluate(
      `void document.body.append(Object.assign(document.createElement('p'), { className: '${LAST_CLASS}' }))`,
    );
    // Recorders take up changes in a later task, some in an idle one.
    await page.evaluate('new Promise((resolve) => void setTimeout(resolve, 500))');
    await page.evaluate(`(async () => { ${recorder.end} })()`);
    await until(
      () => site.recording().text.includes(LAST_CLASS),
      `the recording of ${TESTED[id]} arrives`,
      15_000,
    );
    // Its other requests come on ways of its own.
    await page.evaluate('new Promise((resolve) => void setTimeout(resolve, 500))');
    const known = { pressed, size: Buffer.byteLength(site.receiver.reports()[0]!) };
    return { recording: site.recording(), known };
  } finally {
    await page.close();
  }
}
