// A whole report, heard with Orca: from the button to the number, by keyboard, with errors on the way.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertInOrder, listenTo, times, type Browser } from './ears.ts';
import { startPage } from './page.ts';

for (const browser of ['firefox', 'chromium'] satisfies Browser[]) {
  test(`${browser}: a report about child abuse, with errors, heard to its number`, async (t) => {
    const { url, receiver } = await startPage(t);
    const ears = await listenTo(t, browser, url);

    const button = await ears.until('Tab', 'Cliquez, Signalez', 40);
    assertInOrder(button, 'Cliquez, Signalez ! Signaler un contenu illégal');
    const opening = await ears.key('Return');
    assertInOrder(opening, 'Que voulez-vous signaler ?', 'Étape 1 sur 3');
    // Not the whole dialog, nor a hint without its category: Orca did so, and said some two hundred words.
    assert.ok(!opening.includes('Image, vidéo, texte'), opening);
    assert.ok(opening.split(/\s+/).length <= 60, opening);

    await ears.until('Tab', 'Continuer');
    const missing = await ears.key('Return');
    assertInOrder(missing, 'Il y a un problème', 'Choisissez ce que vous voulez signaler');
    assert.equal(times(missing, 'Choisissez ce que vous voulez signaler'), 1, missing);

    await ears.until('Tab', 'Choisissez ce que vous voulez signaler');
    assertInOrder(await ears.key('Return'), 'Contenus d’abus sexuels sur mineurs');
    await ears.key('space');
    // Enter on a radio button continues to the next step.
    const where = await ears.key('Return');
    assertInOrder(where, 'Où se trouve le contenu ?', 'Étape 2 sur 3', 'Ne faites pas de capture d’écran');

    await ears.until('Tab', 'J’ai le lien');
    await ears.key('Insert+a');
    await ears.key('space');
    await ears.until('Tab', 'Lien (adresse de la page)');
    await ears.type('https://exemple.fr/forum/12?utm_source=x');
    const review = `${await ears.key('Return')} | ${await ears.wait(1)}`;
    assertInOrder(
      review,
      'Vérifiez, puis envoyez',
      'Étape 3 sur 3',
      'Pas encore envoyé',
      'Nous avons enlevé une partie du lien',
    );

    await ears.until('Tab', 'Ajouter des précisions (facultatif)');
    const details = `${await ears.key('Return')} | ${await ears.wait(1)}`;
    assertInOrder(details, 'Autres informations', 'Tout est facultatif');
    await ears.until('Tab', 'Continuer');
    assertInOrder(await ears.key('Return'), 'Vérifiez, puis envoyez', 'Étape 3 sur 3', 'Pas encore envoyé');
    await ears.until('Tab', 'Envoyer le signalement');
    const sent = `${await ears.key('Return')} | ${await ears.wait(1)}`;
    assertInOrder(sent, 'Signalement envoyé', 'Votre numéro');
    assert.equal(receiver.reports().length, 1);

    await ears.until('Tab', 'Copier le numéro');
    for (const time of ['once', 'once more']) {
      const copied = `${await ears.key('Return')} | ${await ears.wait(1)}`;
      assert.ok(copied.includes('C’est copié.'), `copied ${time}: « ${copied} »`);
    }
  });
}
