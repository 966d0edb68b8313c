// What few people open, the ways to an aim, other services, receipts, the exact report, how a link is copied: its file and its
// strings load when somebody opens it, and with the review, so that receipts and ways are there after the report, also without a
// network.

import type { ReactiveController } from 'lit';
import { inTime } from '../../shared/arrival.ts';
import type { ExtraViews, FormView } from '../form-view.ts';
import { confirmedIn } from '../screen.ts';

/** The third file of one form. */
export class ExtraPartController implements ReactiveController {
  /** Its views, once they have loaded with their strings; null if they failed to load. */
  views: ExtraViews | null | undefined;
  #form: FormView;
  #isLoading = false;

  constructor(form: FormView) {
    this.#form = form;
    form.host.addController(this);
  }

  hostUpdated(): void {
    const { screen, draft } = this.#form;
    const isNear = confirmedIn(screen) || (screen.kind === 'step' && draft.step === 'check');
    if (isNear && this.views === undefined) void this.load();
  }

  load = async (): Promise<void> => {
    if (this.views || this.#isLoading) return;
    this.#isLoading = true;
    const { host, localize } = this.#form;
    const both = Promise.all([import('../extra.ts'), localize.loadExtra()]);
    this.views = await inTime(both.then(([views]) => views)).catch(() => null);
    this.#isLoading = false;
    host.requestUpdate();
  };
}
