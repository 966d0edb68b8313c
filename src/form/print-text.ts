// A text on paper.

import type { FormView } from './form-view.ts';

const LONGEST_MS = 60_000;

/** Prints a text from a frame of its own: printing the page would print what is being reported. */
export function printText(form: FormView, text: string): void {
  const frame = document.createElement('iframe');
  // Not `display: none`: Firefox prints nothing of such a frame.
  frame.className = 'unseen';
  frame.ariaHidden = 'true';
  frame.tabIndex = -1;
  const fill = (): void => {
    const { contentDocument: page, contentWindow: view } = frame;
    if (!page || !view) return;
    page.documentElement.lang = form.localize.tag;
    page.documentElement.translate = false;
    for (const line of text.split('\n')) {
      const paragraph = page.createElement('p');
      paragraph.textContent = line;
      page.body.append(paragraph);
    }
    view.addEventListener('afterprint', () => frame.remove());
    // Where the browser prints nothing, it does not say so: the text does not stay in the page for that.
    setTimeout(() => frame.remove(), LONGEST_MS);
    view.print();
  };
  // Firefox puts another document in the place of the first one before it says that the frame has loaded.
  frame.addEventListener('load', fill);
  form.host.renderRoot.append(frame);
}
