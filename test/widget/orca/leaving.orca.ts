// The ways out, heard with Orca: Escape with an answer, and the three presses of « Quitter vite ».
import { test } from 'node:test';
import { assertInOrder, listenTo, type Browser } from './ears.ts';
import { startPage } from './page.ts';

for (const browser of ['firefox', 'chromium'] satisfies Browser[]) {
  test(`${browser}: what Escape asks, and what the exit keys say, is heard`, async (t) => {
    const { url } = await startPage(t, { attributes: 'exit-url="https://127.0.0.1:9/"' });
    const ears = await listenTo(t, browser, url);
    await ears.until('Tab', 'Cliquez, Signalez', 40);
    await ears.key('Return');
    await ears.until('Tab', 'Contenus d’abus sexuels');
    await ears.key('space');
    assertInOrder(await ears.key('Escape'), 'Fermer et effacer vos réponses ?', 'elles seront perdues');
    assertInOrder(await ears.key('Tab'), 'Continuer le signalement');
    assertInOrder(await ears.key('Return'), 'Que voulez-vous signaler ?', 'Étape 1 sur 3');
    await ears.key('Escape');
    await ears.until('Tab', 'Effacer et fermer', 4);
    assertInOrder(await ears.key('Return'), 'Cliquez, Signalez');

    await ears.key('Return');
    assertInOrder(await ears.key('Shift_L'), 'Encore deux appuis pour quitter.');
    assertInOrder(await ears.key('Shift_L'), 'Encore un appui pour quitter.');
  });
}
