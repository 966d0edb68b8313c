// « Former » as it is built: the cases stand on the page and on two pages to print, numbers and addresses come from the
// help data, and the form in sight is one for practice.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LANGUAGES, type Language } from '../../demo/site/languages.ts';
import { SHEETS } from '../../demo/site/navigation.ts';
import { CASES, isLinked } from '../../demo/site/training-cases.ts';
import { STEP_SOURCES, WAY_SOURCES } from '../../src/core/help/aims-sources.ts';
import { waysToComplain, waysToRemove } from '../../src/core/help/aims.ts';
import { FRANCE } from '../../src/core/help/lines.ts';
import { emergencyNumbers } from '../../src/core/help/numbers.ts';
import { doorsOf } from '../../src/core/help/other-doors.ts';
import { own } from '../../src/core/own.ts';
import { builtSite, elementsOf, type BuiltSite, type Element } from './site-files.ts';

let site: BuiltSite;
before(async () => {
  site = await builtSite();
});
after(() => site.remove());

const PAGES = ['training', ...SHEETS];
const html = (language: Language, name: string): string => site.pages.get(`${language}/${name}.html`)!;
const elements = (language: Language, name: string, tag: string): Element[] =>
  elementsOf(html(language, name)).filter((element) => element.tag === tag);

/** The part of a page that is its own, with plain spaces. */
const main = (language: Language, name: string): string =>
  elements(language, name, 'main')[0]!.inner.replaceAll(/[\u00A0\u202F]/g, ' ');
const words = (text: string): string =>
  text
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ');

test('the page leads to its sheets, and each sheet back to it', () => {
  for (const language of LANGUAGES) {
    for (const sheet of SHEETS) {
      assert.ok(html(language, 'training').includes(`href="../${language}/${sheet}.html"`), sheet);
      assert.ok(html(language, sheet).includes(`href="../${language}/training.html"`), sheet);
    }
    assert.ok(html(language, 'index').includes(`href="../${language}/training.html"`));
  }
});

test('the sheets have no navigation and no script, and print each case whole', () => {
  for (const language of LANGUAGES)
    for (const sheet of SHEETS) {
      for (const tag of ['nav', 'script', 'footer', 'details', 'cliquez-signalez', 'cliquez-signalez-form'])
        assert.deepEqual(elements(language, sheet, tag), [], `${language}/${sheet}: <${tag}>`);
      assert.match(html(language, sheet), /script-src 'none'/);
      assert.equal(elements(language, sheet, 'article').length, CASES.length);
    }
});

test('the cases stand on all three pages, with their solutions on two', () => {
  for (const language of LANGUAGES)
    for (const name of PAGES) {
      const text = words(main(language, name));
      for (const { id, title, told, question, report, not } of CASES) {
        const what = `${language}/${name}: ${id}`;
        assert.ok(html(language, name).includes(`id="${id}"`), what);
        for (const one of [title, told, question]) assert.ok(text.includes(plain(one[language])), what);
        // The sheet has all that the form asks for.
        for (const { pasted } of isLinked(report.where) ? report.where.links : [])
          assert.ok(main(language, name).includes(`>${pasted}</code>`), what);
        for (const one of [report.details, not])
          assert.equal(text.includes(plain(one[language])), name !== 'training-cases', what);
      }
    }
});

const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ').replaceAll(/\s+/g, ' ');

test('each number to call is one of the help data, and none is typed', () => {
  const known = new Set(
    [...FRANCE, ...doorsOf('FR'), ...emergencyNumbers('FR'), ...emergencyNumbers('FR', true)].flatMap(
      ({ number }) => (number ? [number.replaceAll(' ', '')] : []),
    ),
  );
  let count = 0;
  for (const language of LANGUAGES)
    for (const name of PAGES) {
      const page = main(language, name);
      for (const [, number = ''] of page.matchAll(/href="tel:([^"]*)"/g)) {
        assert.ok(known.has(number), `${language}/${name}: ${number}`);
        count += 1;
      }
      const typed = words(
        page.replaceAll(
          /<a class="dial".*?<\/a>|<(code|pre)\b.*?<\/\1>|ESSAI-1234|33700|17Cyber|(?:mars|March) 2025/gs,
          '',
        ),
      );
      assert.deepEqual(typed.match(/(?<![\d-])\d{3,}(?!\d)/g), null, `${language}/${name}`);
      for (const number of known)
        assert.doesNotMatch(
          typed,
          new RegExp(`(?:le|au|call|or|appelez) ${number}(?![ \\d]*(?:ans|min|mars|March))\\b`, 'i'),
          `${language}/${name}: ${number}`,
        );
    }
  assert.ok(count > 60);
});

test('each address elsewhere is one of the help data, of its sources, or the hotline’s', () => {
  const need = {
    category: 'sexual_harassment',
    questions: own({ blackmail: 'yes', underAge: 'no', self: 'yes' }),
  } as const;
  const known = new Set([
    'https://www.pointdecontact.net/',
    ...FRANCE.map(({ url }) => url),
    ...doorsOf('FR').map(({ url }) => url),
    ...[waysToRemove, waysToComplain].flatMap((ways) => ways(need, 'FR', FRANCE).map(({ url }) => url)),
    ...Object.values({ ...WAY_SOURCES, ...STEP_SOURCES }).map(({ source }) => source),
  ]);
  for (const language of LANGUAGES)
    for (const name of PAGES)
      for (const [, address = ''] of main(language, name).matchAll(/href="(https?:[^"]*)"/g))
        assert.ok(known.has(address), `${language}/${name}: ${address}`);
});

test('beside each group of cases stands the form for practice, which leads nobody to the hotline', () => {
  for (const language of LANGUAGES) {
    const widgets = elements(language, 'training', 'cliquez-signalez');
    assert.equal(widgets.length, new Set(CASES.map(({ group }) => group)).size + 1);
    for (const { attributes, inner } of widgets) {
      assert.ok('practice' in attributes && !('endpoint' in attributes));
      assert.doesNotMatch(inner, /<a\b/);
    }
    assert.equal(widgets.filter(({ attributes }) => attributes['flow'] === 'page').length, 1);
    const groups = elements(language, 'training', 'section').map(({ inner }) => elementsOf(inner));
    for (const group of groups) {
      const tags = group.map(({ tag }) => tag).filter((tag) => /^(?:cliquez-signalez|article)$/.test(tag));
      assert.equal(tags.indexOf('cliquez-signalez'), 0, 'before its first case');
    }
  }
});

test('words that hurt stand nowhere, and one word stands for one thing', () => {
  for (const language of LANGUAGES)
    for (const name of PAGES) {
      const text = words(main(language, name).replaceAll(/<pre\b.*?<\/pre>/gs, ''));
      assert.doesNotMatch(text, /pédoporn|child porn|revenge porn|\burls?\b/i, `${language}/${name}`);
    }
});

test('three hours last three hours', () => {
  for (const language of LANGUAGES) {
    const minutes = [...main(language, 'training').matchAll(/<td>(\d+) min<\/td>/g)].map(([, n]) =>
      Number(n),
    );
    assert.equal(
      minutes.reduce((sum, one) => sum + one, 0),
      180,
    );
  }
});
