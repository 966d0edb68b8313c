// The ways to an aim: their file and their strings load when somebody opens them, and after a report, so that they are
// there without a network.

import type { ReactiveController } from 'lit';
import { inTime } from '../../widget/arrival.ts';
import type { FormView } from '../form-view.ts';
import { confirmedIn } from '../screen.ts';

type Aims = typeof import('../steps/aims.ts');

/** The aims of one form. */
export class AimsController implements ReactiveController {
  /** The views of the aims, once they have loaded with their strings; null if they failed to load. */
  views: Aims | null | undefined;
  #form: FormView;
  #isLoading = false;

  constructor(form: FormView) {
    this.#form = form;
    form.host.addController(this);
  }

  hostUpdated(): void {
    if (confirmedIn(this.#form.screen) && this.views === undefined) void this.load();
  }

  load = async (): Promise<void> => {
    if (this.views || this.#isLoading) return;
    this.#isLoading = true;
    const { host, localize } = this.#form;
    const both = Promise.all([import('../steps/aims.ts'), localize.loadExtra()]);
    this.views = await inTime(both.then(([views]) => views)).catch(() => null);
    this.#isLoading = false;
    host.requestUpdate();
  };
}
