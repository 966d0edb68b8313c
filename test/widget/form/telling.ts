// Finds attributes of a form that tell a script of the page a field or an answer.

import { PANEL } from '../../../demo/gallery/driver.ts';
import { CATEGORIES } from '../../../src/core/report/categories.ts';

/** One id, or several; a part of a field adds a word to its id. */
const IDS = /^(?:c\d+(?:-hint)?(?: (?!$)|$))+$/;

/** Attributes in which a form usually says what a control is for. */
const TELLING = ['id', 'name', 'value', 'for', 'aria-labelledby', 'aria-describedby'];

/** Everything in such an attribute that is no drawn id. */
const toldBy = (elements: readonly Element[]): string[] =>
  [...elements].flatMap((element) => [
    ...TELLING.flatMap((name) => {
      const value = element.getAttribute(name);
      // A slot's name is the page's own word for a place, and the first line of a list is empty.
      if (!value || element.localName === 'slot' || IDS.test(value)) return [];
      return `<${element.localName} ${name}="${value}">`;
    }),
    ...(/^#(?!c\d+$)./.test(element.getAttribute('href') ?? '') ? [element.outerHTML] : []),
  ]);

const CATEGORY = new RegExp(CATEGORIES.map(({ id }) => id).join('|'));

/** Everything in the attributes of a form that tells a field, an answer or a category. */
export function told(root: ShadowRoot): string[] {
  const elements = [...root.querySelectorAll(`${PANEL} *`)];
  const values = elements.flatMap(({ attributes }) => [...attributes].map(({ value }) => value));
  return [...toldBy(elements), ...values.filter((value) => CATEGORY.test(value))];
}
