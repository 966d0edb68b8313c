import { expect, test } from '@jest/globals';
import 'cliquez-signalez/define';

test('the button is there, in place of the link', async () => {
  document.body.innerHTML = `
    <cliquez-signalez endpoint="https://hotline.example/v1/reports" hotline="Point de Contact" lang="fr">
      <a href="https://www.pointdecontact.net/">Signaler un contenu illégal à Point de Contact</a>
    </cliquez-signalez>`;
  const element = document.querySelector('cliquez-signalez');
  await element.updateComplete;
  const label = element.shadowRoot.querySelector('button [part=launcher-label]');
  expect(label.textContent).toMatch('Cliquez, Signalez');
});
