import 'cliquez-signalez/define';
import type {} from 'cliquez-signalez/types/solid';
import { createSignal } from 'solid-js';
import { render } from 'solid-js/web';

const messages = { 'launcher.label': 'Signaler ce message' };

function App() {
  const [isThanked, setThanked] = createSignal(false);
  return (
    <>
      <cliquez-signalez
        endpoint="/v1/reports"
        hotline="Point de Contact"
        country="FR"
        prop:messages={messages}
        on:cs-sent={() => setThanked(true)}
      >
        <a href="https://www.pointdecontact.net/">Signaler un contenu illégal à Point de Contact</a>
      </cliquez-signalez>
      <p role="status">{isThanked() ? 'Merci de votre aide.' : ''}</p>
    </>
  );
}

render(() => <App />, document.querySelector('main')!);
