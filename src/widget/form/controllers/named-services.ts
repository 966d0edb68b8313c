// The services by name: their file loads once somebody has no link, or leaves the step with a name in place of one.
// Without it, the list of kinds stands.

import type { ReactiveController } from 'lit';
import { readAddresses } from '../../../core/draft/addresses.ts';
import type { Draft, DraftSettings } from '../../../core/draft/types.ts';
import { inTime, OPTIONAL_MS } from '../../shared/arrival.ts';
import type { FormState } from '../form-view.ts';

/** Whether a text stands in place of a link. */
const hasName = (draft: Draft): boolean =>
  ['where', 'page'].includes(draft.step) &&
  readAddresses(draft).some(({ result }) => result.kind === 'identifier');

/** The services of one form. */
export class ServicesController implements ReactiveController {
  /** Recognises a name, once it has loaded. */
  named: DraftSettings['serviceNamed'];
  #form: FormState;
  #isNowhere = false;
  #isLate = false;

  constructor(form: FormState) {
    this.#form = form;
    form.host.addController(this);
  }

  hostUpdated(): void {
    const before = this.#isNowhere;
    this.#isNowhere = this.#form.draft.answers.where === 'none';
    // After a failure, the next time that somebody has no link tries again.
    if (this.#isNowhere && !before && !this.named) this.#load().catch(() => {});
  }

  /** Resolves once a name in place of a link can be recognised, or in a few seconds without, once. Nothing loads at a key. */
  async fetchForName(): Promise<void> {
    if (this.named || this.#isLate || !hasName(this.#form.draft)) return;
    await inTime(this.#load(), OPTIONAL_MS).catch(() => (this.#isLate = true));
  }

  async #load(): Promise<void> {
    const { serviceNamed } = await import('../../../core/address/named-services.ts');
    // The list of kinds does not go while it is open.
    const list = this.#form.host.renderRoot.querySelector(this.#form.at('placeKind'));
    if (list?.matches(':focus'))
      await new Promise((left) => list.addEventListener('blur', left, { once: true }));
    this.named = serviceNamed;
    this.#form.settingsChanged();
  }
}
