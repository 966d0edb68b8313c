// « Voir le signalement exact » in the hotline's frame, by keyboard: it is what the receiver then stores.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fr from '../../../src/words/locales/fr.json' with { type: 'json' };
import { launch, pairWith } from '../../setup/browsers.ts';
import { startReceiver } from '../../setup/receiver.ts';
import { PATIENT } from '../../setup/site.ts';
import { FORM, pressPrimary, reachReview, tabTo, visit, waitForTitle } from './isolated-visit.ts';

const TEXT = `${FORM}.querySelector('.exact pre')`;

for (const engine of pairWith('firefox')) {
  test(`${engine}: the exact report of an isolated form is what arrives`, async (t) => {
    const receiver = await startReceiver();
    t.after(() => receiver.stop());
    const browser = await launch(engine);
    t.after(() => browser.close());
    await t.test('as it is shown, with a hostile text in it', async (t2) => {
      const seen = await visit(t2, browser, { endpoint: `${receiver.url}/v1/reports` });
      const { tab, frame } = seen;
      await reachReview(seen, '</pre> "canari" \\');
      await frame.evaluate(`${FORM}.querySelector('.exact > summary').focus()`);
      await tab.press('Enter');
      await frame.waitFor(`${TEXT}?.checkVisibility()`, PATIENT);
      await tabTo(tab, frame, '.exact pre');
      const shown = await frame.evaluate<string>(`${TEXT}.textContent`);
      await pressPrimary(tab, frame);
      await waitForTitle(frame, fr['ok.title']);
      const body = receiver.reports().at(-1) ?? '';
      assert.ok(body.includes('canari'));
      assert.equal(shown, JSON.stringify(JSON.parse(body), null, 2));
    });
  });
}
