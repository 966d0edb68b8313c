// The parts of the form that come later: all steps after the first, what typed addresses need, and what only few open.

import type { LocalizeController } from '../../i18n/localize-controller.ts';
import { LazyChunk } from './lazy-chunk.ts';

/** What comes after the first step, as one lazy chunk. */
export type LaterSteps = typeof import('./later-steps.ts');
/** What typed addresses need. */
export type ElsewhereParts = typeof import('./elsewhere-parts.ts');
/** What only few open. */
export type MoreParts = typeof import('./more-parts.ts');

/** The later parts of one form. */
export class LazyParts {
  readonly later: LazyChunk<LaterSteps>;
  readonly elsewhere: LazyChunk<ElsewhereParts>;
  readonly more: LazyChunk<MoreParts>;

  /** @param settled called when a part has arrived, or has not */
  constructor(localize: LocalizeController, settled: (part: LazyChunk<unknown>) => void) {
    this.later = new LazyChunk(
      async () => (await Promise.all([import('./later-steps.ts'), localize.load('rest')]))[0],
      () => settled(this.later),
    );
    this.elsewhere = new LazyChunk(
      async () => (await Promise.all([import('./elsewhere-parts.ts'), localize.load('elsewhere')]))[0],
      () => settled(this.elsewhere),
    );
    this.more = new LazyChunk(
      async () => (await Promise.all([import('./more-parts.ts'), localize.load('more')]))[0],
      () => settled(this.more),
    );
  }

  /** The later steps come while the reporter reads the first, so that no tap waits for them. */
  fetchLaterWhenIdle(): void {
    const whenIdle =
      window.requestIdleCallback ?? ((then: () => void): number => window.setTimeout(then, 200));
    whenIdle(() => void this.later.fetch());
  }
}
