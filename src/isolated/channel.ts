// What a partner's page and the hotline's frame may say to each other: closed lists and short texts, never an answer of
// the reporter. Each side reads the other's messages by these rules, and passes over what they do not know.

/** First message of the page, the only one that goes through `window.postMessage`: it carries the port for all others. */
export const HELLO = 'cs-hello';

/** Version of what is said below; a frame that does not know it says nothing, and the page shows its link. */
export const PROTOCOL = 1;

/**
 * Attributes that the page may set on the form in the frame, and what each may hold. Where reports go, in whose name and
 * for which key, and where the exit leads, stand in the frame's own markup alone.
 */
export const SETTINGS: Readonly<Record<string, RegExp>> = {
  lang: /^[a-z]{2,3}(-[a-z\d]{2,8}){0,3}$/i,
  country: /^[a-z]{2}$/i,
  theme: /^[a-z]{1,20}$/,
  scheme: /^(light|dark)$/,
  size: /^[sml]$/,
  'heading-level': /^[2-5]$/,
  categories: /^[\w ,]{1,400}$/,
  category: /^\w{1,40}$/,
  fields: /^[a-z ,]{0,60}$/,
  flow: /^(steps|page)$/,
  'page-context': /^(ask|here|elsewhere)$/,
  url: /^.{1,2048}$/s,
  'page-url': /^https?:\/\/.{1,4000}$/is,
};

/**
 * Custom properties that the page may set on it, without their `--cs-`: the seeds (those of theme/seeds.ts; a test
 * compares them), and the width of the dialog.
 */
export const STYLES =
  'accent surface danger font font-heading font-size space radius border-width focus-width elevation motion dialog-width'.split(
    ' ',
  );

/** What the page says of itself. */
export interface PageSettings {
  /** By attribute, of those in `SETTINGS`. */
  readonly attributes: Readonly<Record<string, string>>;
  /** By custom property, of those in `STYLES`: CSS text. */
  readonly styles: Readonly<Record<string, string>>;
  /** Address of the page, and the canonical one that it names: the frame has no other way to know. */
  readonly page: { readonly location: string; readonly canonical?: string | undefined };
}

/** What the page says first. */
export interface Hello extends PageSettings {
  readonly type: typeof HELLO;
  readonly version: typeof PROTOCOL;
  readonly mode: 'dialog' | 'inline';
}

/** What it says afterwards, over the port. */
export type PageMessage =
  | ({ readonly type: 'settings' } & PageSettings)
  /** Show the form, with what an opener gives in advance. */
  | { readonly type: 'open'; readonly url?: string | undefined; readonly category?: string | undefined }
  /** Close; the answers stay in the frame's memory. */
  | { readonly type: 'close' }
  /** A close was asked for outside the frame: the form asks before answers are lost. */
  | { readonly type: 'leave' }
  /** Forget every answer. */
  | { readonly type: 'reset' }
  /** The page is about to be replaced, as the frame has asked. */
  | { readonly type: 'leaving' };

/** What the frame says. */
export type FrameMessage =
  /** The page is one of those that may show this form. */
  | { readonly type: 'accepted' }
  /** The form can be shown. */
  | { readonly type: 'ready' }
  | { readonly type: 'open' | 'close' | 'sent' }
  /** Somebody has begun to use the form. */
  | { readonly type: 'used' }
  /** Counted from 1. */
  | { readonly type: 'step'; readonly step: number }
  | { readonly type: 'error'; readonly code: string; readonly retryable: boolean }
  /** The reporter leaves: the page is to be replaced by this address, which is the frame's own. */
  | { readonly type: 'exit'; readonly address: string };

/** A message as it comes in: nothing of it is believed before it is looked at. */
export type Said = Readonly<
  Partial<Record<'type' | 'step' | 'code' | 'retryable' | 'address', unknown>>
> | null;
