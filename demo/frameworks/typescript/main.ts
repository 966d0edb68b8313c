// Plain TypeScript: the page's own HTML holds the element; the script gives it what no attribute can say.
import 'cliquez-signalez/define';
import { messages } from '../words.ts';

const button = document.querySelector('cliquez-signalez')!;
button.messages = messages;
button.addEventListener('cs-sent', () => {
  document.querySelector('[role=status]')!.textContent = 'Merci de votre aide.';
});
