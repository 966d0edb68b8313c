// The end of a report with a code, heard with Orca: « C’est noté », and the question before the code is lost.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertInOrder, listenTo, type Browser } from './ears.ts';
import { startPage } from './page.ts';

for (const browser of ['firefox', 'chromium'] satisfies Browser[]) {
  test(`${browser}: who closes with a code is asked whether it is noted, and sees it again`, async (t) => {
    const { url } = await startPage(t, {
      isFollowed: true,
      attributes: 'category="unsure" url="https://exemple.fr/forum/12"',
    });
    const ears = await listenTo(t, browser, url);
    await ears.until('Tab', 'Cliquez, Signalez', 40);
    await ears.key('Return');
    await ears.until('Tab', 'Je ne sais pas');
    await ears.key('Return');
    await ears.until('Tab', 'Continuer', 12);
    await ears.key('Return');
    await ears.until('Tab', 'Envoyer le signalement');
    const sent = `${await ears.key('Return')} | ${await ears.wait(1)}`;
    assertInOrder(sent, 'Signalement envoyé', 'Votre numéro', 'Votre code de suivi', 'Faire retirer');

    const noted = await ears.until('Tab', 'C’est noté');
    assert.ok(/not pressed/i.test(noted), noted);
    const pressed = await ears.key('space');
    assert.ok(/(?<!not )pressed/i.test(pressed), pressed);
    // A slip: it is not noted after all.
    const released = await ears.key('space');
    assert.ok(/not pressed/i.test(released), released);

    await ears.until('Tab', 'Fermer', 40);
    const question = `${await ears.key('Return')} | ${await ears.wait(1)}`;
    assertInOrder(question, 'Avez-vous noté le code ?', 'Si vous partez, il ne sera plus montré.');
    await ears.until('Tab', 'Revoir le code', 4);
    const again = `${await ears.key('Return')} | ${await ears.wait(1)}`;
    assertInOrder(again, 'Signalement envoyé', 'Votre code de suivi');
    assertInOrder(await ears.until('Tab', 'C’est noté', 6), 'not pressed', 'Votre code de suivi');
  });
}
