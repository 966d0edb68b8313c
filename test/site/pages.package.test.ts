// The pages of the site: each has what a page needs, in both languages; nothing in them is inline or comes from
// elsewhere; every link inside leads to something.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { after, before, test } from 'node:test';
import { LANGUAGES } from '../../demo/site/languages.ts';
import { NAVIGATION, SHEETS } from '../../demo/site/navigation.ts';
import { builtSite, elementsOf, type BuiltSite, type Element } from './site-files.ts';

let site: BuiltSite;
let elements: ReadonlyMap<string, Element[]>;

before(async () => {
  site = await builtSite();
  elements = new Map([...site.pages].map(([path, html]) => [path, elementsOf(html)]));
});
after(() => site.remove());

/** Pages that somebody reads: the others are shown in frames. */
const isRead = (path: string): boolean => /^(?:fr|en)\//.test(path);

const withTag = (path: string, tag: string): Element[] =>
  elements.get(path)!.filter((element) => element.tag === tag);

/** The faults of all pages, each with its page. */
function faults(find: (path: string) => readonly string[], pages = [...site.pages.keys()]): string[] {
  return pages.flatMap((path) => find(path).map((fault) => `${path}: ${fault}`));
}

test('both languages have the pages of the menu and those to print, and no other', () => {
  const named = ['index', ...SHEETS, ...NAVIGATION.flatMap(({ entries }) => entries.map(({ name }) => name))];
  for (const language of LANGUAGES) {
    const found = [...site.pages.keys()].filter((path) => path.startsWith(`${language}/`));
    assert.deepEqual(found, named.map((name) => `${language}/${name}.html`).toSorted());
  }
});

test('each page has a language, a title, a description, one heading, and a link to its other language', () => {
  const titles = new Set<string>();
  const found = faults(
    (path) => {
      const [language = ''] = path.split('/');
      const other = language === 'fr' ? 'en' : 'fr';
      const title = withTag(path, 'title')[0]?.inner ?? '';
      const description = withTag(path, 'meta').find(
        ({ attributes }) => attributes['name'] === 'description',
      );
      const links = withTag(path, 'a').filter(
        ({ attributes }) => attributes['href'] === `../${other}/${path.slice(3)}`,
      );
      const faultsHere = [
        withTag(path, 'html')[0]?.attributes['lang'] !== language && 'lang',
        title.length < 20 && 'title',
        titles.has(title) && 'title of another page',
        (description?.attributes['content']?.length ?? 0) < 40 && 'description',
        withTag(path, 'h1').length !== 1 && 'h1',
        withTag(path, 'main').length !== 1 && 'main',
        links.every(({ attributes }) => attributes['hreflang'] !== other || attributes['lang'] !== other) &&
          'link to the other language',
      ].filter((fault) => fault !== false);
      titles.add(title);
      return faultsHere;
    },
    [...site.pages.keys()].filter(isRead),
  );
  assert.deepEqual(found, []);
});

test('no page has a script, a style or a handler of its own, and each has a policy that forbids them', () => {
  const found = faults((path) => {
    const policy = withTag(path, 'meta').find(
      ({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy',
    )?.attributes['content'];
    const inline = elements
      .get(path)!
      .flatMap(({ tag, attributes, inner }) => [
        ...(tag === 'style' || (tag === 'script' && inner.trim() !== '') ? [tag] : []),
        ...Object.keys(attributes).filter((name) => name === 'style' || name.startsWith('on')),
      ]);
    return [
      ...(policy?.startsWith("default-src 'none'; ") ? [] : ['policy']),
      ...(/unsafe|connect-src|https?:|\*/.test(policy ?? '') ? [`policy: ${policy}`] : []),
      ...inline,
    ];
  });
  assert.deepEqual(found, []);
});

const LOADED: Readonly<Record<string, string>> = {
  script: 'src',
  img: 'src',
  iframe: 'src',
  link: 'href',
  source: 'src',
};

test('nothing is loaded from elsewhere', () => {
  const found = faults((path) =>
    elements.get(path)!.flatMap(({ tag, attributes }) => {
      const address = attributes[LOADED[tag] ?? ''] ?? '';
      return /^(?:\w+:|\/)/.test(address) ? [address] : [];
    }),
  );
  assert.deepEqual(found, []);
});

/** The ids of a page. */
const idsOf = (path: string): string[] =>
  elements.get(path)!.flatMap(({ attributes }) => attributes['id'] ?? []);

test('every address inside the site leads to a file, and every fragment to an element', () => {
  const found = faults((path) =>
    elements.get(path)!.flatMap(({ tag, attributes }) => {
      // The widget's own addresses are examples.
      if (tag.startsWith('cliquez-')) return [];
      return ['href', 'src'].flatMap((name) => {
        const address = attributes[name];
        if (address === undefined || /^(?:https?|mailto|tel):/.test(address)) return [];
        const [file = '', fragment] = address.split('#');
        const target = file ? posix.join(posix.dirname(path), file.replace(/\?.*/, '')) : path;
        if (!existsSync(join(site.folder, target))) return [address];
        if (fragment === undefined || !target.endsWith('.html')) return [];
        return idsOf(target).includes(fragment) ? [] : [address];
      });
    }),
  );
  assert.deepEqual(found, []);
});

test('no id stands twice, and every element ends', () => {
  const found = faults((path) => {
    const ids = idsOf(path);
    return [
      ...ids.filter((id, index) => ids.indexOf(id) !== index),
      ...elements.get(path)!.flatMap(({ tag, isClosed }) => (isClosed || tag === '' ? [] : [`<${tag}>`])),
    ];
  });
  assert.deepEqual(found, []);
});

test('French pages keep their signs on their line', () => {
  const found = faults(
    (path) => {
      const text = site.pages
        .get(path)!
        .replaceAll(/<(pre|code|samp|script|title)\b.*?<\/\1>|<[^>]*>/gs, ' ');
      return [...text.matchAll(/\S+ [;?!»](?=\s)|« \S+/g)].map(([fault]) => fault);
    },
    [...site.pages.keys()].filter((path) => path.startsWith('fr/')),
  );
  assert.deepEqual(found, []);
});
