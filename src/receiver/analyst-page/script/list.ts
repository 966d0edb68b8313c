// The list of rows: made in slices as the reader gets there, so that ten thousand groups open at once.
import type { Group } from './grouping.ts';
import { createRow, rowOf, type Row, type RowContext } from './row.ts';

/** Rows that are made at a time. */
const SLICE = 60;

/** The list on the page. */
export interface RowList {
  /**
   * Shows these groups. Rows that stay are not moved: what is open stays open, and keeps focus.
   * @param isSame whether the reader asks for the same as before, and keeps as many rows
   */
  show(groups: readonly Group[], isSame: boolean): void;
  /** Gives focus to the next or the previous row. */
  step(by: 1 | -1): void;
  /** Makes all rows, for print. */
  showAll(): void;
  /** Shows the marks of these reports as they are now. */
  refresh(references: readonly string[]): void;
}

/** Creates the list in an element. */
export function createList(container: HTMLElement, end: HTMLElement, context: RowContext): RowList {
  const made = new Map<string, Row>();
  let groups: readonly Group[] = [];
  let shown = 0;

  /** Texts of reports never change; what is added to them does. */
  const signature = ({ reports }: Group): string =>
    JSON.stringify(
      reports.map(({ reference, addsTo, followUp }) => [reference, addsTo, followUp?.additions]),
    );
  const signatures = new Map<string, string>();

  const rowFor = (group: Group): Row => {
    const known = made.get(group.key);
    const sign = signature(group);
    if (known && signatures.get(group.key) === sign) return known;
    const row = createRow(group.reports, context);
    if (known?.isOpen) row.toggle(true);
    known?.node.remove();
    made.set(group.key, row);
    signatures.set(group.key, sign);
    return row;
  };

  const fill = (count: number): void => {
    const wanted = groups.slice(0, count).map((group) => rowFor(group).node);
    const keep = new Set<Element>(wanted);
    for (const node of Array.from(container.children)) if (!keep.has(node)) node.remove();
    wanted.forEach((node, index) => {
      const there = container.children[index];
      if (there !== node) container.insertBefore(node, there ?? null);
    });
    shown = wanted.length;
    end.hidden = shown >= groups.length;
  };

  const more = (): void => {
    const rest = groups.slice(shown, shown + SLICE);
    container.append(...rest.map((group) => rowFor(group).node));
    shown += rest.length;
    end.hidden = shown >= groups.length;
  };

  /** The button of the next or the previous row. A list of thousands is not searched: the row beside it has it. */
  const neighbourOf = (button: HTMLElement, by: 1 | -1): HTMLElement | undefined => {
    const outer = Array.from(ancestorsOf(button)).find(({ parentElement }) => parentElement === container);
    // Its own, and those of the reports that it shows.
    const buttons = Array.from(outer?.querySelectorAll<HTMLElement>('.open') ?? []);
    const inside = buttons[buttons.indexOf(button) + by];
    if (inside) return inside;
    const beside = by === 1 ? outer?.nextElementSibling : outer?.previousElementSibling;
    return beside ? buttonIn(beside, by === 1 ? 'first' : 'last') : undefined;
  };

  new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) more();
    },
    { rootMargin: '1200px' },
  ).observe(end);

  return {
    show(wanted, isSame) {
      groups = wanted;
      fill(isSame ? Math.max(SLICE, shown) : SLICE);
    },
    step(by) {
      const current = rowOf(document.activeElement)?.button;
      const isAtEnd = current && container.lastElementChild?.contains(current);
      if (by === 1 && isAtEnd && shown < groups.length) more();
      (current ? neighbourOf(current, by) : buttonIn(container, by === 1 ? 'first' : 'last'))?.focus();
    },
    showAll() {
      while (shown < groups.length) more();
    },
    refresh(references) {
      const changed = new Set(references);
      for (const row of made.values())
        if (row.reports.some(({ reference }) => changed.has(reference))) row.refresh();
    },
  };
}

function* ancestorsOf(element: Element): Generator<Element> {
  for (let each: Element | null = element; each; each = each.parentElement) yield each;
}

function buttonIn(element: Element, which: 'first' | 'last'): HTMLElement | undefined {
  if (which === 'first') return element.querySelector<HTMLElement>('.open') ?? undefined;
  return Array.from(element.querySelectorAll<HTMLElement>('.open')).at(-1);
}
