// <cliquez-signalez>: the button on the partner's page. The form comes with the first sign that it will be pressed.

import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { accentStyles } from '../theme/accent.styles.ts';
import { flagIcon } from './icons.ts';
import { buttonStyles } from './report-button.styles.ts';
import { ReportElement } from './report-element.ts';

/** How the button looks. */
export type Variant = 'button' | 'floating' | 'link' | 'icon' | 'bar';

/**
 * A button that opens a short form with which anyone reports illegal content to a hotline.
 *
 * @summary The button « Cliquez, Signalez ! » and its dialog.
 * @tag cliquez-signalez
 *
 * @attr {string} lang - Language of the widget; without it, that of the nearest `lang`.
 * @attr {string} country - ISO 3166-1 alpha-2 country of the reporters, which decides the help numbers. Never guessed.
 * @attr {auto|light|dark} scheme - Light or dark; `auto` follows the page's `color-scheme`.
 * @attr {s|m|l} size - 44, 48 or 56 px.
 * @attr {bottom-end|bottom-start|middle-end|middle-start} placement - Where the floating button stands.
 * @attr {string} privacy-url - The hotline's privacy notice.
 * @attr {string} categories - Identifiers of the categories offered, separated by spaces.
 * @attr {string} category - The category selected in advance.
 * @attr {string} url - An address filled in in advance.
 * @attr {ask|here|elsewhere} page-context - Whether « Sur cette page » is offered, answered in advance, or not offered.
 * @attr {string} page-url - The address that « Sur cette page » stands for.
 * @attr {string} fields - Parts of the details step, among `role details reply`; empty for none.
 * @attr {string} exit-url - Where « Quitter vite » leads: https only.
 * @attr {string} partner - Public identifier of the partner site.
 * @attr {string} embed - How the widget got onto the page: `script`, `npm`, `wordpress`, `drupal`, `other_cms`…
 * @attr {number} heading-level - Level of the headings, 2 to 5.
 *
 * @slot - A link to the hotline, shown where the form cannot work, and before this script has run.
 * @slot label - Text of the button.
 * @slot icon - Icon of the button.
 * @slot bar-title - Title of the bar.
 * @slot bar-text - Text of the bar.
 * @slot brand - Mark of the hotline or the partner, on the first step.
 * @slot resources - Further help lines, on the sent view.
 * @slot footer-note - A note at the end of the first step.
 *
 * @csspart launcher - The button.
 * @csspart launcher-icon - Its icon.
 * @csspart launcher-label - Its text.
 * @csspart bar - The surface of the bar.
 * @csspart dialog - The dialog.
 *
 * @cssproperty [--cs-accent=#1f4fd8] - Brand colour; what is shown is derived from it and always readable.
 * @cssproperty [--cs-surface=light-dark(#fff, #12161f)] - Colour of the form's paper.
 * @cssproperty [--cs-danger=#c8102e] - Colour of errors.
 * @cssproperty [--cs-font=system-ui] - Font family; none is ever downloaded.
 * @cssproperty [--cs-font-size=1rem] - Size of text; never under 16 px.
 * @cssproperty [--cs-radius=12px] - Radius of corners.
 * @cssproperty [--cs-space=4px] - Unit of spacing.
 * @cssproperty [--cs-z=1000] - Stacking of the floating button.
 *
 * @fires {CsOpenEvent} cs-open - The form was opened.
 * @fires {CsStepEvent} cs-step - A step is shown.
 * @fires {CsSentEvent} cs-sent - The endpoint has confirmed a report.
 * @fires {CsErrorEvent} cs-error - Something failed.
 * @fires {CsCloseEvent} cs-close - The form was closed.
 * @fires {CsExitEvent} cs-exit - The reporter left by « Quitter vite ».
 */
export class ReportButton extends ReportElement {
  static override styles: CSSResultGroup = [accentStyles, buttonStyles];

  /** How the button looks. An unknown value gives the default. */
  @property() variant: Variant = 'button';

  /** `dialog`, or `inline` to show the form in the page, without a button. */
  @property() mode: 'dialog' | 'inline' = 'dialog';

  get isInline(): boolean {
    return this.mode === 'inline';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('command', this.#onCommand);
    document.addEventListener('click', this.#onPageClick);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('command', this.#onCommand);
    document.removeEventListener('click', this.#onPageClick);
  }

  /** Moves focus to the button. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('[part~="launcher"]')?.focus(options);
  }

  /** `<button commandfor="…" command="--open">` opens the form. */
  #onCommand = (event: Event): void => {
    if ((event as Event & { command?: string }).command === '--open') void this.open();
  };

  /** Any `[data-cliquez-signalez]` opens the widget it names, or the page's first one. */
  #onPageClick = (event: Event): void => {
    const path = event.composedPath();
    const opener = path.find((node): node is HTMLElement => node instanceof HTMLElement && 'cliquezSignalez' in node.dataset);
    if (!opener) return;
    const { cliquezSignalez: id, url, category } = opener.dataset;
    if (id ? this.id !== id : document.querySelector(this.localName) !== this) return;
    event.preventDefault();
    void this.open({ ...(url && { url }), ...(category && { category }) });
  };

  #onPress(): void {
    void this.open();
  }

  #prefetch(): void {
    void this.load();
  }

  #launcher(): TemplateResult {
    const isIcon = this.variant === 'icon';
    const label = this.localize.text('launcher.label');
    const context = this.localize.text('launcher.context');
    const inner = html`<slot name="icon"><span part="launcher-icon">${flagIcon}</span></slot
      ><span part="launcher-label" class=${isIcon ? 'unseen' : ''}
        ><slot name="label">${this.variant === 'link' || isIcon ? this.localize.text('launcher.link') : label}</slot></span
      >${isIcon || this.variant === 'link' || label === context ? nothing : html`<span class="unseen"> – ${context}</span>`}`;
    if (this.canReport) {
      return html`<button
        type="button"
        part="launcher"
        class="launcher"
        aria-haspopup="dialog"
        aria-busy=${this.isLoading}
        @click=${this.#onPress}
        @pointerenter=${this.#prefetch}
        @focus=${this.#prefetch}
      >
        ${inner}
      </button>`;
    }
    return html`<a part="launcher" class="launcher" href=${this.hotlineLink ?? nothing} target="_blank" rel="noopener noreferrer"
      >${inner}</a
    >`;
  }

  protected override render(): TemplateResult {
    const { localize } = this;
    const hasLauncher = !this.isInline && (this.canReport || this.hotlineLink !== undefined);
    const launcher = hasLauncher ? this.#launcher() : nothing;
    return html`<div class="themed box" lang=${localize.tag} dir=${localize.dir}>
        ${this.variant === 'bar' && hasLauncher
          ? html`<div class="bar" part="bar">
              <p>
                <b><slot name="bar-title">${localize.text('launcher.bar.title')}</slot></b
                ><slot name="bar-text">${localize.text('launcher.bar.text')}</slot>
              </p>
              ${launcher}
            </div>`
          : launcher}
        <p class="failure" role="alert" ?hidden=${!this.hasFailed}>${this.hasFailed ? localize.text('err.load') : nothing}</p>
      </div>
      <slot ?hidden=${hasLauncher && !this.hasFailed || this.form !== undefined}></slot>${this.form?.render()}`;
  }
}
