// Finds every text field of a widget and every place that shows the reporter's text, and reports missing protections
// against services of browsers and their extensions.

import { Driver } from '../../../demo/gallery/driver.ts';
import type { Control } from '../../../src/widget/form/fields/control.ts';

/** Attributes that every text field has. */
const PRIVATE: Readonly<Record<string, string>> = {
  spellcheck: 'false',
  translate: 'no',
  writingsuggestions: 'false',
  'data-gramm': 'false',
  'data-gramm_editor': 'false',
  'data-enable-grammarly': 'false',
  'data-lt-active': 'false',
  'data-ms-editor': 'false',
};

/** Attributes that exclude a field from password managers and from the browser's own memory. */
const UNFILLED: Readonly<Record<string, string>> = {
  autocomplete: 'off',
  'data-1p-ignore': 'true',
  'data-lpignore': 'true',
  'data-bwignore': 'true',
  'data-protonpass-ignore': 'true',
  'data-form-type': 'other',
};

/** For names, addresses and words in which each letter matters. */
const EXACT: Readonly<Record<string, string>> = { autocapitalize: 'none', autocorrect: 'off' };

const FIELDS = 'textarea, [contenteditable], input:not([type="radio"], [type="checkbox"])';

/** The protections that the fields of a widget lack. */
function faultsOfFields(root: ShadowRoot): string[] {
  return [...root.querySelectorAll<Control>(FIELDS)].flatMap((control) => {
    const wanted = {
      ...PRIVATE,
      // The reporter's own address: the browser may fill it in.
      ...(control.field === 'email' ? { autocomplete: 'email' } : UNFILLED),
      ...(control.field === 'details' ? {} : EXACT),
    };
    return Object.entries(wanted)
      .filter(([name, value]) => control.getAttribute(name) !== value)
      .map(([name, value]) => `${control.field} without ${name}="${value}"`);
  });
}

/** The places where a translator, which reads text and attributes, can reach the reporter's words. */
function faultsOfText(root: ShadowRoot, words: readonly string[]): string[] {
  const says = (text: string): boolean => words.some((word) => text.includes(word));
  const nodes = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const faults: string[] = [];
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    if (node.nodeType === Node.ELEMENT_NODE) {
      const { attributes, localName } = node as Element;
      for (const { name, value } of attributes)
        if (name !== 'href' && says(value)) faults.push(`${localName} ${name}="${value}"`);
    } else if (says(node.nodeValue ?? '')) {
      const marked = node.parentElement?.closest('[translate]');
      if (marked?.getAttribute('translate') !== 'no') faults.push(node.parentElement!.outerHTML);
    }
  }
  return faults;
}

/** Remembers the text that it types. */
export class TypingDriver extends Driver {
  readonly words: string[] = [];

  override async fill(name: string, text: string): Promise<void> {
    this.words.push(...text.split(/[\s/?]+/).filter((word) => word.length > 6));
    await super.fill(name, text);
  }

  /** Fills every empty field on screen. */
  async fillAll(text: string): Promise<void> {
    for (const { field, value, type } of this.all(FIELDS))
      if (field && !value && type !== 'email') await this.fill(field, text);
  }
}

/** Everything in a widget that a service could read. */
export const readAlong = ({ element, words }: TypingDriver): string[] => {
  const root = element.renderRoot;
  return [...faultsOfFields(root), ...faultsOfText(root, words)];
};
