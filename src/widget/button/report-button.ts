// <cliquez-signalez>: the button on the partner's page.
// It has no decorators: their helpers would cost 330 bytes of brotli before a click.

import {
  adoptStyles,
  html,
  LitElement,
  render,
  type CSSResult,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { addressText, usableEndpoint, WEB_ADDRESS } from '../../core/report/endpoint.ts';
import { isKeyText } from '../../core/report/key-text.ts';
import type { HelpResource } from '../../core/help/lines.ts';
import { localeAt } from '../../words/locales.ts';
import type { Messages } from '../../words/messages.ts';
import { LOCALE_ADDED } from '../../words/registry.ts';
import { accentStyles } from '../theme/accent.styles.ts';
import { typeStyles } from '../theme/types.styles.ts';
import type { Diagnosis } from '../diagnosis/finding.ts';
import { VERSION } from '../../core/version.ts';
import { inTime } from '../shared/arrival.ts';
import { CsErrorEvent } from '../shared/events.ts';
import { holdsPage } from '../shared/content.ts';
import { launcherText } from '../shared/launcher-text.ts';
import { launcherBox } from './launcher.ts';
import { buttonStyles } from './report-button.styles.ts';
import { variantStyles } from './variants.styles.ts';
import type { OpenOptions, ShownForm, Transport, Variant, Widget } from '../shared/widget.ts';

export type { OpenOptions, Transport, Variant } from '../shared/widget.ts';

/** The texts of the console load only for a fault. */
const diagnostics = (): Promise<typeof import('../diagnosis/diagnostics.ts')> =>
  import('../diagnosis/diagnostics.ts');

/** The widgets in the page, in order of insertion. */
const widgets = new Set<ReportButton>();

/** How long the form may take to open before the button shows that it is busy. */
const PATIENCE_MS = 300;

/** How long a page has to set what its first rendering lacks, such as the property `transport`. */
const LATE_MS = 3_000;

/**
 * The first widget with that id, in document order. Without an id: the first widget of the document, with either tag.
 */
function widgetFor(id: string): ReportButton | undefined {
  let first: ReportButton | undefined;
  for (const widget of widgets) {
    const isMeant = id ? id === widget.id : widget.getRootNode() === document;
    const isEarlier = !first || first.compareDocumentPosition(widget) & Node.DOCUMENT_POSITION_PRECEDING;
    if (isMeant && isEarlier) first = widget;
  }
  return first;
}

/** One listener for all widgets: a click on any `[data-cliquez-signalez]` opens the widget that its value selects. */
function hearOpeners(event: Event): void {
  const path = event.composedPath() as HTMLElement[];
  const { dataset } = path.find((element) => element.dataset?.['cliquezSignalez'] !== undefined) ?? {};
  const widget = dataset && widgetFor(dataset['cliquezSignalez'] ?? '');
  if (!widget?.canReport) return;
  // An opener may be a link, for pages where this script does not run.
  event.preventDefault();
  void widget.open({
    ...dataset,
    threatened: Object.hasOwn(dataset!, 'threatened'),
    followUp: Object.hasOwn(dataset!, 'followUp'),
  });
}

/** Passes focus events to their widget: one listener serves a page with a thousand widgets. */
function hearFocus(event: Event): void {
  for (const target of event.composedPath()) if (target instanceof ReportButton) target.handleEvent(event);
}

/** A widget takes its language from the nearest `lang`. The page may change it, or add a language, at any time. */
let languages: MutationObserver | undefined;

function renderAll(): void {
  for (const widget of widgets) widget.requestUpdate();
}

function followLanguages(): void {
  // This listener is never removed: without widgets, it renders nothing.
  window.addEventListener(LOCALE_ADDED, renderAll);
  // A script that came early saw elements without their content.
  window.addEventListener('DOMContentLoaded', renderAll);
  languages ??= new MutationObserver(renderAll);
  languages.observe(document, { subtree: true, attributes: true, attributeFilter: ['lang'] });
}

/** Adds a style sheet at the end of a list that does not contain it. */
function adopt({ styleSheet }: CSSResult, { adoptedStyleSheets }: DocumentOrShadowRoot): void {
  if (styleSheet && !adoptedStyleSheets.includes(styleSheet)) adoptedStyleSheets.push(styleSheet);
}

/** Whether an attribute is set. `false` means no: what a form for practice takes for a report would be lost. */
const isOn = (value: string | null): boolean => value !== null && value !== 'false';

/** Registers the types of seeds on the page, and again after the page has replaced its list of style sheets. */
const adoptTypes = (): void => adopt(typeStyles, document);

/**
 * A button that opens a short form with which anyone reports illegal content to a hotline.
 *
 * @summary The button « Cliquez, Signalez ! » and its dialog.
 * @tag cliquez-signalez
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
 * @csspart header - Its header.
 * @csspart back - « Retour », in the header.
 * @csspart exit - « Quitter vite », in the header.
 * @csspart close - The cross, in the header.
 * @csspart body - What scrolls between header and footer.
 * @csspart progress - The segments that show how far the steps have come.
 * @csspart segment - One of these segments.
 * @csspart segment-done - A segment of a step that has come.
 * @csspart step-count - The same in words.
 * @csspart title - Heading of a view.
 * @csspart intro - The sentence under a heading.
 * @csspart options - A list of answers.
 * @csspart option - One answer of it.
 * @csspart option-input - Its radio button or box.
 * @csspart option-label - Its text.
 * @csspart option-hint - The line under its text.
 * @csspart or - The line « ou » before the last answer.
 * @csspart notice - A notice, such as the emergency line.
 * @csspart call - An emergency number, or that of a help line.
 * @csspart label - Label of a field or of a group.
 * @csspart hint - The line under a label.
 * @csspart input - A text field.
 * @csspart error - An error, at its field.
 * @csspart error-summary - The errors of a step together, or what became of a sending.
 * @csspart summary-row - One answer of the review.
 * @csspart change - « Modifier », in the review.
 * @csspart footer - The footer, with what leads on.
 * @csspart primary - The main button of a view.
 * @csspart secondary - A button beside it.
 * @csspart reference - Number of the report, on the sent view.
 * @csspart help - The help lines, on the sent view.
 *
 * @cssproperty [--cs-accent=#1f4fd8] - Brand colour; what is shown is derived from it and always readable.
 * @cssproperty [--cs-surface=light-dark(#fff, #12161f)] - Colour of the form's paper.
 * @cssproperty [--cs-danger=#c8102e] - Colour of errors.
 * @cssproperty [--cs-black-from=0.24] - Labels on the accent are black from this luminance of it on, and white below: 1
 *   for white always, 0 for black always. The accent gets darker or lighter until they read.
 * @cssproperty [--cs-font=system-ui, sans-serif] - Font family, except of what is typed; none is ever downloaded.
 * @cssproperty [--cs-font-heading=var(--cs-font)] - Font family of headings.
 * @cssproperty [--cs-font-size=1rem] - Size of text, a length; never under 16 px.
 * @cssproperty [--cs-radius=12px] - Radius of corners.
 * @cssproperty [--cs-space=4px] - Unit of spacing, 2 to 8 px.
 * @cssproperty [--cs-border-width=1px] - Width of the lines of controls, 1 to 4 px.
 * @cssproperty [--cs-focus-width=3px] - Width of the focus rings, 2 to 8 px.
 * @cssproperty [--cs-elevation=1] - Strength of shadows: 0 for none, 2 for twice.
 * @cssproperty [--cs-motion=1] - Length of the two motions: a phone's form rises, a floating button becomes round. 0 for
 *   none.
 * @cssproperty [--cs-z=1000] - Stacking of the floating button.
 * @cssproperty [--cs-offset-block=24px] - Distance of the floating button from the bottom of the window.
 * @cssproperty [--cs-offset-inline=24px] - Distance of the floating button from the side of the window.
 * @cssproperty [--cs-dialog-width=560px] - Width of the dialog, if the window is wide enough.
 * @cssproperty [--cs-frame-height=820px] - Height of the hotline's frame in the page (`src` with `mode="inline"`), at most
 *   the window's less 48 px. The form scrolls within: a height that followed it would tell the page the answers.
 *
 * @cssstate open - The dialog is open.
 * @cssstate sending - A report is on its way.
 * @cssstate sent - The endpoint has confirmed the report, and the form says so.
 * @cssstate offline - The device is offline.
 *
 * @fires {CsOpenEvent} cs-open - The form was opened.
 * @fires {CsStepEvent} cs-step - A step is shown: `step` counts from 1 to 3, or to 2 with `flow="page"`. The optional
 *   details are no step.
 * @fires {CsSentEvent} cs-sent - The endpoint has confirmed a report.
 * @fires {CsErrorEvent} cs-error - Something failed.
 * @fires {CsCloseEvent} cs-close - The form was closed.
 * @fires {CsExitEvent} cs-exit - The reporter left by « Quitter vite ».
 */
export class ReportButton extends LitElement implements Widget {
  static override styles: CSSResultGroup = [buttonStyles, accentStyles];

  /** Version of the library, for another copy that finds the tag already registered. */
  static readonly version: string = VERSION;

  static override properties: PropertyDeclarations = {
    endpoint: {},
    hotlineUrl: { attribute: 'hotline-url' },
    publicKey: { attribute: 'public-key' },
    src: {},
    practice: { type: Boolean, reflect: true, converter: isOn },
    // Frameworks set the property; our styles and those of the page select by the attribute.
    variant: { reflect: true },
    mode: {},
    messages: { attribute: false, noAccessor: true },
    transport: { attribute: false },
    helpResources: { attribute: false },
  };

  /**
   * Address that reports are posted to: https, the page's own origin, or this machine while you develop. A path on the
   * page's own site begins with `/`, `./` or `../`. Without a usable one, the button is a link to `hotline-url`.
   */
  declare endpoint: string | null;

  /** Address of the hotline's own form: the way that is left where ours cannot work. */
  declare hotlineUrl: string | null;

  /**
   * The hotline's public key, as `cliquez-signalez keys` prints it: base64url of an uncompressed P-256 point, 65
   * bytes. Every report is sealed for it in the browser. With a key that cannot be used, or on a page over http, the
   * form does not open and only links are shown: nothing ever leaves in clear. A hotline that has no such key
   * refuses the report; the form says so, keeps the answers, and shows `hotline-url`.
   */
  declare publicKey: string | null;

  /**
   * Isolated mode: the address of the hotline's frame page, https, on another origin than the page's. The form then
   * stands there, where the page's scripts cannot read it, and the frame page says where reports go.
   */
  declare src: string | null;

  /**
   * Training: the form works to its last screen, also without `endpoint`, and no report leaves it. A band says so on
   * every view and on paper, the number is `ESSAI-1234`, and `cs-sent` is not fired. The whole form loads at once and
   * then needs no network. Help numbers and links are the real ones. Not for visitors: `check()` warns of it.
   * `practice="false"` is off.
   */
  declare practice: boolean | undefined;

  /** How the button looks. An unknown value gives the default. */
  declare variant: Variant | null;

  /** The form in a dialog, or in the page without a button. */
  declare mode: 'dialog' | 'inline' | null;

  /** Function that sends the reports in place of the widget. It gets them unsealed, even with a `publicKey`. */
  declare transport: Transport | undefined;

  /**
   * Help lines that replace ours on the sent view. A line needs an `id` and a `number` or a `url`; one that cannot be used
   * is left out, and the console says so.
   */
  declare helpResources: readonly HelpResource[] | undefined;

  /** The form, once it is ready to be shown. */
  #form: ShownForm | undefined;

  /** The same from when it was made: whatever it still lacks is asked for again at the next attempt. */
  #made: ShownForm | undefined;

  /** Whether the form was asked for and did not arrive. */
  #hasFailed = false;

  #loading: Promise<ShownForm | undefined> | undefined;

  /**
   * The value of `canReport` at the last rendering: computed once per rendering, because a page may have many buttons.
   */
  #isUsable = false;

  /** Whether the element held more than a link at the last rendering. */
  #holdsPage = false;

  /** @internal */
  declare readonly renderRoot: ShadowRoot;

  /** Whether floating.ts has been requested. */
  #isFloating = false;

  #messages: Partial<Messages> | undefined;

  constructor() {
    super();
    // Listeners on the element itself cost less than listeners on its content, and survive each rendering.
    for (const type of ['command', 'pointerenter']) this.addEventListener(type, this);
  }

  /**
   * The root is closed, so that a listener of the page gets the element alone; with `debug`, it is open for checkers. A
   * page that a server has rendered may bring an open root.
   * Listens for clicks in the root: on the element, Firefox would report everything in the form as clickable.
   */
  protected override createRenderRoot(): ShadowRoot {
    const root =
      this.shadowRoot ?? this.attachShadow({ mode: this.hasAttribute('debug') ? 'open' : 'closed' });
    adoptStyles(root, (this.constructor as typeof ReportButton).elementStyles);
    for (const type of ['click', 'slotchange']) root.addEventListener(type, this);
    return root;
  }

  /** Strings that replace ours, by name. What is no string is left out, and the console says so. */
  get messages(): Partial<Messages> | undefined {
    return this.#messages;
  }

  set messages(given: Partial<Messages> | undefined) {
    this.#messages = given;
    this.#made?.takeMessages();
    this.requestUpdate();
  }

  /** Whether the form stands in the page instead of in a dialog. @internal */
  get isInline(): boolean {
    return this.mode === 'inline';
  }

  /** Whether reports can go anywhere from here; where not, only links are shown. @internal */
  get canReport(): boolean {
    const { src, practice, transport, endpoint } = this;
    return !!(src != null
      ? usableEndpoint(src, location.href)
      : practice || (transport ?? (this.#canSeal && usableEndpoint(endpoint, location.href))));
  }

  /** Whether reports need no sealing, or can be sealed. Only the form checks that the point is on the curve. */
  get #canSeal(): unknown {
    return this.publicKey == null || (crypto.subtle && isKeyText(this.publicKey));
  }

  /** The hotline's own form, if the page gave an http(s) address for it. @internal */
  get hotlineAddress(): string | undefined {
    const written = addressText(this.hotlineUrl);
    return WEB_ADDRESS.test(written) ? written : undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!widgets.size) {
      document.addEventListener('click', hearOpeners);
      document.addEventListener('focusin', hearFocus);
      followLanguages();
      adoptTypes();
    }
    widgets.add(this);
    if (this.hasAttribute('debug')) this.check().catch(() => {});
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    widgets.delete(this);
    if (widgets.size) return;
    document.removeEventListener('click', hearOpeners);
    document.removeEventListener('focusin', hearFocus);
    languages?.disconnect();
  }

  /** Renders the button, and separately the content below it: most buttons have none, and a page may have many. */
  protected override update(changed: PropertyValues): void {
    // Marks the end of the button's template, so that a new rendering leaves the content below in place.
    const end = (this.renderOptions.renderBefore ??= this.renderRoot.appendChild(new Comment()));
    this.#isUsable = this.canReport;
    this.#holdsPage = holdsPage(this);
    if (this.variant) adopt(variantStyles, this.renderRoot);
    super.update(changed);
    const below = this.#below;
    if (below || end.nextSibling) render(below, this.renderRoot, { host: this });
  }

  /** Waits for a form that prepares the change of its view. */
  protected override scheduleUpdate(): Promise<unknown> | void {
    const ready = this.#form?.beforeUpdate?.();
    return ready ? ready.then(() => super.scheduleUpdate()) : super.scheduleUpdate();
  }

  protected override updated(): void {
    if (this.variant === 'floating' && !this.#isFloating) {
      this.#isFloating = true;
      // If the file cannot be loaded, the button keeps its size.
      import('./floating.ts').then(({ floatOver }) => floatOver(this)).catch(() => {});
    }
    // A group that trains may have no network when it presses the button.
    if ((this.isInline || this.practice) && !this.#hasFailed) void this.#load();
    if (this.#isWrong) setTimeout(() => this.#isWrong && this.#explain(), LATE_MS);
  }

  /**
   * Whether the console has something to say: the widget cannot report, holds a part of the page, or its style sheet has no
   * rule for its theme. In the isolated mode, the hotline may have themes of its own.
   */
  get #isWrong(): boolean {
    const theme = this.src == null && this.getAttribute('theme');
    return (
      !this.#isUsable || this.#holdsPage || (!!theme && !accentStyles.cssText.includes(`[theme=${theme}]`))
    );
  }

  /** Warns the developer. */
  #explain(failure?: unknown): void {
    diagnostics()
      .then(({ explain }) => explain(this, failure))
      .catch(() => {});
  }

  /**
   * Opens the form, with what is known already: `url`, `category`, `threatened` for somebody who is threatened with
   * intimate images, or `followUp` to ask what became of a report. Does nothing if reports cannot be sent from this page.
   */
  async open(options: OpenOptions = {}): Promise<void> {
    const patience = setTimeout(() => this.#launcher?.setAttribute('aria-busy', 'true'), PATIENCE_MS);
    const form = await this.#load();
    clearTimeout(patience);
    this.#launcher?.removeAttribute('aria-busy');
    form?.open(options);
  }

  /** Closes the form. Answers are kept in memory until they are sent, cleared, or the page goes. */
  close(): void {
    this.#form?.close();
  }

  /** Forgets every answer. A form whose report may have arrived says so. */
  reset(): void {
    this.#form?.reset();
  }

  /**
   * Looks for everything that keeps this widget from working on this page: the endpoint (asked with an object that is
   * no report and is not stored), its keys, permissions between the two servers, the page's policy, other copies,
   * attributes, what hides or covers the button. With the attribute `debug`, the first report is also printed in the
   * console. Takes up to 20 seconds if a server does not answer.
   * @returns the findings, each with its remedy
   * @throws {TypeError} if the file that examines cannot be loaded
   */
  check(): Promise<Diagnosis> {
    return diagnostics().then(({ diagnose }) => diagnose(this, this.#load));
  }

  /** Moves focus to the button. */
  override focus(options?: FocusOptions): void {
    this.#launcher?.focus(options);
  }

  get #launcher(): HTMLElement | null {
    return this.renderRoot.querySelector('.launcher');
  }

  /** Handles presses of the button and of `<button commandfor="…" command="--open">`, and the first sign of either. */
  handleEvent(event: Event & { readonly command?: string }): void {
    const { type, command } = event;
    // A label that the page supplies becomes part of the button's accessible name.
    if (type === 'slotchange') this.requestUpdate();
    else if (type !== 'click' && type !== 'command') void this.#load();
    else if (command === '--open' || event.composedPath().includes(this.#launcher!)) void this.open();
  }

  /** Fetches the form once. Resolves to undefined, and shows an error, if the form cannot be loaded. */
  #load(): Promise<ShownForm | undefined> | undefined {
    return (this.#loading ??= this.canReport ? this.#fetch() : undefined);
  }

  async #fetch(): Promise<ShownForm | undefined> {
    adoptTypes();
    const making = this.#make();
    // A form that comes after its time opens at the next press.
    making.then(
      () => {
        this.#hasFailed = false;
        this.requestUpdate();
      },
      () => {},
    );
    try {
      await inTime(making);
    } catch (failure) {
      this.#explain(failure);
      this.#hasFailed = true;
      this.#loading = undefined;
      this.dispatchEvent(new CsErrorEvent('load', true));
    }
    this.requestUpdate();
    return this.#form;
  }

  /** Loads the form. It and its strings load together: if it requested its strings, that would be a round trip more. */
  async #make(): Promise<void> {
    const [{ Form }] = await Promise.all(
      this.src == null
        ? [import('../form/form.ts'), localeAt(this).form()]
        : [import('../isolated/isolated-form.ts')],
    );
    const form: ShownForm = (this.#made ??= new Form(this));
    await form.prepare();
    this.#form = form;
  }

  /**
   * Whether there is no button: the form is in the page, or the page has neither a destination for reports nor a link.
   */
  get #isHidden(): boolean {
    return this.isInline || !(this.#isUsable || this.hotlineAddress);
  }

  protected override render(): TemplateResult {
    const link = this.#isUsable ? undefined : this.hotlineAddress;
    return launcherBox(this, link, this.#isHidden, localeAt(this));
  }

  /** Content below the button, if any. The slot outside `.themed` holds the page's own link to the hotline. */
  get #below(): TemplateResult | undefined {
    if (this.#hasFailed) {
      const locale = localeAt(this);
      const { tag, dir = 'ltr' } = locale;
      const say = (key: 'err.load' | 'err.retry'): string => launcherText(this.messages, locale, key);
      const retry = (): void => void this.open();
      // oxfmt-ignore
      return html`<div class="themed" lang=${tag} dir=${dir}><p role="alert">${say('err.load')}</p><button
class="reload" @click=${retry}>${say('err.retry')}</button></div><slot></slot>`;
    }
    const form = this.#form;
    const rest = (!form && this.#isHidden) || this.#holdsPage ? html`<slot></slot>` : undefined;
    if (!form) return rest;
    const themed = html`<div class="themed">${form.render()}</div>`;
    return rest ? html`${themed}${rest}` : themed;
  }
}
