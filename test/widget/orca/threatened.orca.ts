// The victim's door, heard with Orca: first steps, the service by its name, and the account that can be found there.
import { test } from 'node:test';
import { assertInOrder, listenTo, type Browser } from './ears.ts';
import { startPage } from './page.ts';
import { until } from '../../setup/until.ts';

for (const browser of ['firefox', 'chromium'] satisfies Browser[]) {
  test(`${browser}: a boy who is threatened hears what to do, and what to give`, async (t) => {
    const { url, files } = await startPage(t);
    const ears = await listenTo(t, browser, url);
    await ears.until('Tab', 'Cliquez, Signalez', 40);
    await ears.key('Return');
    await ears.until('Tab', 'On me menace avec des images de moi');
    const notice = `${await ears.key('Return')} | ${await ears.wait(1)}`;
    assertInOrder(
      notice,
      'Où cela se passe-t-il ?',
      'Étape 2 sur 3',
      'Ne payez pas. Ne répondez plus. Laissez la conversation où elle est.',
      'Ce n’est pas votre faute. Une équipe peut vous aider.',
      'Ne copiez, ne transférez ni image ni vidéo intime. À noter d’abord : lien, compte, date.',
      'Quelqu’un fouille votre téléphone ? N’y gardez rien.',
    );
    await ears.until('Tab', 'Appeler le 3018', 4);

    await ears.until('Tab', 'Je n’ai pas le lien', 6);
    await ears.key('space');
    // Nobody waits for them at a key: without them, the list of kinds stands.
    await until(() => [...files].some((name) => name.startsWith('named-services')), 'the services by name');
    await ears.until('Tab', 'Sur quelle application, quel site ou quel jeu ?', 4);
    await ears.type('snap');
    assertInOrder(
      await ears.key('Tab'),
      'Pseudo ou nom du compte',
      'Celui de cette personne, pas le vôtre',
      'Jamais de mot de passe',
    );
    // Nothing is given there.
    const soft = `${await ears.key('Return')} | ${await ears.wait(1)}`;
    assertInOrder(soft, 'Sans pseudo ni lien, Point de Contact ne pourra pas retrouver le contenu');
    await ears.until('Tab', 'Garder tel quel', 3);
    assertInOrder(`${await ears.key('Return')} | ${await ears.wait(1)}`, 'Vérifiez, puis envoyez');
  });
}
