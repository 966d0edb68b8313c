import 'cliquez-signalez/define';
import type {} from 'cliquez-signalez/types/preact';
import { render } from 'preact';
import { useState } from 'preact/hooks';

const messages = { 'launcher.label': 'Signaler ce message' };

function App() {
  const [isThanked, setThanked] = useState(false);
  return (
    <>
      <cliquez-signalez
        endpoint="/v1/reports"
        hotline="Point de Contact"
        country="FR"
        messages={messages}
        oncs-sent={() => setThanked(true)}
      >
        <a href="https://www.pointdecontact.net/">Signaler un contenu illégal à Point de Contact</a>
      </cliquez-signalez>
      <p role="status">{isThanked ? 'Merci de votre aide.' : ''}</p>
    </>
  );
}

render(<App />, document.querySelector('main')!);
