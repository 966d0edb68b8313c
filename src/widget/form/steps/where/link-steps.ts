// « Comment copier le lien ? »: three short steps each. With a finger: in an application, and in a browser. With a mouse: in
// a browser.

import { html, type TemplateResult } from 'lit';
import type { MessageKey } from '../../../../words/messages.ts';
import { icon } from '../../../shared/icons.ts';
import type { Texts } from '../../form-view.ts';

/** A step in words, beside the sign that screens have for it. */
type Step = readonly [sign: TemplateResult, words: MessageKey];

// An arrow that leaves a box.
const shareIcon = icon('M12 14.5v-11 M8 7l4-3.5L16 7 M8 10.5H5.5v10h13v-10H16');
// Two links of a chain.
const linkIcon = icon(
  'M10 13.5a3.8 3.8 0 0 0 5.4 0l3.2-3.2a3.8 3.8 0 0 0-5.4-5.4l-1 1 M14 10.5a3.8 3.8 0 0 0-5.4 0l-3.2 3.2a3.8 3.8 0 0 0 5.4 5.4l1-1',
);
// The bar of a browser, at the top of its window.
const barIcon = icon('M3.5 4.5h17v15h-17z M3.5 9.5h17 M6.5 7h7');
// An arrow onto a clipboard.
const pasteIcon = icon('M9 4.5H6v16h12v-16h-3 M9 3h6v3H9z M12 9v7.5 M9 13.5l3 3 3-3');

const END: Step = [pasteIcon, 's2.url.how.end'];

const APP: readonly Step[] = [[shareIcon, 's2.url.how.app.1'], [linkIcon, 's2.url.how.app.2'], END];
const BROWSER: readonly Step[] = [[barIcon, 's2.url.how.browser.1'], [linkIcon, 's2.url.how.browser.2'], END];
const COMPUTER: readonly Step[] = [
  [barIcon, 's2.url.how.computer.1'],
  [linkIcon, 's2.url.how.computer.2'],
  END,
];

const list = (form: Texts, steps: readonly Step[]): TemplateResult =>
  html`<ol class="signs">
    ${steps.map(([sign, words]) => html`<li>${sign} ${form.text(words)}</li>`)}
  </ol>`;

/** What is pressed with decides, as it does for taps: no browser is asked what it is. */
export const linkSteps = (form: Texts): TemplateResult =>
  globalThis.matchMedia?.('(pointer: coarse)').matches
    ? html`<p><b>${form.text('s2.url.how.app')}</b></p>
        ${list(form, APP)}
        <p><b>${form.text('s2.url.how.browser')}</b></p>
        ${list(form, BROWSER)}`
    : list(form, COMPUTER);
