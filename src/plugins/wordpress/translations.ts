// Translations of the plugin: extracts a template from its sources, and converts a .po file for WordPress.

/** A text to translate, and its place in the sources. */
interface Message {
  readonly text: string;
  readonly context?: string | undefined;
  readonly places: readonly string[];
  /** A note for translators. */
  readonly note?: string | undefined;
}

/** Translations by text; by `context\u0004text` if the text has a context. */
export type Translations = ReadonlyMap<string, string>;

const CALL =
  /(?:\/\* (translators: [^*]*?) \*\/\s*)?\b(?:__|esc_html__|esc_attr__)\(\s*'((?:[^'\\]|\\.)*)',\s*'cliquez-signalez',?\s*\)/g;

const keyOf = ({ text, context }: Pick<Message, 'text' | 'context'>): string =>
  context === undefined ? text : `${context}\u0004${text}`;

/** Texts of the sources: calls in PHP and in the editor's script, the block's own texts, the plugin's description. */
export function messages(files: ReadonlyMap<string, string>): Message[] {
  const found = new Map<string, Message>();
  const add = (message: Omit<Message, 'places'>, place: string): void => {
    const key = keyOf(message);
    found.set(key, { ...message, places: [...(found.get(key)?.places ?? []), place] });
  };
  for (const [path, content] of files) {
    if (/\.(php|js)$/.test(path)) {
      for (const [, note, text] of content.matchAll(CALL))
        add({ text: text!.replaceAll("\\'", "'"), note }, path);
    }
    const description = /^ \* Description: +(.+)$/m.exec(content)?.[1];
    if (description) add({ text: description }, path);
    if (path.endsWith('block.json')) {
      const block = JSON.parse(content) as { description: string; keywords: string[] };
      add({ text: block.description, context: 'block description' }, path);
      for (const text of block.keywords) add({ text, context: 'block keyword' }, path);
    }
  }
  return [...found.values()];
}

const quote = (text: string): string => JSON.stringify(text);

/** Builds the .pot file of the sources. */
export function template(name: string, version: string, files: ReadonlyMap<string, string>): string {
  const head = [
    `# Texts of the plugin ${name}, for translators. Made by npm run wordpress.`,
    'msgid ""',
    'msgstr ""',
    quote(`Project-Id-Version: ${name} ${version}\n`),
    quote('MIME-Version: 1.0\n'),
    quote('Content-Type: text/plain; charset=UTF-8\n'),
    quote('Content-Transfer-Encoding: 8bit\n'),
    quote(`X-Domain: ${name}\n`),
  ];
  const entries = messages(files).map(({ text, context, places, note }) => [
    '',
    ...(note ? [`#. ${note}`] : []),
    `#: ${[...new Set(places)].join(' ')}`,
    ...(context ? [`msgctxt ${quote(context)}`] : []),
    `msgid ${quote(text)}`,
    'msgstr ""',
  ]);
  return `${[...head, ...entries.flat()].join('\n')}\n`;
}

/** Reads a .po file, without its headers and its untranslated texts. */
export function readPo(content: string): Translations {
  const translations = new Map<string, string>();
  for (const entry of content.split(/\n\s*\n/)) {
    const read = (keyword: string): string | undefined => {
      const quoted = new RegExp(`^${keyword} ((?:".*"\\s*)+)`, 'm').exec(entry)?.[1];
      return quoted
        ?.match(/".*"/g)
        ?.map((line) => JSON.parse(line) as string)
        .join('');
    };
    const text = read('msgid');
    const translated = read('msgstr');
    if (text && translated) translations.set(keyOf({ text, context: read('msgctxt') }), translated);
  }
  return translations;
}

/** The file format that WordPress reads since 6.5. */
export function phpTranslations(translations: Translations): string {
  const php = (text: string): string => `'${text.replace(/['\\]/g, '\\$&')}'`;
  // A quoted string of PHP can hold the character that ends a context.
  const lines = [...translations].map(([key, text]) => `\t\t${php(key)} => ${php(text)},`);
  return `<?php\nreturn array(\n\t'messages' => array(\n${lines.join('\n')}\n\t),\n);\n`;
}

/** The file that the editor's script reads (Jed). */
export function editorTranslations(locale: string, translations: Translations): string {
  const language = locale.slice(0, 2);
  const texts = Object.fromEntries([...translations].map(([key, text]) => [key, [text]]));
  const data = {
    '': { domain: 'messages', lang: language, 'plural-forms': 'nplurals=2; plural=n > 1;' },
    ...texts,
  };
  return JSON.stringify({ domain: 'messages', locale_data: { messages: data } });
}
