// The words of the theme builder: the shape comes from the French ones.

import type { fr } from './fr.ts';

/** The same keys with any text. */
type Texts<Value> = Value extends string ? string : { readonly [Key in keyof Value]: Texts<Value[Key]> };

export type Words = Texts<typeof fr>;

/** A sentence with its values. */
export const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
