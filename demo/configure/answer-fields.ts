// The fields: they turn input into answers, and show answers from elsewhere.

import { sizeOf, tidy } from '../theme/theme.ts';
import { isAsked, NO_ANSWERS, TEXTS, type Answers, type TextName } from './answers.ts';

/** A remark beside a field. */
interface Said {
  readonly text: string;
  /** Whether the answer is acceptable as it is. */
  readonly isAdvice: boolean;
}

const OF_THEME = ['preset', 'variant', 'placement', 'size'] as const;

/** All fields. */
export class AnswerFields {
  #form: HTMLFormElement;
  #answers: Answers = NO_ANSWERS;
  #change: (answers: Answers) => void;
  /** Fields that somebody has left or filled. Other fields show no remark, so an empty page has no errors. */
  #touched = new Set<string>();

  constructor(form: HTMLFormElement, change: (answers: Answers) => void) {
    this.#form = form;
    this.#change = change;
    form.addEventListener('input', ({ target }) => this.#onInput(target as HTMLInputElement));
    form.addEventListener('focusout', ({ target }) => this.#onLeave(target as HTMLInputElement));
    form.addEventListener('submit', (event) => event.preventDefault());
  }

  /** Shows answers from elsewhere, and overwrites the fields. */
  show(answers: Answers): void {
    this.#answers = answers;
    this.#touched.clear();
    for (const name of TEXTS) {
      this.#field(name).value = answers.texts[name];
      if (answers.texts[name] !== NO_ANSWERS.texts[name]) this.#touched.add(name);
    }
    for (const box of this.#boxes()) {
      box.checked = answers.languages.includes(box.value);
      // A language that a link has ticked is in sight.
      if (box.checked) box.closest('details')?.setAttribute('open', '');
    }
    this.#showChoices();
  }

  /** Shows the remarks, each beside its field. */
  remark(said: ReadonlyMap<TextName, Said>): void {
    for (const name of TEXTS) {
      const field = this.#field(name);
      const remark = this.#touched.has(name) ? said.get(name) : undefined;
      const place = this.#form.querySelector<HTMLElement>(`#${name}-remark`)!;
      if (place.textContent !== (remark?.text ?? '')) place.textContent = remark?.text ?? '';
      place.classList.toggle('advice', remark?.isAdvice ?? false);
      if (remark && !remark.isAdvice) field.setAttribute('aria-invalid', 'true');
      else field.removeAttribute('aria-invalid');
    }
  }

  #field(name: string): HTMLInputElement {
    return this.#form.elements.namedItem(name) as HTMLInputElement;
  }

  /** The boxes of the languages, in the order of the page. */
  #boxes(): HTMLInputElement[] {
    return [...this.#form.querySelectorAll<HTMLInputElement>('[name=languages]')];
  }

  #showChoices(): void {
    const { way, mode, context, flow, practice, easy, trusted, theme } = this.#answers;
    const chosen = { way, mode, context, flow, practice, easy, trusted, ...theme, size: sizeOf(theme) };
    for (const name of [
      'way',
      'mode',
      'context',
      'flow',
      'practice',
      'easy',
      'trusted',
      ...OF_THEME,
    ] as const) {
      const field = this.#form.elements.namedItem(name) as RadioNodeList | HTMLSelectElement;
      field.value = chosen[name];
    }
    for (const name of TEXTS) this.#hide(`[data-field="${name}"]`, !isAsked(this.#answers, name));
    this.#hide('[data-choice="placement"]', mode === 'inline' || theme.variant !== 'floating');
    this.#hide('[data-choice="variant"]', mode === 'inline');
    this.#hide('[data-choice="size"]', mode === 'inline');
  }

  #hide(selector: string, isHidden: boolean): void {
    this.#form.querySelector<HTMLElement>(selector)!.hidden = isHidden;
  }

  #onInput({ name, value }: HTMLInputElement): void {
    const { texts, theme } = this.#answers;
    const text = TEXTS.find((one) => one === name);
    if (text) this.#answers = { ...this.#answers, texts: { ...texts, [text]: value } };
    else if (name === 'languages') {
      const ticked = this.#boxes().filter(({ checked }) => checked);
      this.#answers = { ...this.#answers, languages: ticked.map((box) => box.value) };
    } else if (OF_THEME.some((one) => one === name))
      this.#answers = { ...this.#answers, theme: tidy({ ...theme, [name]: value }) };
    else this.#answers = { ...this.#answers, [name]: value };
    this.#showChoices();
    this.#change(this.#answers);
  }

  /** No remark appears while somebody types a first answer. */
  #onLeave({ name }: HTMLInputElement): void {
    if (!TEXTS.some((one) => one === name) || this.#touched.has(name)) return;
    this.#touched.add(name);
    this.#change(this.#answers);
  }
}
