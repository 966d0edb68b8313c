// The help lines of the reporter's country: those of France are at hand, those of another country are asked for.

import type { ReactiveController } from 'lit';
import { FRANCE, type HelpResource } from '../../core/help/lines.ts';
import type { FormView } from '../form-view.ts';

/** The help lines of one form. */
export class HelpLinesController implements ReactiveController {
  /** Lines of the country that the page names; none until they are there, and where it has none. */
  lines: readonly HelpResource[] = [];
  #form: FormView;
  #country: string | undefined;

  constructor(form: FormView) {
    this.#form = form;
    form.host.addController(this);
    this.hostUpdate();
  }

  hostUpdate(): void {
    const country = this.#form.settings.country?.toUpperCase();
    if (country === this.#country) return;
    this.#country = country;
    this.lines = country === 'FR' ? FRANCE : [];
    if (country && country !== 'FR') void this.#fetch(country);
  }

  /** Where they do not arrive, the emergency numbers still show, and the next rendering asks again. */
  async #fetch(country: string): Promise<void> {
    try {
      const { linesOf } = await import('../../core/help/abroad.ts');
      if (country !== this.#country) return;
      this.lines = linesOf(country);
      this.#form.host.requestUpdate();
    } catch {
      this.#country = undefined;
    }
  }
}
