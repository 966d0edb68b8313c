// « Suivre un signalement », heard with Orca: the door, a slip of the pen, the answer, and what happens next.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeCode, writtenCode } from '../../../src/core/follow-up/code.ts';
import { hashOf, locatorOf } from '../../../src/core/follow-up/locator.ts';
import { openStore } from '../../../src/receiver/index.ts';
import { row } from '../../receiver/store-rows.ts';
import { assertInOrder, listenTo, times, type Browser } from './ears.ts';
import { startPage } from './page.ts';

for (const browser of ['firefox', 'chromium'] satisfies Browser[]) {
  test(`${browser}: the question what became of a report, heard from its door to the answer`, async (t) => {
    const { url, receiver } = await startPage(t, { isFollowed: true });
    const code = makeCode();
    const store = await openStore(`sqlite:${receiver.database}`);
    await store.put(row('r1'), await hashOf(await locatorOf(code)));
    await store.followUps.setOutcome('R1', { state: 'removed', since: '2026-11-24' });
    await store.close();
    const written = writtenCode(code).toLowerCase();
    const ears = await listenTo(t, browser, url);

    await ears.until('Tab', 'Cliquez, Signalez', 40);
    await ears.key('Return');
    await ears.until('Tab', 'Suivre un signalement', 40);
    const question = `${await ears.key('Return')} | ${await ears.wait(1)}`;
    assertInOrder(question, 'Suivre un signalement', 'Tapez le code que vous avez noté');

    const field = await ears.until('Tab', 'Votre code de suivi');
    assert.ok(/requi/i.test(field), field);
    // A slip of the pen: one sign is another.
    await ears.type(written.slice(0, -1) + (written.endsWith('7') ? '8' : '7'));
    const slip = `${await ears.key('Return')} | ${await ears.wait(1)}`;
    assertInOrder(slip, 'Il y a un problème', 'Une lettre ou un chiffre n’est pas le bon');
    assert.equal(times(slip, 'Une lettre ou un chiffre'), 1, slip);

    await ears.until('Tab', 'Une lettre ou un chiffre');
    const again = await ears.key('Return');
    assertInOrder(again, 'Votre code de suivi');
    await ears.key('ctrl+a');
    await ears.type(written);
    const answer = `${await ears.key('Return')} | ${await ears.wait(1)}`;
    assertInOrder(answer, 'a été retiré', 'Depuis le 24 novembre 2026');
    assert.ok(!answer.slice(answer.indexOf('a été retiré')).includes('Chargement'), answer);
    // Nothing of the code is said once it is answered.
    assert.ok(!answer.toLowerCase().includes(written.slice(0, 4)), answer);
    await ears.until('Tab', 'Retour');
  });
}
