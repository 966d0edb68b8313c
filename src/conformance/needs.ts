// What a check needs of an endpoint before it can be asked.

/**
 * How far the endpoint must have come for a check to say anything: it answers at all (`contact`), it answers by itself
 * rather than by a redirect (`answer`), it takes a plain report (`taken`), a form believes its receipt (`receipt`).
 */
export const NEEDS = ['contact', 'answer', 'taken', 'receipt'] as const;

/** One of these stages; each includes those before it. */
export type Need = (typeof NEEDS)[number];
