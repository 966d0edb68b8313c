// Finds every field for text of a widget, and every place where text of the reporter is shown, and says what is missing
// there to keep it from services of browsers and their extensions.

import { Driver } from '../../demo/gallery/driver.ts';

/** What every field for text has. */
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

/** What keeps managers of passwords, and the browser's own memory, away from it. */
const UNFILLED: Readonly<Record<string, string>> = {
  autocomplete: 'off',
  'data-1p-ignore': 'true',
  'data-lpignore': 'true',
  'data-bwignore': 'true',
  'data-protonpass-ignore': 'true',
  'data-form-type': 'other',
};

/** For names, addresses and words of which a letter counts. */
const EXACT: Readonly<Record<string, string>> = { autocapitalize: 'none', autocorrect: 'off' };

const FIELDS = 'textarea, [contenteditable], input:not([type="radio"], [type="checkbox"])';

/** What is missing on the fields of a widget. */
function faultsOfFields(root: ShadowRoot): string[] {
  return [...root.querySelectorAll<HTMLInputElement>(FIELDS)].flatMap((field) => {
    const wanted = {
      ...PRIVATE,
      // The reporter's own address: the browser may fill it in.
      ...(field.name === 'email' ? { autocomplete: 'email' } : UNFILLED),
      ...(field.name === 'details' ? {} : EXACT),
    };
    return Object.entries(wanted)
      .filter(([name, value]) => field.getAttribute(name) !== value)
      .map(([name, value]) => `${field.name} without ${name}="${value}"`);
  });
}

/** Where the reporter's words stand within reach of a translator, which reads text and attributes. */
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

/** Remembers what it types. */
export class TypingDriver extends Driver {
  readonly words: string[] = [];

  override async fill(name: string, text: string): Promise<void> {
    // Answers of a list are the form's own words.
    if (!this.find(`select[name="${name}"]`))
      this.words.push(...text.split(/[\s/?]+/).filter((word) => word.length > 6));
    await super.fill(name, text);
  }

  /** Fills in every empty field that is on screen. */
  async fillAll(text: string): Promise<void> {
    for (const { name, value, type } of this.element.renderRoot.querySelectorAll<HTMLInputElement>(FIELDS))
      if (!value && type !== 'email') await this.fill(name, text);
  }
}

/** What would be read along in a widget. */
export const readAlong = ({ element, words }: TypingDriver): string[] => {
  const root = element.renderRoot as ShadowRoot;
  return [...faultsOfFields(root), ...faultsOfText(root, words)];
};
