// The fields of the colour seeds: text, colour picker and, where the browser has one, eyedropper. Some seeds have a
// second row for dark.

import type { SeedName } from '../../src/widget/theme/seeds.ts';
import { pixelOf } from './colour-reader.ts';
import { hex } from './contrast.ts';
import { complain, isAtWork } from './field-state.ts';
import { joinColour, readSeed, splitColour } from './seed-values.ts';
import { words } from './words/page-words.ts';

type Paper = 'light' | 'dark';
type Field = HTMLInputElement;

/** Not every browser has it, so TypeScript's DOM types do not. */
interface PipetteWindow {
  readonly EyeDropper?: new () => { open(): Promise<{ readonly sRGBHex: string }> };
}

const supports = (property: string, value: string): boolean => CSS.supports(property, value);
const Pipette = (window as PipetteWindow).EyeDropper;

/** The fields of all colour seeds. */
export class ColourFields {
  #form: HTMLElement;
  #set: (name: SeedName, value: string | undefined) => void;
  #values = new Map<SeedName, string>();
  /** Seeds whose second row is open although both colours are still equal. */
  #open = new Set<SeedName>();

  constructor(form: HTMLElement, set: (name: SeedName, value: string | undefined) => void) {
    this.#form = form;
    this.#set = set;
    form.addEventListener('input', (event) => this.#onInput(event.target as Field, false));
    form.addEventListener('change', (event) => this.#onInput(event.target as Field, true));
    for (const button of form.querySelectorAll<HTMLElement>('[data-pipette]')) {
      button.hidden = !Pipette;
      button.addEventListener('click', () => void this.#pick(button));
    }
  }

  /** Closes the second rows, except where the two colours differ. */
  fold(): void {
    this.#open.clear();
  }

  show(name: SeedName, value: string): void {
    this.#values.set(name, value);
    const { light, dark } = splitColour(value);
    const fieldset = this.#form.querySelector(`[data-seed="${name}"]`)!;
    const hasBoth = dark !== undefined || this.#open.has(name);
    const box = fieldset.querySelector<Field>('[type="checkbox"]');
    if (box) box.checked = hasBoth;
    for (const row of fieldset.querySelectorAll<HTMLElement>('[data-paper]')) {
      const colour = row.dataset['paper'] === 'dark' ? (dark ?? light) : light;
      if (row.dataset['paper'] === 'dark') row.hidden = !hasBoth;
      for (const field of row.querySelectorAll('input')) {
        if (isAtWork(field)) continue;
        field.value = field.type === 'color' ? hex(pixelOf(colour)) : colour;
      }
    }
  }

  #onInput(field: Field, isDone: boolean): void {
    const name = field.closest<HTMLElement>('.colour')?.dataset['seed'] as SeedName | undefined;
    if (!name) return;
    if (field.type === 'checkbox') return this.#onBoth(name, field.checked);
    const row = field.closest<HTMLElement>('[data-paper]')!;
    // When a row is hidden while its field has focus, the field fires a last `change`.
    if (row.hidden) return;
    const paper = row.dataset['paper'] as Paper;
    const text = field.value.trim();
    // People often paste a hex code without its #.
    const colour = /^([\da-f]{3}|[\da-f]{6})$/i.test(text) ? `#${text}` : text;
    const isKnown = splitColour(colour).dark === undefined && readSeed(name, colour, supports) !== undefined;
    if (text === '') this.#set(name, undefined);
    else if (isKnown) this.#setOne(name, paper, colour);
    if (isKnown || text === '' || isDone) complain(field, isKnown || text === '' ? '' : words.wrong.colour);
  }

  #onBoth(name: SeedName, isOn: boolean): void {
    const value = this.#values.get(name) ?? '';
    if (isOn) this.#open.add(name);
    else this.#open.delete(name);
    this.#set(name, isOn ? value : splitColour(value).light);
  }

  /** Sets the colour of one row. */
  #setOne(name: SeedName, paper: Paper, colour: string): void {
    const { light, dark } = splitColour(this.#values.get(name) ?? '');
    const hasBoth = dark !== undefined || this.#open.has(name);
    const other = dark ?? light;
    const value =
      paper === 'dark' ? joinColour(light, colour) : joinColour(colour, hasBoth ? other : undefined);
    if (hasBoth) this.#open.add(name);
    this.#set(name, value);
  }

  async #pick(button: HTMLElement): Promise<void> {
    try {
      const { sRGBHex } = await new Pipette!().open();
      const name = button.closest<HTMLElement>('[data-seed]')!.dataset['seed'] as SeedName;
      this.#setOne(name, button.dataset['pipette'] as Paper, sRGBHex);
    } catch {
      // The user pressed Escape.
    }
  }
}
