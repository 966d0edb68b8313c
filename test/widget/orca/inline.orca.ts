// The form in the page, heard with Orca in French: no element is « clickable », and none of our words is in another
// language.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertInOrder, listenTo, type Browser } from './ears.ts';
import { startPage } from './page.ts';

for (const browser of ['firefox', 'chromium'] satisfies Browser[]) {
  test(`${browser}: a form in the page is heard in French, and as a form`, async (t) => {
    const { url } = await startPage(t, { tag: 'cliquez-signalez-form', attributes: 'category="unsure"' });
    const ears = await listenTo(t, browser, url, 'fr');
    await ears.until('Tab', 'Je ne sais pas', 40);
    await ears.until('Tab', 'Continuer', 12);
    const where = `${await ears.key('Return')} | ${await ears.wait(1)}`;
    assertInOrder(where, 'Où se trouve le contenu ?', 'Étape 2 sur 3', 'N’enregistrez rien');
    await ears.until('Tab', 'Continuer', 12);
    assertInOrder(await ears.key('Return'), 'Il y a un problème', 'Choisissez où se trouve le contenu');
    const all = ears.transcript.join('\n');
    assert.ok(!/cliquable|clickable/.test(all), all);
    assert.ok(/Mode (?:focus|navigation)|non sélectionné|sélectionné/.test(all), all);
  });
}
