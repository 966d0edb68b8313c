// The buttons that copy a piece of code, and say so.

import { byId } from './element.ts';

/** Makes them work. */
export function offerCopies(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-copy]'))
    button.addEventListener('click', () => void copy(button.dataset['copy']!));
}

async function copy(id: string): Promise<void> {
  const code = byId(id);
  const title = byId(`${id}-title`).textContent;
  try {
    await navigator.clipboard.writeText(code.textContent);
    say(`${title}\u00A0: copié.`);
  } catch {
    // Refused: marked, so that one key is enough.
    getSelection()?.selectAllChildren(code);
    say(`${title}\u00A0: le texte est sélectionné. Copiez-le avec Ctrl+C.`);
  }
}

/** A word for everybody; emptied first, so that the same one is heard again. */
function say(sentence: string): void {
  const status = byId('copied');
  status.textContent = '';
  requestAnimationFrame(() => (status.textContent = sentence));
}
