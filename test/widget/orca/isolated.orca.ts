// The isolated mode, heard with Orca: the form is in the hotline's frame, and sounds as if it were in the page.
import { test } from 'node:test';
import { startIsolated } from '../isolated/isolated-site.ts';
import { DEFAULT_PATH } from '../../../src/receiver/protocol/paths.ts';
import { startReceiver } from '../../setup/receiver.ts';
import { assertInOrder, listenTo, type Browser } from './ears.ts';

for (const browser of ['firefox', 'chromium'] satisfies Browser[]) {
  test(`${browser}: a form in the hotline’s frame is heard from its button to step 2`, async (t) => {
    const receiver = await startReceiver();
    t.after(() => receiver.stop());
    const { page } = await startIsolated(t, { endpoint: receiver.url + DEFAULT_PATH });
    const ears = await listenTo(t, browser, page);
    await ears.until('Tab', 'Cliquez, Signalez', 40);
    const opened = `${await ears.key('Return')} | ${await ears.wait(2)}`;
    assertInOrder(opened, 'Que voulez-vous signaler ?');
    await ears.until('Tab', 'Contenus d’abus sexuels', 8);
    await ears.key('space');
    const where = `${await ears.key('Return')} | ${await ears.wait(1)}`;
    assertInOrder(where, 'Où se trouve le contenu ?', 'Étape 2 sur 3', 'Ne faites pas de capture d’écran');
  });
}
