// Colours of a style guide: somebody pastes a list, and each colour becomes a button that puts it into a seed.

import type { SeedName } from '../../src/widget/theme/seeds.ts';
import { seedNamed } from './catalogue.ts';
import { byId, element } from './element.ts';
import { listHexColours } from './seed-values.ts';
import { words } from './words/page-words.ts';
import { filled } from './words/words.ts';

/** The swatches, in their part of the form. */
export class Swatches {
  #list = byId('colours');
  #shown = '';

  constructor(
    onPaste: (colours: readonly string[]) => void,
    onPick: (seed: SeedName, colour: string) => void,
  ) {
    (byId('pasted') as HTMLTextAreaElement).addEventListener('input', ({ target }) =>
      onPaste(listHexColours((target as HTMLTextAreaElement).value)),
    );
    const targets = document.querySelectorAll('.targets input');
    for (const radio of targets) radio.addEventListener('change', () => this.#nameAll());
    this.#list.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest('button');
      if (button) onPick(this.#target, button.value);
    });
  }

  get #target(): SeedName {
    return document.querySelector<HTMLInputElement>('.targets :checked')!.value as SeedName;
  }

  show(colours: readonly string[]): void {
    if (colours.join() === this.#shown) return;
    this.#shown = colours.join();
    const items = colours.map((colour) =>
      element(
        'li',
        {},
        element(
          'button',
          { type: 'button', value: colour, paint: { '--colour': colour } },
          element('span', { className: 'dot' }),
          element('code', {}, colour),
        ),
      ),
    );
    this.#list.replaceChildren(...items);
    this.#nameAll();
    const pasted = byId('pasted') as HTMLTextAreaElement;
    if (colours.length > 0) pasted.closest('details')!.open = true;
    if (pasted.value === '') pasted.value = colours.join(', ');
  }

  #nameAll(): void {
    const { label } = seedNamed(words, this.#target);
    for (const button of this.#list.querySelectorAll('button'))
      button.ariaLabel = filled(words.swatches.into, { colour: button.value, seed: label });
  }
}
