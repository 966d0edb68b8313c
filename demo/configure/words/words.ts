// The configurator's words: which there are, made from the French ones.

import type { fr } from './fr.ts';

/** The same shape, with any text in it. */
type Text<Value> = Value extends string ? string : { readonly [Key in keyof Value]: Text<Value[Key]> };

export type Words = Text<typeof fr>;
