// The help lines of the reporter's country, and its choice. Lines of France are bundled; the rest is loaded.

import type { ReactiveController } from 'lit';
import { FRANCE, type HelpResource } from '../../../core/help/lines.ts';
import { inTime } from '../../shared/arrival.ts';
import type { FormView } from '../form-view.ts';
import { warnOfMembers } from '../bad-values.ts';
import { givenLines } from '../given-lines.ts';

/** The data of another country. */
type Abroad = typeof import('../steps/abroad.ts');

/** The help lines of one form. */
export class HelpLinesController implements ReactiveController {
  /** Lines of the country; empty until they load, and if the country has none. */
  lines: readonly HelpResource[] = [];
  /** Lines of other countries, and the choice of a country, once they have loaded; null if they failed to load. */
  abroad: Abroad | null | undefined;
  /** The page's own lines, as far as they can be used; undefined if it gives none. */
  own: readonly HelpResource[] | undefined;
  #given: unknown;
  #form: FormView;
  #country: string | undefined;
  #isLoading = false;

  constructor(form: FormView) {
    this.#form = form;
    form.host.addController(this);
    this.hostUpdate();
  }

  hostUpdate(): void {
    this.#take(this.#form.host.helpResources);
    const country = this.#form.settings.country?.toUpperCase();
    if (country === this.#country) return;
    this.#country = country;
    this.#show();
    if (country && country !== 'FR') void this.load();
  }

  /** Takes the page's own lines, once for each list that it gives. */
  #take(given: unknown): void {
    if (given === this.#given) return;
    this.#given = given;
    const { value, bad } = givenLines(given);
    this.own = value;
    warnOfMembers(this.#form.host, { property: 'helpResources', members: bad });
  }

  /** If loading fails, the emergency numbers still show, and the next call tries again. */
  load = async (): Promise<void> => {
    if (this.abroad || this.#isLoading) return;
    this.#isLoading = true;
    this.abroad = await inTime(import('../steps/abroad.ts')).catch(() => null);
    this.#isLoading = false;
    this.#show();
    this.#form.host.requestUpdate();
  };

  #show(): void {
    this.lines = this.#country === 'FR' ? FRANCE : (this.abroad?.linesOf(this.#country) ?? []);
  }
}
