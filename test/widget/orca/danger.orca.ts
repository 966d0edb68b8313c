// Harassment, heard with Orca: what to note first, and the numbers once somebody fears for their life.
import { test } from 'node:test';
import { assertInOrder, listenTo, type Browser } from './ears.ts';
import { startPage } from './page.ts';

for (const browser of ['firefox', 'chromium'] satisfies Browser[]) {
  test(`${browser}: a journalist who is threatened hears what to note, and whom to call`, async (t) => {
    const { url } = await startPage(t);
    const ears = await listenTo(t, browser, url);
    await ears.until('Tab', 'Cliquez, Signalez', 40);
    await ears.key('Return');
    await ears.until('Tab', 'Contenus d’abus sexuels');
    await ears.key('Insert+a');
    // Before the first category stands the last one, and before it this one.
    await ears.until('Up', 'Harcèlement sexuel', 3);
    const where = `${await ears.key('Return')} | ${await ears.wait(1)}`;
    assertInOrder(
      where,
      'Où se trouve le contenu ?',
      'Étape 2 sur 3',
      'Du chantage ? Ne payez pas.',
      'Ne copiez, ne transférez ni image ni vidéo intime. À noter d’abord : lien, compte, date.',
    );
    await ears.until('Tab', 'Craignez-vous pour votre vie ou votre sécurité, maintenant ?');
    const danger = `${await ears.key('space')} | ${await ears.wait(1)}`;
    assertInOrder(danger, 'Danger immédiat ? Appelez tout de suite.');
    await ears.until('Tab', 'Appeler le 17', 4);
  });
}
