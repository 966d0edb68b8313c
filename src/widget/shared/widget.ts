// Types of the widget for its form, its frame and its diagnosis. With types alone, neither side imports the other.

import type { LitElement } from 'lit';
import type { HelpResource } from '../../core/help/lines.ts';
import type { Receipt } from '../../core/report/protocol.ts';
import type { Report } from '../../core/report/report.ts';
import type { Messages } from '../../words/messages.ts';

/** Takes over the sending of reports. Rejects if the report did not arrive. */
export type Transport = (report: Report, options: { signal: AbortSignal }) => Promise<Receipt>;

/** Options for opening a form. */
export interface OpenOptions {
  /** Address filled in in advance. */
  readonly url?: string | undefined;
  /** Identifier of the category selected in advance. */
  readonly category?: string | undefined;
  /**
   * Opens by the door of those who are threatened with intimate images: advice and a line first, then a report of which
   * the first answers are given. Ignored where `categories` leaves `sexual_harassment` out.
   */
  readonly threatened?: boolean | undefined;
  /** Opens on « Suivre un signalement ». Ignored without `follow-up`. */
  readonly followUp?: boolean | undefined;
}

/** The form as the button sees it, in this page or in a frame. */
export interface ShownForm {
  /** Loads the parts that the form needs before it shows; again after a failure. Rejects if it cannot be loaded. */
  prepare(): Promise<unknown>;
  /** Loads what the form needs after its first step. Resolves to whether all of it came; a frame loads its own. */
  prepareLater?(): Promise<boolean>;
  /** Takes the strings that the page gives now, and warns of those that cannot be used. */
  takeMessages(): void;
  open(options: OpenOptions): void;
  close(): void;
  reset(): void;
  render(): unknown;
  /** Prepares the next rendering, which waits for the promise, if any. */
  beforeUpdate?(): Promise<void> | undefined;
}

/** How the button looks. */
export type Variant = 'button' | 'floating' | 'link' | 'icon' | 'bar';

/** The element, as its form sees it. */
export interface Widget extends LitElement {
  /** @internal */
  readonly renderRoot: ShadowRoot;
  endpoint: string | null;
  hotlineUrl: string | null;
  publicKey: string | null;
  src: string | null;
  practice: boolean | undefined;
  variant: Variant | null;
  mode: 'dialog' | 'inline' | null;
  messages: Partial<Messages> | undefined;
  transport: Transport | undefined;
  helpResources: readonly HelpResource[] | undefined;
  /** Whether the form stands in the page instead of in a dialog. @internal */
  readonly isInline: boolean;
  /** Whether reports can go anywhere from here; where not, only links are shown. @internal */
  readonly canReport: boolean;
  /** The hotline's own form, if the page gave an http(s) address for it. @internal */
  readonly hotlineAddress: string | undefined;
  open(options?: OpenOptions): Promise<void>;
  close(): void;
  reset(): void;
}
