// Reads a page's HTML as a tree, without a browser: what the server sends, before any script. Parsers from npm would make the
// package twice as large. Elements that HTML closes by itself (`p`, `li`) stay open until their parent ends: a
// descendant may have an ancestor too many, which matters to no rule here.

/** An element; the root has the name `#page`. */
export interface HtmlElement {
  readonly name: string;
  /** Lower-case names, with decoded values. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly parent: HtmlElement | undefined;
  readonly children: readonly (HtmlElement | string)[];
  /** The source from the start tag to the end tag. */
  readonly source: string;
}

type Open = { -readonly [Member in keyof HtmlElement]: HtmlElement[Member] } & {
  children: (HtmlElement | string)[];
  start: number;
};

const EMPTY = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;
/** Elements whose content is text, up to their end tag. */
const RAW = /^(?:script|style|textarea|title|iframe|noembed|noframes|xmp)$/;
const SKIPPED = /<!--[^]*?(?:-->|$)|<[!?][^>]*(?:>|$)/y;
const END_TAG = /<\/([a-z][^\s/>]*)[^>]*(?:>|$)/iy;
const START_TAG = /<([a-z][^\s/>]*)/iy;
const ATTRIBUTE = /[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/y;

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Replaces the character references that programs write. */
export const decoded = (text: string): string =>
  text.replaceAll(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]+));/gi,
    (whole, hex?: string, decimal?: string, name = '') => {
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      if (hex || decimal) return code > 0x10ffff ? whole : String.fromCodePoint(code);
      return NAMED[String(name).toLowerCase()] ?? whole;
    },
  );

/** Reads a whole page. Never throws: a broken page gives a tree all the same, as in browsers. */
export function readHtml(text: string): HtmlElement {
  const root = opened('#page', new Map(), undefined, 0);
  let place = root;
  let at = 0;
  const matched = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text) ?? undefined;
    if (found) at = pattern.lastIndex;
    return found;
  };
  const close = (until: Open, end: number): void => {
    for (; place !== until; place = place.parent as Open) place.source = text.slice(place.start, end);
  };
  while (at < text.length) {
    if (text[at] !== '<') {
      const next = text.indexOf('<', at);
      const end = next < 0 ? text.length : next;
      place.children.push(decoded(text.slice(at, end)));
      at = end;
      continue;
    }
    const start = at;
    if (matched(SKIPPED)) continue;
    const ended = matched(END_TAG)?.[1]?.toLowerCase();
    if (ended !== undefined) {
      const meant = openBy(place, ended);
      if (!meant) continue;
      close(meant, start);
      meant.source = text.slice(meant.start, at);
      place = meant.parent as Open;
      continue;
    }
    const name = matched(START_TAG)?.[1]?.toLowerCase();
    if (name === undefined) {
      place.children.push('<');
      at += 1;
      continue;
    }
    const element = opened(name, attributesFrom(matched), place, start);
    at = Math.max(text.indexOf('>', at), at) + 1;
    place.children.push(element);
    if (RAW.test(name)) at = readRaw(element, text, at);
    else if (EMPTY.test(name)) element.source = text.slice(start, at);
    else place = element;
  }
  close(root, text.length);
  root.source = text;
  return root;
}

function opened(
  name: string,
  attributes: ReadonlyMap<string, string>,
  parent: Open | undefined,
  start: number,
): Open {
  return { name, attributes, parent, children: [], source: '', start };
}

function attributesFrom(matched: (pattern: RegExp) => RegExpExecArray | undefined): Map<string, string> {
  const attributes = new Map<string, string>();
  for (let found = matched(ATTRIBUTE); found; found = matched(ATTRIBUTE)) {
    const [, name = '', double, single, bare] = found;
    // HTML keeps the first of two attributes of one name.
    if (!attributes.has(name.toLowerCase()))
      attributes.set(name.toLowerCase(), decoded(double ?? single ?? bare ?? ''));
  }
  return attributes;
}

/** Reads the text of an element without child elements. @returns the place after its end tag */
function readRaw(element: Open, text: string, at: number): number {
  const rest = new RegExp(`</${element.name}[^>]*(?:>|$)`, 'gi');
  rest.lastIndex = at;
  const end = rest.exec(text);
  element.children.push(text.slice(at, end?.index));
  const next = end ? rest.lastIndex : text.length;
  element.source = text.slice(element.start, next);
  return next;
}

/** The nearest open element of this name. */
function openBy(place: Open, name: string): Open | undefined {
  for (let each: Open | undefined = place; each; each = each.parent as Open | undefined)
    if (each.name === name) return each;
  return undefined;
}

/** All elements inside another one, in the order of the page. */
export function* elementsIn(element: HtmlElement): Generator<HtmlElement> {
  for (const child of element.children)
    if (typeof child !== 'string') {
      yield child;
      yield* elementsIn(child);
    }
}

/** The text inside an element. */
export const textIn = (element: HtmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');

/** The value of an attribute; undefined where there is none. */
export const attributeOf = (element: HtmlElement, name: string): string | undefined =>
  element.attributes.get(name);

/** The nearest value of an attribute, on the element or around it. */
export function nearestOf(element: HtmlElement, name: string): string | undefined {
  for (let each: HtmlElement | undefined = element; each; each = each.parent) {
    const value = each.attributes.get(name);
    if (value !== undefined) return value;
  }
  return undefined;
}
