import { expect, test } from '@jest/globals';
import 'cliquez-signalez/define';

document.body.innerHTML = `
  <cliquez-signalez practice hotline="Point de Contact" lang="fr">
    <a href="https://www.pointdecontact.net/">Signaler un contenu illégal à Point de Contact</a>
  </cliquez-signalez>`;
const element = document.querySelector('cliquez-signalez');

test('the button is there, in place of the link', async () => {
  await element.updateComplete;
  const label = element.renderRoot.querySelector('button [part=launcher-label]');
  expect(label.textContent).toMatch('Cliquez, Signalez');
});

test('a press opens the form', async () => {
  const opened = new Promise((done) => element.addEventListener('cs-open', done));
  element.renderRoot.querySelector('[part=launcher]').click();
  await opened;
  expect(element.renderRoot.querySelector('dialog').open).toBe(true);
  expect(element.renderRoot.querySelector('h2').textContent).toMatch('Que voulez-vous signaler');
  element.close();
  expect(element.renderRoot.querySelector('dialog').open).toBe(false);
});
