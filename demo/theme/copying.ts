// The buttons that copy a piece of code and confirm it.

import { byId } from './element.ts';

/** The confirmations, with `{title}` for the name of the copied piece. */
interface CopyWords {
  /** The code is copied. */
  readonly copied: string;
  /** The browser refused, so the code is selected. */
  readonly selected: string;
}

/** Activates the buttons. */
export function offerCopies(words: CopyWords): void {
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
    // The browser refused. The code is selected, so that one shortcut copies it.
    getSelection()?.selectAllChildren(code);
    say(selected.replace('{title}', title));
  }
}

/** Announces a sentence. The region is emptied first, so that a repeated sentence is announced again. */
function say(sentence: string): void {
  const status = byId('copied');
  status.textContent = '';
  requestAnimationFrame(() => (status.textContent = sentence));
}
