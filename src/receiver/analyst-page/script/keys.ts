// The keys of the desk. Each has a button, none acts inside a field, and all can be turned off (WCAG 2.2, 2.1.4).
import { rowOf, type Row } from './row.ts';

/** What keys do. */
export interface KeyActions {
  readonly step: (by: 1 | -1) => void;
  readonly mark: (row: Row) => void;
  readonly search: () => void;
  readonly save: () => void;
  readonly help: () => void;
}

/** Listens to the keys of the page. @param isOn the switch that turns them off */
export function listenToKeys(isOn: HTMLInputElement, actions: KeyActions): void {
  const onRow = (act: (row: Row) => void) => () => {
    const row = rowOf(document.activeElement);
    if (row) act(row);
  };
  const keys: Readonly<Record<string, () => void>> = {
    j: () => actions.step(1),
    k: () => actions.step(-1),
    o: onRow((row) => row.toggle()),
    t: onRow((row) => {
      row.toggle(true);
      row.toggleTexts();
    }),
    x: onRow(actions.mark),
    s: actions.save,
    '/': actions.search,
    '?': actions.help,
  };
  document.addEventListener('keydown', (event) => {
    const { target, key, ctrlKey, metaKey, altKey, isComposing } = event;
    const isTyped = ctrlKey || metaKey || altKey || isComposing || event.defaultPrevented;
    const isInField = target instanceof Element && target.closest('input, select, textarea, dialog') !== null;
    if (!isOn.checked || isTyped || isInField) return;
    const act = Object.hasOwn(keys, key.toLowerCase()) ? keys[key.toLowerCase()] : undefined;
    if (!act) return;
    event.preventDefault();
    act();
  });
}
