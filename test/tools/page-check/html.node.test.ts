// Reading HTML as servers send it: well written, broken, and with code in it that only looks like elements.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  elementsIn,
  nearestOf,
  readHtml,
  textIn,
  type HtmlElement,
} from '../../../src/tools/page-check/html.ts';

/** The elements of a page, by name. */
const named = (html: string, name: string): HtmlElement[] =>
  [...elementsIn(readHtml(html))].filter((element) => element.name === name);

test('attributes are read in every way of writing them, and the first of one name counts', () => {
  const [element] = named(
    `<A HREF='/a?b=1&amp;c="2"' disabled data-x=3/4 title="a > b" href="/other">x</A>`,
    'a',
  );
  assert.deepEqual(Object.fromEntries(element!.attributes), {
    href: '/a?b=1&c="2"',
    disabled: '',
    'data-x': '3/4',
    title: 'a > b',
  });
});

test('references are decoded, and an unknown one stays', () => {
  const [element] = named('<p>&lt;b&gt; &#233;&#xE9;&nbsp;&unknown; &#x110000;</p>', 'p');
  assert.equal(textIn(element!), '<b> éé &unknown; &#x110000;');
});

test('comments, scripts and titles hold no elements', () => {
  const html = `<!doctype html><!-- <i>1</i> --><title><i>2</i></title><script>"<i>3</i>"</script><i>4</i>`;
  assert.deepEqual(named(html, 'i').map(textIn), ['4']);
});

test('an element has its source, its ancestors, and the text that is its own', () => {
  const html = '<div lang="fr"><p>Avant <b>ici</b></div><p>après';
  const [bold] = named(html, 'b');
  assert.deepEqual([bold!.source, bold!.parent?.name, nearestOf(bold!, 'lang')], ['<b>ici</b>', 'p', 'fr']);
  const [, after] = named(html, 'p');
  assert.deepEqual([after!.parent?.name, nearestOf(after!, 'lang')], ['#page', undefined]);
});

test('a custom element that closes itself swallows what follows, as in browsers', () => {
  const [widget] = named('<cliquez-signalez /><h2>La suite</h2>', 'cliquez-signalez');
  assert.deepEqual(
    widget!.children.map((child) => (typeof child === 'string' ? child : child.name)),
    ['h2'],
  );
});

test('nothing that a server can send is an error', () => {
  for (const html of [
    '',
    '<',
    '<a',
    '<a href="',
    '</p>',
    '<!--',
    '<script>',
    '< b',
    '<a b=\u0000>',
    '&#',
    '<p ">x',
  ])
    assert.doesNotThrow(() => [...elementsIn(readHtml(html))], html);
});
