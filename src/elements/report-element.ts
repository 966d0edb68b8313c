// What the two elements share: the page's settings that are needed before a click, and the form that arrives later.

import { LitElement } from 'lit';
import { property, state } from 'lit/decorators.js';
import { usableEndpoint } from '../core/endpoint.ts';
import type { HelpResource } from '../core/help-resources.ts';
import type { Receipt } from '../core/protocol.ts';
import type { Report } from '../core/report.ts';
import { LocalizeController } from '../i18n/localize-controller.ts';
import type { Messages } from '../i18n/messages.ts';
import { CsErrorEvent } from './events.ts';
import type { Form } from './form/form-controller.ts';

/** Takes over the sending of reports. Rejects where the report did not arrive. */
export type Transport = (report: Report, options: { signal: AbortSignal }) => Promise<Receipt>;

/** What a form is opened with. */
export interface OpenOptions {
  /** Address filled in in advance. */
  readonly url?: string;
  /** Identifier of the category selected in advance. */
  readonly category?: string;
}

/** Base of the two elements; not registered itself. */
export abstract class ReportElement extends LitElement {
  /** The form, once it has arrived. */
  protected form: Form | undefined;

  readonly localize = new LocalizeController(this);

  /** Whether the form was asked for and is on its way. */
  @state() protected isLoading = false;

  /** Whether the form was asked for and did not arrive. */
  @state() protected hasFailed = false;

  /** Address that reports are posted to: https, or the page's own origin. */
  @property() endpoint: string | null = null;

  /** Name of the hotline, as it is shown. */
  @property() hotline: string | null = null;

  /** Address of the hotline's own form: where the reporter is sent when ours cannot work. */
  @property({ attribute: 'hotline-url' }) hotlineUrl: string | null = null;

  /** Strings that replace ours, by name. */
  @property({ attribute: false }) messages: Partial<Messages> | undefined;

  /** Function that sends the reports in place of the widget. */
  @property({ attribute: false }) transport: Transport | undefined;

  /** Help lines that replace ours on the sent view. */
  @property({ attribute: false }) helpResources: readonly HelpResource[] | undefined;

  /** Whether reports can go anywhere from here; where not, only links are shown. */
  get canReport(): boolean {
    const canShow = typeof HTMLDialogElement === 'function';
    return canShow && Boolean(this.transport ?? usableEndpoint(this.endpoint, location.href));
  }

  /** Whether the form stands in the page instead of in a dialog. */
  abstract readonly isInline: boolean;

  /** The hotline's own form, where the page gave an http(s) address for it. */
  get hotlineLink(): string | undefined {
    return /^https?:\/\//i.test(this.hotlineUrl ?? '') ? (this.hotlineUrl ?? undefined) : undefined;
  }

  protected override updated(): void {
    if (this.isInline && !this.form && !this.isLoading && !this.hasFailed) void this.load();
  }

  /** Fetches the form, once. Resolves to undefined, and shows why, where it cannot be had. */
  protected async load(): Promise<Form | undefined> {
    if (this.form || !this.canReport) return this.form;
    this.isLoading = true;
    try {
      const [{ Form }] = await Promise.all([import('../define-form.ts'), this.localize.load('first')]);
      this.hasFailed = false;
      return (this.form ??= new Form(this));
    } catch {
      this.hasFailed = true;
      this.dispatchEvent(new CsErrorEvent('load', true));
      return undefined;
    } finally {
      this.isLoading = false;
    }
  }

  /** Opens the form, or does nothing where reports cannot be sent from this page. */
  async open(options: OpenOptions = {}): Promise<void> {
    (await this.load())?.open(options);
  }

  /** Closes the form. Answers are kept in memory until they are sent, cleared, or the page goes. */
  close(): void {
    this.form?.close();
  }

  /** Forgets every answer. */
  reset(): void {
    this.form?.reset();
  }
}
