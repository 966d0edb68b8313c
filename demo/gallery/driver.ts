// Drives a widget to a state as a reporter would, in any language: by fields and parts, never by words.

import type { ReportButton } from '../../src/button/report-button.ts';

const PATIENCE_MS = 8_000;

/** Drives one widget. */
export class Driver {
  readonly element: ReportButton;

  constructor(element: ReportButton) {
    this.element = element;
  }

  find(selector: string): HTMLElement | null {
    return this.element.renderRoot?.querySelector<HTMLElement>(selector) ?? null;
  }

  /** Checks a condition at each frame until it holds. */
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

  get heading(): string {
    return this.find('.panel h2')?.textContent ?? '';
  }

  /** Opens the form. A form in the page opens by itself, so this waits for it. */
  async open(): Promise<void> {
    if (!this.element.isInline) await this.element.open();
    await this.until(() => this.heading && (this.element.isInline || this.find('dialog[open]')), 'the form');
  }

  async click(selector: string): Promise<void> {
    (await this.wait(selector)).click();
    // The form leaves a step in the task after the click.
    await new Promise<void>((resolve) => void setTimeout(resolve));
    await this.element.updateComplete;
  }

  /** Chooses an answer, unless it is already chosen. */
  async choose(name: string, value: string): Promise<void> {
    const selector = `input[name="${name}"][value="${value}"]`;
    const input = (await this.wait(selector)) as HTMLInputElement;
    if (!input.checked) await this.click(selector);
  }

  async fill(name: string, text: string): Promise<void> {
    const field = (await this.wait(`[name="${name}"]`)) as HTMLInputElement;
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    field.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    await this.element.updateComplete;
  }

  /** Presses « Continuer » or « Envoyer », and waits for another view, the outcome, an error or a remark. */
  async next(): Promise<void> {
    const before = this.heading;
    await this.click('.footer [type="submit"]');
    await this.until(
      // The line stands in the footer while the report is on its way.
      () => (this.heading !== before && !this.find('.footer .line')) || this.find('.summary, .remark'),
      'what follows this step',
    );
  }

  /** Goes from a closed widget to the step « where ». */
  async reachWhere(category: string): Promise<void> {
    await this.open();
    await this.choose('category', category);
    await this.next();
  }

  /** Goes to the step « details », for content on this page. */
  async reachDetails(category: string): Promise<void> {
    await this.reachWhere(category);
    await this.choose('where', 'here');
    await this.next();
  }

  /** Goes to the last check, with the shortest answers. */
  async reachCheck(category = 'hate_violence_discrimination'): Promise<void> {
    await this.reachDetails(category);
    await this.next();
  }

  /** Sends, and waits for the result. */
  async reachSent(category?: string): Promise<void> {
    await this.reachCheck(category);
    await this.next();
  }
}
