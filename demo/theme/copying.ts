// The buttons that copy a piece of code, and say so.

import { byId } from './element.ts';

/** What is said, with `{title}` for what was copied. */
interface CopyWords {
  /** It is copied. */
  readonly copied: string;
  /** It is selected, because the browser refused. */
  readonly selected: string;
}

const FRENCH: CopyWords = {
  copied: '{title}\u00A0: copié.',
  selected: '{title}\u00A0: le texte est sélectionné. Copiez-le avec Ctrl+C.',
};

/** Makes them work. */
export function offerCopies(words: CopyWords = FRENCH): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-copy]'))
    button.addEventListener('click', () => void copy(button.dataset['copy']!, words));
}

async function copy(id: string, { copied, selected }: CopyWords): Promise<void> {
  const code = byId(id);
  const title = byId(`${id}-title`).textContent;
  try {
    await navigator.clipboard.writeText(code.textContent);
    say(copied.replace('{title}', title));
  } catch {
    // Refused: marked, so that one key is enough.
    getSelection()?.selectAllChildren(code);
    say(selected.replace('{title}', title));
  }
}

/** A word for everybody; emptied first, so that the same one is heard again. */
function say(sentence: string): void {
  const status = byId('copied');
  status.textContent = '';
  requestAnimationFrame(() => (status.textContent = sentence));
}
