// Messages between the application's page and its worker. Types and checks alone: both sides import them.

import type { SharedText } from '../core/address/shared-text.ts';

/** Longest field of a share that is kept, in UTF-16 units: no more of it is read (shared-text.ts). */
export const MAX_FIELD_LENGTH = 41_000;

/** Path of the manifest's share target, beside the page. */
export const SHARE_PATH = 'share';

/** The query of the page's address after a share, by which the page knows that a text should be there. */
export const ARRIVAL = '?shared';

/** From the worker to a page. The answer to `ask` goes to the port. */
export type ToPage = { readonly type: 'ask' } | { readonly type: 'shared'; readonly shared: SharedText };

/** The page's answer to `ask`. */
export interface PageState {
  /** Whether the window has begun to load another document: the share came in this window. */
  readonly isBeingLeft: boolean;
  /** Whether another share would cost the reporter something: answers, a sending, or the number of a report. */
  readonly isOccupied: boolean;
}

/**
 * From the page to the worker: `take` asks for the text, and the answer, a `SharedText` or null, goes to the port; `claim`
 * asks to be under the worker.
 */
export interface ToWorker {
  readonly type: 'take' | 'claim';
}
