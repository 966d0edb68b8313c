// The menu in which the reader chooses what becomes of reports: by arrows, by a digit, or with the mouse.
import { byId, element } from './element.ts';
import type { Mark } from './marks.ts';
import type { PageWords } from './types.ts';

/** The answer of the menu: a mark, or `none` to take the mark away. */
export type Choice = Mark | 'none';

/** The menu of the page. */
export interface MarkMenu {
  /**
   * Opens the menu.
   * @param what the reports that it is about, in words
   * @param given the mark that they have
   */
  ask(what: string, given: Mark | undefined, choose: (choice: Choice) => void): void;
}

/** The day here, `2026-11-24`. */
function today(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Takes over the menu that stands in the page. */
export function createMarkMenu(words: PageWords): MarkMenu {
  const dialog = byId('mark-menu', HTMLDialogElement);
  const [what, fault] = [byId('mark-what'), byId('mark-fault')];
  const [provider, day] = [byId('mark-provider', HTMLInputElement), byId('mark-day', HTMLInputElement)];
  const buttons = [...dialog.querySelectorAll<HTMLButtonElement>('button[data-action]')];
  let answer: (choice: Choice) => void = () => {};

  /** Names that were written before, to choose from. */
  const names = new Set<string>();
  const remember = (name: string): void => {
    names.add(name);
    byId('mark-providers').replaceChildren(...Array.from(names, (value) => element('option', { value })));
  };
  const refuse = (text: string): void => {
    fault.textContent = text;
    provider.ariaInvalid = 'true';
    provider.focus();
  };
  const choose = (action: string): void => {
    const { isNotice, needsProvider } = words.actions[action] ?? {};
    const name = provider.value.trim();
    if (needsProvider && name === '') return refuse(words.missingProvider);
    if (isNotice && new RegExp(words.noProvider, 'i').test(name)) return refuse(words.wrongProvider);
    dialog.close();
    if (isNotice && name !== '') remember(name);
    if (action === '') return answer('none');
    return answer({
      action,
      date: day.value || today(),
      ...(isNotice && name !== '' && { provider: name }),
    });
  };

  for (const button of buttons)
    button.addEventListener('click', () => choose(button.dataset['action'] ?? ''));
  byId('mark-close').addEventListener('click', () => dialog.close());
  dialog.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step !== undefined) buttons[(at + step + buttons.length) % buttons.length]?.focus();
    else if (/^\d$/.test(key))
      choose(buttons.find((one) => one.dataset['key'] === key)?.dataset['action'] ?? '');
    else return;
    event.preventDefault();
  });

  return {
    ask(subject, given, then) {
      answer = then;
      what.textContent = subject;
      fault.textContent = '';
      provider.ariaInvalid = 'false';
      // A name that stays from another report would be published for this one.
      provider.value = given?.provider ?? '';
      day.value = given?.date ?? today();
      dialog.showModal();
      buttons[0]?.focus();
    },
  };
}
