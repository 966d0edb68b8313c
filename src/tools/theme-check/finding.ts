// One fault of a theme.

import type { Position } from './source.ts';

/** Something that is wrong, or that a person has to look at. */
export interface Finding extends Position {
  /** An error misses level AA, or is CSS that cannot be read. */
  readonly severity: 'error' | 'warning';
  readonly message: string;
}
