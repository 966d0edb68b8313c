// The type of the configurator's words, derived from the French ones.

import type { fr } from './fr.ts';

/** Keeps the shape of a value, with any text in it. */
type Text<Value> = Value extends string ? string : { readonly [Key in keyof Value]: Text<Value[Key]> };

export type Words = Text<typeof fr>;
