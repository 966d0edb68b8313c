// The preview: the real widget in a frame, with the current answers. Each change recreates it. The demo's receiver
// replaces the endpoint; where there is none, the page answers by itself.

import type { Integrity } from '../../.build/snippets.ts';
import type { ReportButton } from '../../src/widget/button/report-button.ts';
import { answerHere, leavePolicyAlone } from '../answer-here.ts';
import { themeCss } from '../theme/output.ts';
import type { Answers } from './answers.ts';
import type { PreviewWindow } from './preview-page.ts';
import { attributesOf } from './output.ts';

/** Contents of dist/cdn/integrity.json, which the page holds. */
export const readIntegrity = (text: string): Integrity => JSON.parse(text) as Integrity;

/** Attributes that set the recipient or the sender of reports. The preview uses the demo's values instead. */
const NOT_SHOWN = ['src', 'follow-up', 'partner', 'embed'];

/** The frame of the page. */
export class Preview {
  #frame: HTMLIFrameElement;
  #shown = '';
  #linkText: string;
  #answers: Answers;
  /** Further languages that the button needs. */
  #languages: readonly string[] = [];

  constructor(frame: HTMLIFrameElement, answers: Answers, linkText: string) {
    this.#frame = frame;
    this.#answers = answers;
    this.#linkText = linkText;
    frame.addEventListener('load', () => this.#renew());
    this.show(answers, []);
  }

  /** Shows answers, if the preview depends on them. */
  show(answers: Answers, languages: readonly string[]): void {
    this.#answers = answers;
    this.#languages = languages;
    const { contentDocument, contentWindow } = this.#frame;
    const main = contentDocument?.querySelector<HTMLElement>('main[data-endpoint]');
    const { loadLanguage } = contentWindow as Partial<PreviewWindow>;
    // Until its script has run, the page of the frame can show nothing. Once it has loaded, it does.
    if (!contentDocument || !main || !loadLanguage) return;
    const attributes = attributesOf(answers);
    const css = themeCss(answers.theme);
    const now = JSON.stringify([attributes, css]);
    if (now === this.#shown) return;
    this.#shown = now;
    // The page of the frame loads them itself: a script's address is a Trusted Type there.
    for (const tag of languages) loadLanguage(tag);
    dress(contentDocument, css);
    const widget = contentDocument.createElement('cliquez-signalez');
    for (const [name, value] of Object.entries(attributes)) {
      if (!NOT_SHOWN.includes(name)) widget.setAttribute(name, value);
    }
    const receiver = main.dataset['endpoint'];
    if (receiver) widget.setAttribute('endpoint', receiver);
    else takeOver(widget);
    const link = contentDocument.createElement('a');
    link.href = attributes['hotline-url'] ?? '';
    link.textContent = this.#linkText.replace('{hotline}', attributes['hotline'] ?? '');
    widget.append(link);
    // A dialog needs more space than a button.
    const place = this.#frame.parentElement!;
    place.classList.toggle('tall', answers.mode === 'inline');
    widget.addEventListener('cs-open', () => place.classList.add('tall'));
    widget.addEventListener('cs-close', () => place.classList.remove('tall'));
    // « Quitter vite » leads to a page that refuses frames, so the preview reloads instead.
    widget.addEventListener('cs-exit', () => setTimeout(() => this.#frame.contentWindow?.location.reload()));
    main.querySelector('cliquez-signalez')?.remove();
    main.append(widget);
  }

  #renew(): void {
    this.#shown = '';
    this.show(this.#answers, this.#languages);
  }
}

/** The first step names the recipient of a report. With a transport it would name this page instead. */
function takeOver(widget: ReportButton): void {
  leavePolicyAlone(widget.ownerDocument.defaultView ?? window);
  widget.addEventListener('cs-step', ({ step }) => {
    if (step > 1) widget.transport = answerHere;
  });
}

const sheets = new WeakMap<Document, CSSStyleSheet>();

function dress(page: Document, css: string): void {
  const { CSSStyleSheet: Sheet } = page.defaultView as unknown as { CSSStyleSheet: typeof CSSStyleSheet };
  const sheet = sheets.get(page) ?? new Sheet();
  sheets.set(page, sheet);
  sheet.replaceSync(css);
  page.adoptedStyleSheets = [sheet];
}
