// A practice report, heard with Orca: every view says that nothing is sent, and the last one that nothing was.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertInOrder, listenTo, times, type Browser } from './ears.ts';
import { startPage } from './page.ts';

const BAND = 'Entraînement : rien n’est envoyé.';

for (const browser of ['firefox', 'chromium'] satisfies Browser[]) {
  test(`${browser}: a practice report, heard from its opening to its number`, async (t) => {
    const { url, receiver } = await startPage(t, { attributes: 'practice' });
    const ears = await listenTo(t, browser, url);

    await ears.until('Tab', 'Cliquez, Signalez', 40);
    const opening = await ears.key('Return');
    assertInOrder(opening, 'Que voulez-vous signaler ?', BAND, 'Étape 1 sur 3');
    assert.ok(opening.split(/\s+/).length <= 66, opening);

    await ears.until('Tab', 'Contenus d’abus sexuels sur mineurs');
    await ears.key('space');
    const where = await ears.key('Return');
    assertInOrder(where, 'Où se trouve le contenu ?', BAND, 'Étape 2 sur 3');
    assert.equal(times(where, BAND), 1, where);

    await ears.until('Tab', 'J’ai le lien');
    await ears.key('Insert+a');
    await ears.key('space');
    await ears.until('Tab', 'Lien (adresse de la page)');
    await ears.type('https://forum.example/sujet/12');
    const review = `${await ears.key('Return')} | ${await ears.wait(1)}`;
    assertInOrder(review, 'Vérifiez, puis envoyez', BAND, 'Étape 3 sur 3');
    const button = await ears.until('Tab', 'Envoyer le signalement');
    assertInOrder(button, 'Envoyer le signalement', 'ce signalement ne quitte pas cet appareil');
    const end = `${await ears.key('Return')} | ${await ears.wait(1)}`;
    assertInOrder(end, 'Fin de l’entraînement', BAND, 'Numéro d’entraînement');
    assert.ok(!end.includes('Signalement envoyé'), end);
    assert.equal(receiver.reports().length, 0);
  });
}
