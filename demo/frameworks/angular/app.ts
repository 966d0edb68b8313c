// Angular 22: a button under a message, on a page that the server renders.
import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import 'cliquez-signalez/define';
import { messages } from '../words.ts';

@Component({
  selector: 'app-root',
  // Lets the template hold elements that are no components of Angular.
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <main>
      <h1>Le forum</h1>
      <p>Un message que quelqu’un a écrit.</p>
      <cliquez-signalez
        endpoint="/v1/reports"
        hotline="Point de Contact"
        hotline-url="https://hotline.example/signaler"
        country="FR"
        embed="npm"
        [messages]="messages"
        (cs-sent)="isThanked.set(true)"
      >
        <a href="https://hotline.example/signaler">Signaler un contenu illégal à Point de Contact</a>
        <span slot="label">Signaler</span>
      </cliquez-signalez>
      <p role="status">{{ isThanked() ? 'Merci de votre aide.' : '' }}</p>
      <p>Un autre message, plus bas.</p>
    </main>
  `,
})
export class App {
  readonly messages = messages;
  readonly isThanked = signal(false);
}
