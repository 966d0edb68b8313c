// The table of broken pages: what is broken, what the visitor gets, what to do, and what the console says. Measured by
// test/widget/hosts/broken-pages.e2e.test.ts.

import { BROKEN_PAGES, readBrokenPages, type Gets } from '../../test/widget/hosts/broken-pages.ts';
import type { Language } from './languages.ts';
import { cell, table, type Cell } from './table.ts';

const GETS: Readonly<Record<Language, Readonly<Record<Gets, string>>>> = {
  en: {
    form: 'the form',
    'form, with a link': 'the form, which says at once that nothing can leave, with a link',
    link: 'a link',
    'link after a tap': 'the button, then a link',
    nothing: 'nothing: the page has removed both',
  },
  fr: {
    form: 'le formulaire',
    'form, with a link': 'le formulaire, qui dit aussitôt que rien ne peut partir, avec un lien',
    link: 'un lien',
    'link after a tap': 'le bouton, puis un lien',
    nothing: 'rien : la page a retiré les deux',
  },
};

const WORDS = {
  en: {
    name: 'Broken pages, measured',
    head: ['On the page', 'The visitor gets', 'What to do', 'The console says'],
    browser: 'The browser names the file or the directive.',
    silence: 'Nothing.',
  },
  fr: {
    name: 'Pages abîmées, mesurées',
    head: ['Sur la page', 'Le visiteur a', 'Que faire', 'La console dit (en anglais)'],
    browser: 'Le navigateur nomme le fichier ou la directive.',
    silence: 'Rien.',
  },
} as const;

/** The longest text of a cell; a list of accepted values would fill a screen. */
const MOST = 190;

/** The sentences of the product, in English on both sites. */
function said(language: Language, says: readonly string[], isToldByBrowser = false): Cell {
  const { browser, silence } = WORDS[language];
  if (says.length === 0) return cell(isToldByBrowser ? browser : silence);
  const text = says.map((line) => line.replace(/^<cliquez-signalez> |^cliquez-signalez: /, '')).join(' ');
  return cell(text.length > MOST ? `${text.slice(0, MOST).replace(/\s\S*$/, '')} …` : text, 'en');
}

/** A row for each page. @throws {Error} if a page was not measured */
export function brokenPageTable(language: Language): string {
  const { name, head } = WORDS[language];
  const measured = readBrokenPages();
  const rows = BROKEN_PAGES.map((page) => {
    const row = measured.find(({ id }) => id === page.id);
    if (!row)
      throw new Error(
        `${page.id} was not measured: RECORD=1 node --test test/widget/hosts/broken-pages.e2e.test.ts`,
      );
    return [
      cell(page.name[language]),
      cell(GETS[language][row.gets]),
      cell(page.remedy[language]),
      said(language, row.says, page.isToldByBrowser),
    ];
  });
  return table(
    name,
    head.map((text) => cell(text)),
    rows,
  );
}
