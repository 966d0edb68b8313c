// A row of the list: one report, or several of the same content, which it opens.
import { element, filled } from './element.ts';
import type { Marks } from './marks.ts';
import { reportView, type ViewContext } from './report-view.ts';
import type { ShownReport } from './types.ts';

/** What rows need of the page. */
export interface RowContext extends ViewContext {
  readonly marks: Marks;
  /** Reports that came while the page was open, and were not opened yet. */
  readonly news: Set<string>;
  /** Asks for a mark for reports. @param row gets focus again */
  readonly askMark: (reports: readonly ShownReport[], row: Row) => void;
}

/** A row. */
export interface Row {
  readonly node: HTMLElement;
  readonly button: HTMLButtonElement;
  readonly reports: readonly ShownReport[];
  readonly isOpen: boolean;
  toggle(isOpen?: boolean): void;
  /** Shows or hides all texts of an open row. */
  toggleTexts(): void;
  /** Shows the marks as they are now. */
  refresh(): void;
}

/** Rows by their button, to find the one that has focus. */
const rows = new WeakMap<Element, Row>();

/** The row of the element that has focus, or in which it is. */
export function rowOf(node: Element | null): Row | undefined {
  const owner = node?.closest('.row');
  return owner ? rows.get(owner) : undefined;
}

/** Creates a row. @param isWithin whether it stands in the row of its group */
export function createRow(reports: readonly ShownReport[], context: RowContext, isWithin = false): Row {
  const { words, news, marks } = context;
  const [first] = reports as readonly [ShownReport, ...ShownReport[]];
  const priority = reports.find(({ priority: one }) => one !== 'normal')?.priority ?? 'normal';
  const newBadge = badge(words.isNew, 'new');
  const button = element(
    'button',
    { type: 'button', className: 'open', ariaExpanded: 'false' },
    ...headOf(reports, newBadge, context),
  );
  const markButton = element('button', { type: 'button', className: 'mark' });
  const what = reports.length > 1 ? context.speech.counted(words.reports, reports.length) : first.reference;
  const node = element(
    isWithin ? 'section' : 'article',
    {
      className: `row ${priority}${isWithin ? ' within' : ''}${isWithin && first.addsTo ? ' addition' : ''}`,
    },
    element('div', { className: 'head' }, element(isWithin ? 'h3' : 'h2', {}, button), markButton),
  );
  let inside: HTMLElement | undefined;
  let parts: readonly Row[] = [];
  const row: Row = {
    node,
    button,
    reports,
    get isOpen() {
      return inside !== undefined;
    },
    toggle(isOpen = inside === undefined) {
      if (isOpen === (inside !== undefined)) return;
      button.ariaExpanded = String(isOpen);
      if (!isOpen) {
        inside?.remove();
        inside = undefined;
        parts = [];
        return;
      }
      parts = reports.length > 1 ? reports.map((report) => createRow([report], context, true)) : [];
      inside = element(
        'div',
        { className: 'inside' },
        ...(parts.length > 0
          ? parts.map((part) => part.node)
          : reportView(first, context, isWithin ? 'h4' : 'h3')),
      );
      node.append(inside);
      for (const { reference } of reports) news.delete(reference);
      parts[0]?.toggle(true);
      row.refresh();
    },
    toggleTexts() {
      const buttons = [...(inside?.querySelectorAll<HTMLButtonElement>('.reveal') ?? [])];
      const isHiding = buttons.every(({ ariaExpanded }) => ariaExpanded === 'true');
      for (const one of buttons) if ((one.ariaExpanded === 'true') === isHiding) one.click();
    },
    refresh() {
      const given = reports.flatMap(({ reference }) => marks.get(reference) ?? []);
      node.classList.toggle('marked', given.length === reports.length);
      newBadge.hidden = !reports.some(({ reference }) => news.has(reference));
      const state = stateOf(given, reports.length, context);
      markButton.textContent = state === '' ? words.mark : `✓ ${state}`;
      // The visible words come first in the name.
      const name = filled(words.markOf, { what });
      markButton.ariaLabel = state === '' ? name : `✓ ${state}, ${name}`;
      for (const part of parts) part.refresh();
    },
  };
  button.addEventListener('click', () => row.toggle());
  markButton.addEventListener('click', () => context.askMark(reports, row));
  rows.set(node, row);
  row.refresh();
  return row;
}

/** What a row says of the marks of its reports. */
function stateOf(given: readonly { readonly action: string }[], all: number, { words }: RowContext): string {
  if (given.length > 0 && given.length < all) return filled(words.someMarked, { n: given.length, all });
  const labels = new Set(given.map(({ action }) => words.actions[action]?.label ?? action));
  return [...labels].join(', ');
}

const badge = (text: string, className: string): HTMLElement =>
  element('span', { className: `badge ${className}` }, text);

/** The parts of a row that a glance takes in. */
function headOf(
  reports: readonly ShownReport[],
  newBadge: HTMLElement,
  { words, speech }: RowContext,
): (Node | string)[] {
  const [first] = reports as readonly [ShownReport, ...ShownReport[]];
  const has = (test: (report: ShownReport) => unknown): boolean => reports.some((report) => test(report));
  const distinct = (pick: (report: ShownReport) => string | undefined): string =>
    [...new Set(reports.flatMap((report) => pick(report) ?? []))].join(', ');
  const reasons = distinct(({ reason }) => reason);
  const who = [distinct(({ role }) => role), distinct(({ age }) => age)]
    .filter((text) => text !== '')
    .join(' · ');
  const times = filled(words.times, { n: speech.number(reports.length) });
  const lead = [
    ...(has(({ priority }) => priority === 'urgent')
      ? [badge(reasons === '' ? words.urgent : filled(words.urgentBy, { reasons }), 'urgency')]
      : []),
    ...(has(({ priority }) => priority === 'unread') ? [badge(words.maybeUrgent, 'unread')] : []),
    ...(reports.length > 1 ? [badge(times, 'times')] : []),
    newBadge,
    ...(has(({ addsTo }) => addsTo) ? [badge(words.addition, 'added')] : []),
    ...(has(({ isAltered }) => isAltered) ? [badge(words.altered, 'altered')] : []),
    ...(has(({ isLowTrust }) => isLowTrust) ? [badge(words.lowTrust, 'trust')] : []),
    element('span', { className: 'category' }, categoriesOf(reports)),
  ];
  const parts = [
    element('span', { className: 'lead' }, ...spaced(lead)),
    placeOf(first),
    element(
      'span',
      { className: 'meta' },
      ...spaced([
        element('span', { className: 'who' }, who),
        element('time', { dateTime: first.receivedAt }, speech.shortMoment(first.receivedAt)),
        element('code', {}, reports.length > 1 ? '' : first.reference),
      ]),
    ),
  ];
  return spaced(parts);
}

/** The category that most reports have, and how many others there are. */
function categoriesOf(reports: readonly ShownReport[]): string {
  const counts = new Map<string, number>();
  for (const { category } of reports) counts.set(category, (counts.get(category) ?? 0) + 1);
  const [most = '', ...others] = Array.from(counts)
    .toSorted((one, other) => other[1] - one[1])
    .map(([category]) => category);
  return others.length > 0 ? `${most} (+\u00a0${others.length})` : most;
}

/** Whoever hears a row hears its parts apart. */
const spaced = (parts: readonly HTMLElement[]): (Node | string)[] => parts.flatMap((part) => [part, ' ']);

const placeOf = ({ where }: ShownReport): HTMLElement =>
  element('bdi', { className: 'where', dir: 'ltr', translate: false, title: where }, where);
