// The controls: they turn input into choices, and show choices.

import { SEEDS, type SeedName } from '../../src/widget/theme/seeds.ts';
import { ColourFields } from './colour-fields.ts';
import { complain, isAtWork } from './field-state.ts';
import { readSeed, SCALES } from './seed-values.ts';
import { SHOWN, type Choices, type Shown } from './link.ts';
import { SEED_NAMES, seedOf, sizeOf, tidy, withSeed, type Theme } from './theme.ts';
import { words } from './words/page-words.ts';
import { filled } from './words/words.ts';

const supports = (property: string, value: string): boolean => CSS.supports(property, value);
const isColour = (name: string): boolean => name in SEEDS['<color>'];

/** All of the form's controls, and the switches over the frames. */
export class Controls {
  #form: HTMLFormElement;
  #choices: Choices;
  #change: (choices: Choices) => void;
  #colours: ColourFields;

  constructor(form: HTMLFormElement, choices: Choices, change: (choices: Choices) => void) {
    this.#form = form;
    this.#choices = choices;
    this.#change = change;
    this.#colours = new ColourFields(form, (name, value) => this.#setSeed(name, value));
    form.addEventListener('input', (event) => this.#onInput(event.target as HTMLInputElement, false));
    form.addEventListener('change', (event) => this.#onInput(event.target as HTMLInputElement, true));
    form.addEventListener('click', (event) => this.#onClick(event.target as Element));
    form.addEventListener('submit', (event) => event.preventDefault());
    document.querySelector('.toggles')!.addEventListener('change', () => this.#onToggle());
    this.show(choices);
  }

  /** Shows choices from elsewhere, and overwrites the fields. */
  take(choices: Choices): void {
    this.#forgive();
    this.#colours.fold();
    this.show(choices);
  }

  /** Shows choices, but leaves a field alone while somebody types in it. */
  show(choices: Choices): void {
    this.#choices = choices;
    const { theme, shown } = choices;
    const chosen = { ...theme, size: sizeOf(theme) };
    for (const name of ['preset', 'variant', 'size', 'placement', 'scheme'] as const) {
      for (const radio of this.#fields(name)) radio.checked = radio.value === chosen[name];
    }
    this.#form
      .querySelector('[data-attribute="placement"]')!
      .toggleAttribute('hidden', theme.variant !== 'floating');
    for (const box of document.querySelectorAll<HTMLInputElement>('[name="shown"]'))
      box.checked = shown.includes(box.value as Shown);
    for (const name of SEED_NAMES) this.#showSeed(theme, name);
  }

  #showSeed(theme: Theme, name: SeedName): void {
    const value = seedOf(theme, name);
    const isOwn = name in theme.seeds;
    this.#form.querySelector<HTMLElement>(`[data-back="${name}"]`)!.hidden = !isOwn;
    if (isColour(name)) return this.#colours.show(name, value);
    for (const field of this.#fields(name)) {
      if (isAtWork(field)) continue;
      if (SCALES[name]) field.value = String(Number.parseFloat(value));
      else {
        field.value = isOwn ? value : '';
        field.placeholder = (words.placeholders as Readonly<Record<string, string>>)[value] ?? value;
      }
    }
  }

  #fields(name: string): HTMLInputElement[] {
    return [...this.#form.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)];
  }

  #onInput(field: HTMLInputElement, isDone: boolean): void {
    const { name, value } = field;
    const { theme } = this.#choices;
    if (['variant', 'size', 'placement', 'scheme'].includes(name)) {
      this.#set(tidy({ ...theme, [name]: value }));
    } else if (name === 'preset') {
      this.#forgive();
      this.#set(tidy({ ...theme, preset: value }));
    } else if (SEED_NAMES.includes(name as SeedName) && !isColour(name)) {
      this.#onSeed(field, name as SeedName, isDone);
    }
  }

  #onSeed(field: HTMLInputElement, name: SeedName, isDone: boolean): void {
    const scale = SCALES[name];
    const text = field.value.trim();
    const value = readSeed(name, scale ? `${text}${scale.unit}` : text, supports);
    const isWrong = value === undefined && (text !== '' || Boolean(scale));
    if (!isWrong) this.#setSeed(name, value);
    if (!isWrong || isDone) {
      complain(
        field,
        isWrong
          ? scale
            ? filled(words.wrong.scale, { min: scale.min, max: scale.max })
            : words.wrong.font
          : '',
      );
    }
  }

  #onClick(target: Element): void {
    const name = target.closest<HTMLElement>('[data-back]')?.dataset['back'] as SeedName | undefined;
    if (name) {
      this.#forgive(name);
      this.#setSeed(name, undefined);
      // The button is gone, so focus moves to its field.
      this.#form.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.focus();
    }
  }

  #onToggle(): void {
    const boxes = [...document.querySelectorAll<HTMLInputElement>('[name="shown"]:checked')].map(
      ({ value }) => value,
    );
    this.#apply({ ...this.#choices, shown: SHOWN.filter((name) => boxes.includes(name)) });
  }

  #setSeed(name: SeedName, value: string | undefined): void {
    this.#set(withSeed(this.#choices.theme, name, value));
  }

  #set(theme: Theme): void {
    this.#apply({ ...this.#choices, theme });
  }

  #apply(choices: Choices): void {
    this.show(choices);
    this.#change(choices);
  }

  /** Removes the error messages of fields that get new values. */
  #forgive(name?: SeedName): void {
    const within = name ? `[data-seed="${name}"] ` : '';
    for (const field of this.#form.querySelectorAll<HTMLInputElement>(`${within}[aria-invalid]`))
      complain(field, '');
  }
}
