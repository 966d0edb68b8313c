// The tables of the site show what was measured and built: each record has its row, in both languages.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { BUDGETS, MOMENT_NAMES } from '../../.build/budgets.ts';
import type { Sizes } from '../../.build/sizes.ts';
import { named } from '../../demo/site/figure-names.ts';
import { LANGUAGES, type Language } from '../../demo/site/languages.ts';
import { inline } from '../../demo/site/table.ts';
import { ATTRIBUTES } from '../../src/widget/attributes/names.ts';
import { SHARER_SOURCES } from '../../src/core/address/sharer-sources.ts';
import type { Costs } from '../bench/costs.ts';
import { ATTACKS, MODES, type Mode } from '../widget/hosts/attacks/matrix.ts';
import { readMatrix } from '../widget/hosts/attacks/record.ts';
import { readPolicies } from '../widget/hosts/policies.ts';
import { FURTHER, FURTHER_LANGUAGES } from '../../src/words/languages.ts';
import { readFigures } from '../receiver/soak/figures.ts';
import { builtSite, elementsOf, type BuiltSite } from './site-files.ts';

const json = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));

let site: BuiltSite;
before(async () => {
  site = await builtSite();
});
after(() => site.remove());

const words = (page: string): string =>
  site.pages
    .get(page)!
    .replaceAll(/[\u00A0\u202F]/g, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ');

test('the page on security lists each site whose links are cleaned, and claims no more than is known', () => {
  const names = SHARER_SOURCES.flatMap(({ name }) => name?.split(', ') ?? []);
  assert.ok(names.length >= 30);
  for (const language of LANGUAGES) {
    const text = words(`${language}/security.html`);
    const list = /(?:Site par site|Site by site) ?: ([^.]*(?:\.org[^.]*)?)\./.exec(text)?.[1] ?? '';
    for (const name of names) assert.ok(list.includes(name), `${language}: ${name}`);
    for (const page of ['security', 'index', 'mobile'])
      assert.match(words(`${language}/${page}.html`), /ce que nous connaissons|what we know of/i, page);
  }
  for (const file of ['README.md', 'README.fr.md'])
    assert.match(
      readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'),
      /ce que nous connaissons|what we know of/i,
    );
});

/** The cells of each row, as HTML with plain spaces, by the first one, of the table with a name. */
function rowsOf(page: string, name: string): Map<string, string[]> {
  const tables = elementsOf(site.pages.get(page)!.replaceAll(/[\u00A0\u202F]/g, ' ')).filter(
    ({ attributes }) => attributes['aria-label'] === name,
  );
  assert.equal(tables.length, 1, `${page} has one table « ${name} »`);
  const rows = elementsOf(tables[0]!.inner).filter(({ tag }) => tag === 'tr');
  return new Map(
    rows.slice(1).map(({ inner }) => {
      const cells = elementsOf(inner).filter(({ tag }) => tag === 'th' || tag === 'td');
      const [first = '', ...others] = cells.map((cell) => cell.inner);
      return [first, others];
    }),
  );
}

/** The rows of a table, which are those of a record, in its order. */
function rowsFor(
  language: Language,
  page: string,
  titles: Readonly<Record<Language, string>>,
  names: readonly string[],
): string[][] {
  const rows = rowsOf(`${language}/${page}.html`, titles[language]);
  assert.deepEqual(
    [...rows.keys()],
    names.map((name) => inline(named(language, name)).replaceAll('\u00A0', ' ')),
  );
  return [...rows.values()];
}

for (const language of LANGUAGES) {
  /** A number of a cell, in the writing of the language. */
  const numberIn = (cell: string): number => {
    const signs = cell.replaceAll(/[^\d.,-]/g, '');
    return Number(language === 'fr' ? signs.replace(',', '.') : signs.replaceAll(',', ''));
  };

  test(`${language}: every language of the form, with its state and its size`, () => {
    const { files } = json('dist/sizes.json') as Sizes;
    const title = { fr: 'Les langues du formulaire', en: 'The languages of the form' }[language];
    const rows = [...rowsOf(`${language}/install.html`, title).values()];
    const tags = rows.map(([, tag = '']) => />([\w-]+)</.exec(tag)?.[1] ?? '');
    assert.deepEqual(tags, ['fr', 'en', ...FURTHER_LANGUAGES]);
    const names = [...rowsOf(`${language}/install.html`, title).keys()];
    assert.deepEqual(
      names.filter((name) => /facile|easy|simple/i.test(name)),
      { fr: ['anglais facile', 'français facile'], en: ['easy English', 'easy French'] }[language],
    );
    const [finished, draft] = language === 'fr' ? ['achevée', 'ébauche'] : ['finished', 'draft'];
    assert.deepEqual(
      rows.slice(0, 2).map(([, , state]) => state),
      [finished, finished],
    );
    rows.slice(2).forEach(([, , state, size = ''], index) => {
      const tag = FURTHER_LANGUAGES[index]!;
      assert.equal(state, FURTHER[tag].isDraft ? draft : finished, tag);
      const its = Object.entries(files).filter(([file]) => file.startsWith(`locales/${tag}`));
      const bytes = its.reduce((sum, [, { brotli }]) => sum + brotli, 0);
      assert.equal(numberIn(size), Math.round(bytes / 100) / 10, tag);
    });
  });

  test(`${language}: sizes, with their budgets`, () => {
    const { moments } = json('dist/sizes.json') as Sizes;
    const names = Object.keys(BUDGETS) as (keyof Sizes['moments'])[];
    const titles = { fr: 'Tailles et budgets', en: 'Sizes and budgets' };
    const rows = rowsFor(
      language,
      'figures',
      titles,
      names.map((moment) => MOMENT_NAMES[moment]),
    );
    rows.forEach((cells, index) => {
      const moment = names[index]!;
      const { brotli, gzip, requests } = moments[moment];
      const inKilobytes = [brotli, gzip].map((bytes) => Math.round(bytes / 100) / 10);
      assert.deepEqual(cells.map(numberIn), [...inKilobytes, requests, BUDGETS[moment].most / 1_000]);
    });
  });

  test(`${language}: what attacks got`, () => {
    const matrix = readMatrix();
    const titles = { fr: 'Attaques mesurées', en: 'Attacks measured' };
    const rows = rowsFor(
      language,
      'security',
      titles,
      ATTACKS.map(({ name }) => name),
    );
    const modes = Object.keys(MODES) as Mode[];
    const nothing = language === 'fr' ? 'rien' : 'nothing';
    rows.forEach((cells, index) => {
      const { id } = ATTACKS[index]!;
      assert.equal(cells.length, modes.length);
      modes.forEach((mode, column) => {
        const caught = Object.values(matrix[mode]![id]!);
        assert.equal(
          cells[column] === nothing,
          caught.every((text) => text === ''),
          `${id}, ${mode}`,
        );
        assert.equal(cells[column]!.includes(nothing), caught.includes(''), `${id}, ${mode}`);
      });
    });
    const keys = rows[ATTACKS.findIndex(({ id }) => id === 'keys')]!;
    assert.equal(keys[0], language === 'fr' ? '<b>tout ce qui est tapé</b>' : '<b>all that is typed</b>');
  });

  test(`${language}: what becomes of the button under each policy`, () => {
    const policies = readPolicies();
    const titles = { fr: 'Politiques mesurées', en: 'Policies measured' };
    const rows = rowsFor(
      language,
      'install',
      titles,
      policies.map(({ name }) => name),
    );
    rows.forEach((cells, index) => {
      const { name, outcomes } = policies[index]!;
      for (const [column, way] of ['module', 'bundle', 'embed'].entries()) {
        const found = Object.values(outcomes[way]!);
        assert.equal(
          cells[column]!.includes('✓'),
          found.some((outcome) => outcome.startsWith('works')),
          name,
        );
        assert.equal(cells[column]!.includes('Chromium'), new Set(found).size > 1, name);
      }
    });
    const blocked = rows[policies.findIndex(({ name }) => name === 'Scripts blocked')];
    assert.deepEqual(new Set(blocked), new Set([language === 'fr' ? 'lien' : 'link']));
  });

  test(`${language}: what the button costs a page`, () => {
    const { rows: measured, measuredOn } = json('test/bench/costs.json') as Costs;
    const titles = { fr: 'Coût pour une page', en: 'Cost for a page' };
    const rows = rowsFor(
      language,
      'figures',
      titles,
      measured.map(({ name }) => name),
    );
    rows.forEach((cells, index) => {
      const { name, figures } = measured[index]!;
      const shown = numberIn(cells[0]!);
      assert.ok(Math.abs(shown - figures.ours!) <= 0.5, `${name}: ${cells[0]}`);
    });
    assert.ok(site.pages.get(`${language}/figures.html`)!.includes(measuredOn));
  });

  test(`${language}: every long run of the receiver`, () => {
    const titles = { fr: 'Mesures du récepteur', en: 'Figures of the receiver' };
    const runs = Object.entries(readFigures());
    const rows = rowsFor(
      language,
      'hotline',
      titles,
      runs.map(([name]) => name),
    );
    rows.forEach((cells, index) => {
      const [name, { figures, measuredOn }] = runs[index]!;
      assert.equal(cells[0]!.split(' · ').length, Object.keys(figures).length, name);
      assert.equal(cells[1], measuredOn, name);
    });
  });

  test(`${language}: every attribute that the widget reads`, () => {
    const rows = rowsOf(`${language}/elements.html`, language === 'fr' ? 'Attribut' : 'Attribute');
    const code = (name: string): string => `<code translate="no">${name}</code>`;
    assert.deepEqual([...rows.keys()].toSorted(), ATTRIBUTES.map(code).toSorted());
    assert.match(rows.get(code('scheme'))!.join(''), />auto<.*>light<.*>dark</);
    for (const [name, [meaning = '']] of rows) assert.ok(meaning.length > 20, name);
  });
}

test('what the page on security says of the isolated mode is what was measured', () => {
  const isolated = readMatrix().isolated!;
  const measured = (id: string): string[] => Object.values(isolated[id]!);
  const hands = ['keyboard', 'pointer', 'fake', 'opened'];
  for (const { id } of ATTACKS.filter((attack) => !hands.includes(attack.id)))
    assert.ok(
      measured(id).every((caught) => caught === ''),
      `${id}: the scripts of the page read none of it`,
    );
  assert.ok(measured('keyboard').every((caught) => ['', 'letters'].includes(caught)));
  assert.match(words('fr/security.html'), /Le script obtient quelques lettres au plus\./);
  assert.match(words('en/security.html'), /The script gets a few letters at most\./);
  assert.ok(measured('pointer').includes('category'), 'what the page admits is still so');
  assert.match(words('fr/security.html'), /voir où quelqu’un appuie ?: il apprend la catégorie\./);
  assert.match(words('en/security.html'), /see where somebody presses: it learns the category\./);
});
