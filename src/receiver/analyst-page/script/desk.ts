// The analyst's desk: filters, rows, marks and keys of one page.
import { byId, element, filled, speechOf } from './element.ts';
import { matching, type Filter } from './filters.ts';
import { groupsOf, type Group } from './grouping.ts';
import { listenToKeys } from './keys.ts';
import { createList } from './list.ts';
import { createMarkMenu } from './mark-menu.ts';
import { createMarks, decisionsFile } from './marks.ts';
import type { OutcomeView } from './report-view.ts';
import type { Row, RowContext } from './row.ts';
import type { PageWords, ShownReport } from './types.ts';

/** A desk on a page. */
export interface Desk {
  /** Shows reports, in the order of arrival. @param news references of those that came while the page was open */
  show(reports: readonly ShownReport[], news?: readonly string[]): void;
}

/** Takes over the desk that stands in the page. */
export function openDesk(words: PageWords, showOutcome?: OutcomeView): Desk {
  const speech = speechOf(words.locale);
  const marks = createMarks();
  const menu = createMarkMenu(words);
  const [status, count, unsaved] = [byId('status'), byId('count'), byId('unsaved')];
  const text = byId('search', HTMLInputElement);
  const category = byId('category', HTMLSelectElement);
  const priority = byId('priority', HTMLSelectElement);
  const unmarked = byId('unmarked', HTMLInputElement);
  const help = byId('help', HTMLDialogElement);
  let all: readonly ShownReport[] = [];
  let groups: readonly Group[] = [];

  const context: RowContext = { words, speech, marks, news: new Set(), askMark, showOutcome };
  const list = createList(byId('reports'), byId('end'), context);

  function askMark(reports: readonly ShownReport[], row: Row): void {
    const [first] = reports;
    const what =
      reports.length > 1 ? speech.counted(words.reports, reports.length) : (first?.reference ?? '');
    menu.ask(what, marks.get(first?.reference ?? ''), (choice) => {
      const mark = choice === 'none' ? undefined : choice;
      for (const { reference } of reports) marks.set(reference, mark);
      list.refresh(reports.map(({ reference }) => reference));
      showMarks();
      const action = mark && (words.actions[mark.action]?.label ?? mark.action);
      status.textContent =
        action === undefined ? filled(words.unmarked, { what }) : filled(words.marked, { what, action });
      row.button.focus();
    });
  }

  function showMarks(): void {
    unsaved.textContent = [
      ...(marks.size > 0 ? [speech.counted(words.marks, marks.size)] : []),
      ...(marks.unsaved > 0 ? [speech.counted(words.unsaved, marks.unsaved)] : []),
    ].join(', ');
  }

  function save(): void {
    const url = URL.createObjectURL(
      new Blob([decisionsFile(marks.save(), words)], { type: 'text/csv;charset=utf-8' }),
    );
    element('a', { href: url, download: words.fileName }).click();
    // The browser reads the file after the click.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    showMarks();
    status.textContent = filled(words.saved, { file: words.fileName });
  }

  /** What is asked for now. A row that is marked stays until the filters change: nothing moves under the reader. */
  function applyFilter(isSame: boolean): void {
    const filter: Filter = {
      text: text.value,
      category: category.value,
      priority: priority.value as Filter['priority'],
      isUnmarkedOnly: unmarked.checked,
    };
    const found = matching(groups, filter, (reference) => marks.get(reference) !== undefined);
    list.show(found, isSame);
    byId('none').hidden = found.length > 0 || all.length === 0;
    const shown = found.reduce((sum, { reports }) => sum + reports.length, 0);
    const total = speech.counted(words.reports, all.length);
    const number = (wanted: ShownReport['priority']): number =>
      all.filter((report) => report.priority === wanted).length;
    const [urgents, unread] = [number('urgent'), number('unread')];
    count.textContent = [
      shown === all.length ? total : filled(words.ofReports, { n: speech.number(shown), all: total }),
      ...(urgents > 0 ? [speech.counted(words.urgents, urgents)] : []),
      ...(unread > 0 ? [speech.counted(words.unread, unread)] : []),
    ].join(' · ');
  }

  /** What the reader asks for, and how much was found, said too. */
  function search(): void {
    applyFilter(false);
    status.textContent = count.textContent;
  }

  /** The categories that there are, to choose from, and how many reports each has. */
  function fillCategories(): void {
    const counts = new Map<string, number>();
    for (const { category: name } of all) counts.set(name, (counts.get(name) ?? 0) + 1);
    const chosen = category.value;
    category.replaceChildren(
      element('option', { value: '' }, filled(words.all, { n: speech.number(all.length) })),
      ...Array.from(counts, ([name, number]) =>
        element('option', { value: name }, `${name} (${speech.number(number)})`),
      ),
    );
    category.value = counts.has(chosen) ? chosen : '';
  }

  let waiting = 0;
  text.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 120) as unknown as number;
  });
  for (const control of [category, priority, unmarked]) control.addEventListener('change', search);
  byId('next').addEventListener('click', () => list.step(1));
  byId('previous').addEventListener('click', () => list.step(-1));
  byId('save').addEventListener('click', save);
  byId('open-help').addEventListener('click', () => help.showModal());
  byId('close-help').addEventListener('click', () => help.close());
  window.addEventListener('beforeunload', (event) => {
    if (marks.unsaved > 0) event.preventDefault();
  });
  window.addEventListener('beforeprint', () => list.showAll());
  listenToKeys(byId('keys-on', HTMLInputElement), {
    step: (by) => list.step(by),
    mark: (row) => askMark(row.reports, row),
    search: () => text.focus(),
    save,
    help: () => help.showModal(),
  });

  return {
    show(reports, news = []) {
      all = reports;
      groups = groupsOf(reports);
      for (const reference of news) context.news.add(reference);
      fillCategories();
      applyFilter(true);
      showMarks();
      list.refresh(news);
    },
  };
}
