// Reads the plain XML that we write and refuses any that is not well-formed: an independent check of the writer.

import assert from 'node:assert/strict';

/** An element: its name, and its text or its children. */
export interface XmlElement {
  readonly name: string;
  readonly content: string | readonly XmlElement[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', '#13': '\r' };

const TOKEN =
  /<(?<end>\/?)(?<name>[A-Za-z][A-Za-z0-9]*)(?<attributes>(?: [\w:]+="[^"<&]*")*)(?<empty>\/?)>|(?<text>[^<>]+)/y;

/** The root element of an XML 1.0 document in UTF-8, without attributes. */
export function readXml(bytes: string): XmlElement {
  const document = bytes.replace(/\r\n?/g, '\n');
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  assert.ok(document.startsWith(declaration));
  assert.doesNotMatch(document, /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u);
  const open: { name: string; children: XmlElement[]; text: string }[] = [
    { name: '', children: [], text: '' },
  ];
  TOKEN.lastIndex = declaration.length;
  while (TOKEN.lastIndex < document.length) {
    const at = TOKEN.lastIndex;
    const {
      end,
      name = '',
      empty,
      text,
    } = TOKEN.exec(document)?.groups ?? assert.fail(document.slice(at, at + 40));
    const parent = open.at(-1)!;
    if (text !== undefined) parent.text += decoded(text);
    else if (end) {
      assert.equal(name, open.pop()?.name);
      open.at(-1)?.children.push(elementOf(parent));
    } else if (empty) parent.children.push({ name, content: '' });
    else open.push({ name, children: [], text: '' });
  }
  assert.equal(open.length, 1);
  assert.equal(open[0]?.children.length, 1);
  return open[0].children[0]!;
}

function elementOf({
  name,
  children,
  text,
}: {
  name: string;
  children: XmlElement[];
  text: string;
}): XmlElement {
  assert.ok(children.length === 0 || text === '', `${name} mixes text and elements`);
  return { name, content: children.length > 0 ? children : text };
}

const decoded = (text: string): string =>
  text.replace(
    /&(?:(?<entity>[^;]{1,4});)?/g,
    (_, entity: string) => ENTITIES[entity] ?? assert.fail(`&${entity}`),
  );
