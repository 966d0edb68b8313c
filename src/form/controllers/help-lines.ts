// The help lines of the reporter's country. Those of France are bundled; those of another country are loaded.

import type { ReactiveController } from 'lit';
import { FRANCE, type HelpResource } from '../../core/help/lines.ts';
import type { FormView } from '../form-view.ts';

/** The help lines of one form. */
export class HelpLinesController implements ReactiveController {
  /** Lines of the country that the page names; empty until they load, and if the country has none. */
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

  /** If loading fails, the emergency numbers still show, and the next rendering tries again. */
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
