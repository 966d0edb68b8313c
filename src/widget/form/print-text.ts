// Prints a text of the form.

import { markForRecorders } from '../page/recorder-marks.ts';
import type { FormView } from './form-view.ts';

const LONGEST_MS = 60_000;

/** Prints a text from a frame of its own: printing the page would print the reported content. */
export function printText(form: FormView, text: string): void {
  const frame = document.createElement('iframe');
  // Not `display: none`: Firefox prints nothing of such a frame.
  frame.className = 'unseen';
  frame.ariaHidden = 'true';
  frame.tabIndex = -1;
  const fill = (): void => {
    const { contentDocument: page, contentWindow: view } = frame;
    if (!page || !view) return;
    markForRecorders(page.documentElement);
    page.documentElement.lang = form.localize.tag;
    page.documentElement.dir = form.localize.dir;
    page.documentElement.translate = false;
    // Line breaks become elements.
    page.body.innerText = text;
    view.addEventListener('afterprint', () => frame.remove());
    // A browser that does not print sends no event, so a timer removes the text from the page.
    setTimeout(() => frame.remove(), LONGEST_MS);
    view.print();
  };
  // Firefox replaces the frame's first document before it fires `load`.
  frame.addEventListener('load', fill);
  // Within the panel, which recorders leave out: they read frames of the page's own origin.
  markForRecorders(frame);
  form.host.renderRoot.querySelector('.panel')!.append(frame);
}
