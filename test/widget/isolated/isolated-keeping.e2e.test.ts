// The reporter's copies from a frame that its page has sandboxed: the number in the clipboard, and the receipt as a
// file and on paper. If the endpoint refuses the report, the reporter keeps its text, with every answer still in the
// form.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { matches, named, PANEL } from '../../../demo/gallery/driver.ts';
import type { Report } from '../../../src/core/report/report.ts';
import fr from '../../../src/words/locales/fr.json' with { type: 'json' };
import { launch, pairWith } from '../../setup/browsers.ts';
import { startFaultProxy } from '../../setup/fault-proxy.ts';
import { startReceiver } from '../../setup/receiver.ts';
import { until } from '../../setup/until.ts';
import {
  FOCUSED,
  FORM,
  leaveDetails,
  pressPrimary,
  sendReport,
  visit,
  waitForTitle,
  type Visit,
} from './isolated-visit.ts';
import { PATIENT } from '../../setup/site.ts';

/** Presses a button of the form, found by its text, with the key of a keyboard user. */
async function press({ tab, frame }: Visit, text: string): Promise<void> {
  await frame.evaluate(
    `[...${FORM}.querySelectorAll('${PANEL} button')].find((button) => button.textContent.trim().replaceAll(/\\s+/g, ' ') === ${JSON.stringify(text)}).focus()`,
  );
  await tab.press('Enter');
}

/**
 * Records in the frame the copied text, the document that is to print and the document that does; both actions
 * continue.
 */
async function noteWhatIsKept({ frame }: Visit): Promise<void> {
  await frame.evaluate(() => {
    const kept = { copied: '', asked: '', printed: '' };
    Object.assign(globalThis, { kept });
    const write = Clipboard.prototype.writeText;
    Clipboard.prototype.writeText = async function note(text) {
      await write.call(this, text);
      kept.copied = text;
    };
    const { get } = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow')!;
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
      get(this: HTMLIFrameElement) {
        const view = get!.call(this) as Window;
        const text = (): string => view.document.body.textContent;
        const print = view.print.bind(view);
        view.print = () => {
          kept.asked = text();
          print();
        };
        view.addEventListener('beforeprint', () => (kept.printed = text()));
        return view;
      },
    });
  });
}

for (const engine of pairWith('webkit')) {
  test(`${engine}: what a reporter keeps of an isolated form`, async (t) => {
    const output = await mkdtemp(join(tmpdir(), 'kept-'));
    t.after(() => rm(output, { recursive: true }));
    const receiver = await startReceiver();
    t.after(() => receiver.stop());
    const browser = await launch(engine, { output });
    t.after(() => browser.close());

    await t.test('the number is copied, the receipt is saved and printed', async (t2) => {
      const seen = await visit(t2, browser, { endpoint: `${receiver.url}/v1/reports` });
      const { frame } = seen;
      await sendReport(seen, 'canari');
      await waitForTitle(frame, fr['ok.title']);
      const number = await frame.evaluate<string>(
        `${FORM}.querySelector('[part=reference]').textContent.trim()`,
      );
      await noteWhatIsKept(seen);
      await press(seen, fr['ok.ref.copy']);
      await frame.waitFor(`kept.copied === ${JSON.stringify(number)}`, PATIENT);
      await frame.waitFor(`${FORM}.textContent.includes(${JSON.stringify(fr['ok.copied'])})`, PATIENT);

      await press(seen, fr['ok.receipt']);
      const file = join(output, `${fr['ok.receipt.file']}.txt`);
      await until(async () => (await readFile(file, 'utf8').catch(() => '')) !== '', `${file} is saved`);
      const receipt = await readFile(file, 'utf8');
      assert.ok(receipt.includes(number), receipt);
      assert.doesNotMatch(receipt, /canari|http/);

      await press(seen, fr['ok.print']);
      // A driven WebKit prints no page, and reports no event: there, the test checks the request to print.
      const done = engine === 'webkit' ? 'asked' : 'printed';
      await frame.waitFor(`kept.${done}.includes(${JSON.stringify(number)})`, PATIENT);
      if (engine !== 'firefox') return;
      const paper = join(output, 'printed.pdf');
      await until(async () => (await readFile(paper, 'latin1').catch(() => '')).startsWith('%PDF'), paper);
    });

    await t.test('what an endpoint refuses is copied as text, and sent once it takes it', async (t2) => {
      const proxy = await startFaultProxy(receiver.url);
      t2.after(() => proxy.stop());
      proxy.setFault('version');
      const seen = await visit(t2, browser, { endpoint: `${proxy.url}/v1/reports` });
      const { tab, frame } = seen;
      await sendReport(seen, 'canari');
      await frame.waitFor(`${FORM}.querySelector('.failure') !== null`, PATIENT);
      await noteWhatIsKept(seen);
      await press(seen, fr['fail.copy']);
      await frame.waitFor(`kept.copied.includes('canari')`, PATIENT);
      await frame.waitFor(`${FORM}.textContent.includes(${JSON.stringify(fr['ok.copied'])})`, PATIENT);

      proxy.setFault('none');
      await press(seen, `${fr['action.change']} ${fr['s4.row.details']}`);
      await frame.waitFor(matches(FOCUSED, named('details')), PATIENT);
      assert.equal(await frame.evaluate(`${FOCUSED}.value`), 'canari');
      await tab.press('End');
      await tab.type(' encore');
      await leaveDetails(seen);
      await pressPrimary(tab, frame);
      await waitForTitle(frame, fr['ok.title']);
      const report = JSON.parse(receiver.reports().at(-1) ?? '{}') as Report;
      assert.deepEqual([report.category, report.content?.description], ['procuring', 'canari encore']);
    });
  });
}
