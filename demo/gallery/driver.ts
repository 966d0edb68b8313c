// Drives a form through its steps: selectors of its elements, and a class that opens, answers, continues and sends. It
// uses fields and parts, never words, so it works in any language. The gallery, the theme builder and all tests share it.

import type { ReportButton } from '../../src/widget/button/report-button.ts';
import type { Choice } from '../../src/widget/form/fields/control.ts';

// Selectors, within the shadow root of a widget. They contain no single quotes, so that scripts can quote them.

export const LAUNCHER = '[part=launcher]';
/** The form: a dialog, or a section of the page. */
export const PANEL = '.panel';
export const HEADING = '.panel h2';
/** What scrolls, between header and footer. */
export const BODY = '.panel .body';
/** « Continuer », « Envoyer », or what a question in between proposes. */
export const MAIN = '.footer [part=primary]';
export const BACK = '[part=back]';
export const CLOSE = '[part=close]';
/** « Quitter vite ». */
export const EXIT = '[part=exit]';
/** Good faith and destination, beside the button that sends. */
export const TERMS = '.footer .terms';
/** What is wrong with a step, or with sending. */
export const ERRORS = '.summary';
/** A question about an answer, which may be kept as it is. */
export const REMARK = '.remark';
/** The number of a report that was sent. */
export const REFERENCE = 'output';
/** Comes with the form's later part, as do the question before closing and the exit keys. */
export const LATER = '.about-exit';
/** The code of a report that was sent, below its number. */
export const CODE = '.reference ~ .reference output';
/** « Imprimer ce code ». */
export const PRINT_CODE = '.reference ~ .reference .save';
/** « C’est noté », beside it. */
export const NOTED = '.reference .noted';
/** « Suivre un signalement », on step 1. It leads to a field named `code`; `MAIN` asks. */
export const FOLLOW_UP_DOOR = '.follow';
/** The day of what became of a report. */
export const SINCE = '.since';
/** « Dire où il est », in answer to a question of the hotline. */
export const REPLY = '.body [part=primary]';
/** Another code, from what became of a report. */
export const ASK_AGAIN = '.body .back';
/** What became of a report that answers a question, on the sent view. */
export const JOINED = '.joined';
/** A report on its way. */
export const SENDING = '.footer .line';
/** A view that takes no taps yet. */
export const RESTING = '[data-resting], [data-restless]';
/** « On me menace avec des images de moi », on step 1. */
export const THREATENED_DOOR = '.door [part=secondary]';
/** « Ajouter des précisions », in the review. */
export const DETAILS_DOOR = '.more [part=secondary]';
/** « Comment copier le lien ? », under the first link. */
export const HOW_FOLD = '.how';
/** The form on one page (`flow="page"`). */
export const ONE_PAGE = '.whole';
/** « Encore un, mêmes réponses », after a report of the one-page form. */
export const AGAIN = '.footer .final[part=primary]';
/** The band of a form for practice. */
export const BAND = '.band';
/** The fold of the category's questions, and within it the fold of the questions of every report. */
export const QUESTIONS_FOLD = '.questions';
export const COMMON_FOLD = '.common';

/** Every field with this name: a text, a list, or the choices of a group. */
export const named = (name: string): string => `[field="${name}"]`;
/** One choice of a group. */
export const choice = (name: string, answer: string): string => `[field="${name}"][answer="${answer}"]`;

/**
 * The selector for a browser: `[field="…"]` and `[answer="…"]` are properties of controls (`fields/control.ts`), which
 * no attribute tells, so each stands for the ids of the controls that have it now. It runs in pages too, as text.
 */
export const selectorIn = (root: ParentNode, selector: string): string =>
  selector.replaceAll(/\[(field|answer)(\^?)="?([^"\]]+)"?\]/g, (_, property, isStart, wanted) => {
    const controls = [...root.querySelectorAll<Choice>('input, textarea, select')].filter((control) => {
      const has = control[property as 'field' | 'answer'];
      return has === wanted || (isStart && has?.startsWith(wanted));
    });
    return `:is(${controls.map(({ id }) => `#${id}`).join()})`;
  });

/** A script that finds the first element in a root, itself given as a script; null without it, or without a root. */
export const seek = (root: string, selector: string): string =>
  `((root) => root?.querySelector((${String(selectorIn)})(root, ${JSON.stringify(selector)})) ?? null)(${root})`;

/** A script that tells whether an element, itself given as a script, is one that a selector finds. */
export const matches = (element: string, selector: string): string =>
  `((one) => one?.matches((${String(selectorIn)})(one.getRootNode(), ${JSON.stringify(selector)})) ?? false)(${element})`;

const answerOf = (chosen: Element | null | undefined): string | undefined =>
  (chosen as Choice | null | undefined)?.answer;

const PATIENCE_MS = 15_000;

/** The answers without which no report is sent; the shortest way gives usual ones. */
export interface Shortest {
  readonly category?: string;
  /** Where the content is; `here` for this page. */
  readonly address?: string;
}

/** Drives one widget. */
export class Driver {
  readonly element: ReportButton;
  /** The answers that a caller does not give. */
  readonly usual: Required<Shortest> = { category: 'hate_violence_discrimination', address: 'here' };

  constructor(element: ReportButton) {
    this.element = element;
  }

  get root(): ShadowRoot {
    return this.element.renderRoot;
  }

  find(selector: string): HTMLElement | null {
    return this.root?.querySelector<HTMLElement>(selectorIn(this.root, selector)) ?? null;
  }

  /** The input that a selector finds. */
  input(selector: string): Choice | null {
    return this.find(selector) as Choice | null;
  }

  /** Every element that a selector finds. */
  all<Found extends Element = Choice>(selector: string): Found[] {
    return [...this.root.querySelectorAll<Found>(selectorIn(this.root, selector))];
  }

  /** The first input or text area with this name. */
  field(name: string): Choice | null {
    return this.input(named(name));
  }

  /** The answer of a group or a list; undefined if it has none. */
  answer(name: string): string | undefined {
    const list = this.find(`select${named(name)}`) as HTMLSelectElement | null;
    return answerOf(list ? list.selectedOptions[0] : this.find(`${named(name)}:checked`));
  }

  /** Heading of the view on screen. */
  get heading(): string {
    return this.find(HEADING)?.textContent ?? '';
  }

  /** The number on the sent view. */
  get reference(): string {
    return this.find(REFERENCE)?.textContent ?? '';
  }

  /** Checks a condition until it holds. */
  async until<Found>(condition: () => Found, what: string): Promise<NonNullable<Found>> {
    const end = performance.now() + PATIENCE_MS;
    for (;;) {
      const found = condition();
      if (found) return found;
      if (performance.now() > end) throw new Error(`Waited in vain for ${what}; on screen: ${this.heading}`);
      await new Promise((done) => setTimeout(done, 15));
    }
  }

  /** Waits for an element of the widget. */
  wait(selector: string): Promise<HTMLElement> {
    return this.until(() => this.find(selector), selector);
  }

  /** Waits for a view by its heading. */
  async reach(heading: string): Promise<void> {
    await this.until(() => this.heading === heading, `« ${heading} »`);
  }

  /** Waits for the later part. */
  async laterPart(): Promise<void> {
    await this.wait(LATER);
  }

  /** Opens the form. A form in the page opens by itself, so this waits for it. */
  async open(): Promise<void> {
    if (!this.element.isInline) await this.start();
    await this.until(() => this.heading && (this.element.isInline || this.find('dialog[open]')), 'the form');
  }

  /** Begins to open the dialog. */
  protected async start(): Promise<void> {
    await this.element.open();
  }

  async click(selector: string): Promise<void> {
    (await this.wait(selector)).click();
    // The form leaves a step in the task after the click.
    await new Promise<void>((resolve) => void setTimeout(resolve));
    await this.element.updateComplete;
  }

  /** Chooses an answer, unless it is already chosen. */
  async choose(name: string, value: string): Promise<void> {
    const input = (await this.wait(choice(name, value))) as HTMLInputElement;
    if (!input.checked) await this.click(choice(name, value));
  }

  /** Chooses an answer of a list that opens. */
  async select(name: string, value: string): Promise<void> {
    const list = (await this.wait(`select${named(name)}`)) as unknown as HTMLSelectElement;
    list.selectedIndex = [...list.options].findIndex((option) => answerOf(option) === value);
    list.dispatchEvent(new Event('change', { bubbles: true }));
    await this.element.updateComplete;
  }

  /** Takes back one of several answers. */
  async untick(name: string, value: string): Promise<void> {
    const input = (await this.wait(choice(name, value))) as HTMLInputElement;
    if (input.checked) await this.click(choice(name, value));
  }

  async fill(name: string, text: string): Promise<void> {
    const input = (await this.wait(named(name))) as HTMLInputElement;
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    input.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    await this.element.updateComplete;
  }

  /** Opens the questions of the details step, including those of every report, and waits for them. */
  async openQuestions(): Promise<void> {
    for (const fold of [QUESTIONS_FOLD, COMMON_FOLD]) {
      this.find(`${fold}:not([open]) > summary`)?.click();
      await this.wait(`${QUESTIONS_FOLD} fieldset`);
    }
  }

  /** Presses « Continuer » or « Envoyer », and waits for another view, the outcome, an error or a remark. */
  async next(): Promise<void> {
    const before = this.heading;
    await this.click(MAIN);
    await this.until(
      // The line stands in the footer while the report is on its way.
      () => (this.heading !== before && !this.find(SENDING)) || this.find(`${ERRORS}, ${REMARK}`),
      'what follows this step',
    );
  }

  /** Goes from a closed widget to the step « where ». */
  async reachWhere(category = this.usual.category): Promise<void> {
    await this.open();
    await this.choose('category', category);
    await this.next();
  }

  /** Says where the content is. */
  async locate(address = this.usual.address): Promise<void> {
    await this.choose('where', address === 'here' ? 'here' : 'elsewhere');
    if (address !== 'here') await this.fill('addresses.0', address);
  }

  /** Goes to the review, with the shortest answers. */
  async reachCheck({ category, address }: Shortest = {}): Promise<void> {
    await this.reachWhere(category);
    await this.locate(address);
    await this.next();
  }

  /** Opens the optional details from the review. */
  async openDetails(): Promise<void> {
    const before = this.heading;
    await this.click(DETAILS_DOOR);
    await this.until(() => this.heading !== before, 'the details');
  }

  /** Goes to the optional details. */
  async reachDetails(category?: string, address?: string): Promise<void> {
    await this.reachCheck({ ...(category && { category }), ...(address && { address }) });
    await this.openDetails();
  }

  /** Sends, and waits for the result. */
  async reachSent(category?: string): Promise<void> {
    await this.reachCheck(category === undefined ? {} : { category });
    await this.next();
  }

  /** Goes from a closed widget to the question what became of a report. */
  async reachFollowUp(): Promise<void> {
    await this.open();
    // It loads after the later steps, and only where the page names the follow-up address.
    await this.click(FOLLOW_UP_DOOR);
    await this.wait(named('code'));
  }

  /** Asks what became of a report, and waits for the answer or an error. */
  async askFor(code: string): Promise<void> {
    await this.fill('code', code);
    await this.click(MAIN);
    await this.wait(`${SINCE}, ${ERRORS}`);
  }
}
