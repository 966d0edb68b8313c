// A way that does not work: this file never reaches the browser, so nothing is defined there.
import 'cliquez-signalez/define';
import type {} from 'cliquez-signalez/types/react';

export default function Page() {
  return (
    <main>
      <cliquez-signalez endpoint="/v1/reports" hotline="Point de Contact" country="FR">
        <a href="https://www.pointdecontact.net/">Signaler un contenu illégal à Point de Contact</a>
      </cliquez-signalez>
    </main>
  );
}
