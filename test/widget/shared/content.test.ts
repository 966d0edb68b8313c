// What a page has written inside the element: a link, or the rest of the page.
import { expect } from '@open-wc/testing';
import { holdsPage } from '../../../src/widget/shared/content.ts';

const holds = (html: string): boolean => {
  const element = document.createElement('div');
  element.innerHTML = html;
  return holdsPage(element);
};

const LINK = '<a href="https://hotline.example/">Signaler</a>';

it('a link, alone, in a paragraph, or beside what nobody sees and what has a slot', () => {
  for (const html of [
    '',
    '  \n ',
    LINK,
    `\n  ${LINK}\n`,
    `${LINK}<br>${LINK}`,
    `<p>Pour signaler : ${LINK}.</p>`,
    `<p>${LINK}<br></p>`,
    `<!-- ours -->${LINK}`,
    `<noscript>${LINK}</noscript>`,
    `<script type="text/plain">x</script>${LINK}`,
    `<span slot="label">Signaler</span><p slot="footer-note">Un mot de la page</p>${LINK}`,
  ])
    expect(holds(html), html).to.equal(false);
});

it('more than a link: an element that was not closed has taken in the page', () => {
  for (const html of [
    `${LINK}<h2>La suite</h2>`,
    '<p>La suite, sans lien.</p>',
    `<main><h1>Titre</h1><p>${LINK}</p></main>`,
    `<nav><ul><li>${LINK}</li></ul></nav>`,
    `<p>${LINK} ou ${LINK}</p>`,
    ' ou appelez le 3018.',
    `${LINK} ou appelez le 3018.`,
  ])
    expect(holds(html), html).to.equal(true);
});
