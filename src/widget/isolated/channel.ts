// Messages between a partner's page and the hotline's frame: closed lists and short texts, never an answer of the
// reporter. Each side checks incoming messages by these rules, and ignores unknown ones.

import type { OpenOptions } from '../shared/widget.ts';

/** First message of the page, the only one sent by `window.postMessage`: it carries the port for all others. */
export const HELLO = 'cs-hello';

/** Version of the messages. A frame that does not know the version stays silent, and the page shows its link. */
export const PROTOCOL = 1;

/**
 * Custom properties that the page may set on the form, without the prefix `--cs-`: the seeds (those of widget/theme/seeds.ts;
 * a test compares them), and the width of the dialog.
 */
export const STYLES =
  'accent surface danger black-from font font-heading font-size space radius border-width focus-width elevation motion dialog-width'.split(
    ' ',
  );

/** Settings that the page sends to the frame. */
export interface PageSettings {
  /** By attribute, of those in `CROSSING` (widget/attributes/crossing.ts). */
  readonly attributes: Readonly<Record<string, string>>;
  /** By custom property, of those in `STYLES`: CSS text. */
  readonly styles: Readonly<Record<string, string>>;
  /** Address of the page, and the canonical one that it names: the frame has no other way to know. */
  readonly page: { readonly location: string; readonly canonical?: string | undefined };
}

/** First message of the page. */
export interface Hello extends PageSettings {
  readonly type: typeof HELLO;
  readonly version: typeof PROTOCOL;
  readonly mode: 'dialog' | 'inline';
}

/** Later messages of the page, over the port. */
export type PageMessage =
  | ({ readonly type: 'settings' } & PageSettings)
  /** Show the form, with the values that an opener supplies. */
  | ({ readonly type: 'open' } & OpenOptions)
  /** Close; the answers stay in the frame's memory. */
  | { readonly type: 'close' }
  /** The reporter closes from outside the frame: the form asks before answers are lost. */
  | { readonly type: 'leave' }
  /** Forget every answer. */
  | { readonly type: 'reset' }
  /** The page is about to be replaced, as the frame has asked. */
  | { readonly type: 'leaving' };

/** Messages of the frame. */
export type FrameMessage =
  /** The page is one of those that may show this form. */
  | { readonly type: 'accepted' }
  /** The form can be shown, and whether it is one for practice. */
  | { readonly type: 'ready'; readonly practice: boolean }
  | { readonly type: 'open' | 'close' | 'sent' }
  /** The reporter has begun to use the form. */
  | { readonly type: 'used' }
  /** Counted from 1. */
  | { readonly type: 'step'; readonly step: number }
  | { readonly type: 'error'; readonly code: string; readonly retryable: boolean }
  /** The reporter leaves: the page is to be replaced by this address, which is the frame's own. */
  | { readonly type: 'exit'; readonly address: string };

/** An incoming message: every field is checked before use. */
export type Said = Readonly<
  Partial<Record<'type' | 'practice' | 'step' | 'code' | 'retryable' | 'address', unknown>>
> | null;
