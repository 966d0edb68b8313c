// The stages that an endpoint must reach before a check can run.

/**
 * The stage that an endpoint must reach for a check to run: it answers at all (`contact`), it answers by itself rather
 * than by a redirect (`answer`), it takes a plain report (`taken`), a form believes its receipt (`receipt`).
 */
export const NEEDS = ['contact', 'answer', 'taken', 'receipt'] as const;

/** One of these stages; each includes those before it. */
export type Need = (typeof NEEDS)[number];
