// The preview: the real widget in a frame, with the answers, made anew at each change, and the demo's own receiver in
// the place of the endpoint.

import type { Integrity } from '../../.build/snippets.ts';
import { themeCss } from '../theme/output.ts';
import type { Answers } from './answers.ts';
import { attributesOf } from './output.ts';

/** Contents of dist/cdn/integrity.json, which the page holds. */
export const readIntegrity = (text: string): Integrity => JSON.parse(text) as Integrity;

/** Attributes that say where reports go, or who sends them: the demo's stand in their place. */
const NOT_SHOWN = ['src', 'partner', 'embed'];

/** The frame of the page. */
export class Preview {
  #frame: HTMLIFrameElement;
  #shown = '';
  #linkText: string;
  #answers: Answers;

  constructor(frame: HTMLIFrameElement, answers: Answers, linkText: string) {
    this.#frame = frame;
    this.#answers = answers;
    this.#linkText = linkText;
    frame.addEventListener('load', () => this.#renew());
    this.show(answers);
  }

  /** Shows answers, where anything of them is seen. */
  show(answers: Answers): void {
    this.#answers = answers;
    const { contentDocument } = this.#frame;
    const main = contentDocument?.querySelector<HTMLElement>('main[data-endpoint]');
    if (!contentDocument || !main) return;
    const attributes = attributesOf(answers);
    const css = themeCss(answers.theme);
    const now = JSON.stringify([attributes, css]);
    if (now === this.#shown) return;
    this.#shown = now;
    dress(contentDocument, css);
    const widget = contentDocument.createElement('cliquez-signalez');
    for (const [name, value] of Object.entries(attributes)) {
      if (!NOT_SHOWN.includes(name)) widget.setAttribute(name, value);
    }
    widget.setAttribute('endpoint', main.dataset['endpoint'] ?? '');
    const link = contentDocument.createElement('a');
    link.href = attributes['hotline-url'] ?? '';
    link.textContent = this.#linkText.replace('{hotline}', attributes['hotline'] ?? '');
    widget.append(link);
    // A dialog needs room, a button does not.
    const place = this.#frame.parentElement!;
    place.classList.toggle('tall', answers.mode === 'inline');
    widget.addEventListener('cs-open', () => place.classList.add('tall'));
    widget.addEventListener('cs-close', () => place.classList.remove('tall'));
    // « Quitter vite » leads to a page that frames must not show: back here instead.
    widget.addEventListener('cs-exit', () => setTimeout(() => this.#frame.contentWindow?.location.reload()));
    main.querySelector('cliquez-signalez')?.remove();
    main.append(widget);
  }

  #renew(): void {
    this.#shown = '';
    this.show(this.#answers);
  }
}

const sheets = new WeakMap<Document, CSSStyleSheet>();

function dress(page: Document, css: string): void {
  const { CSSStyleSheet: Sheet } = page.defaultView as unknown as { CSSStyleSheet: typeof CSSStyleSheet };
  const sheet = sheets.get(page) ?? new Sheet();
  sheets.set(page, sheet);
  sheet.replaceSync(css);
  page.adoptedStyleSheets = [sheet];
}
