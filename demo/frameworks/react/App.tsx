// React 19: a button under a message, on a page that the server renders.
import { useState } from 'react';
import 'cliquez-signalez/define';
import type { ReportButton } from 'cliquez-signalez';
import type {} from 'cliquez-signalez/types/react';
import { messages } from '../words.ts';

export function App() {
  const [isThanked, setThanked] = useState(false);

  // Not `messages={…}` and `oncs-sent={…}`: while it hydrates, React gives a custom element neither its properties nor
  // its listeners (react/react#35446). A ref is called in every case.
  const connect = (button: ReportButton) => {
    const thank = () => setThanked(true);
    button.messages = messages;
    button.addEventListener('cs-sent', thank);
    return () => button.removeEventListener('cs-sent', thank);
  };

  return (
    <main>
      <h1>Le forum</h1>
      <p>Un message que quelqu’un a écrit.</p>
      <cliquez-signalez
        ref={connect}
        endpoint="/v1/reports"
        hotline="Point de Contact"
        hotline-url="https://hotline.example/signaler"
        country="FR"
        embed="npm"
      >
        <a href="https://hotline.example/signaler">Signaler un contenu illégal à Point de Contact</a>
        <span slot="label">Signaler</span>
      </cliquez-signalez>
      <p role="status">{isThanked && 'Merci de votre aide.'}</p>
      <p>Un autre message, plus bas.</p>
    </main>
  );
}
