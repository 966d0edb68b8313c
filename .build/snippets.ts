// The code that a partner copies into a page, for each way to install, with the hashes of the build. It is pure and
// imports nothing from Node: pages of the demo may use it too.

import { VERSION } from '../src/core/version.ts';

/** Name of the folder of the files: of the archive, and on a site. README, site and archive say the same. */
export const FOLDER = `cliquez-signalez-${VERSION}`;

/** The example of every guide: a hotline that does not exist. */
export const EXAMPLE = {
  endpoint: 'https://hotline.example/v1/reports',
  hotline: 'Point de Contact',
  'hotline-url': 'https://hotline.example/signaler',
  country: 'FR',
} as const;

/** Contents of dist/cdn/integrity.json. */
export type Integrity = Readonly<Record<string, { readonly integrity: string; readonly bytes: number }>>;

/** The ways to install with a script tag. */
export type Install = 'bundle' | 'module' | 'embed' | 'tag manager';

/** Options of a snippet. */
export interface SnippetOptions {
  /** Address of the folder that holds the files, with a slash at its end: absolute, or from the root of the site. */
  readonly base: string;
  /** Attributes of the widget, by name. One with an empty value is written without a value. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Text of the link to the hotline that stays where the form cannot work. */
  readonly linkText: string;
  /** Nonce of the page's policy, for every script. */
  readonly nonce?: string;
  /** Tags of the further languages whose files the page loads. */
  readonly languages?: readonly string[];
}

const BUNDLE = 'cliquez-signalez.bundle.js';
const ENTRY = 'cliquez-signalez.js';
const EMBED = 'embed.js';

/** The script of each way. */
export const SCRIPTS: Readonly<Record<Install, string>> = {
  bundle: BUNDLE,
  module: ENTRY,
  embed: EMBED,
  'tag manager': EMBED,
};

const escapeAttribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
const escapeScript = (json: string): string => json.replaceAll('<', '\\u003c');

/** Attributes, one a line. Those without a value, and with an empty one, which is the same in HTML, stand alone. */
const attributeLines = (attributes: readonly (readonly [name: string, value?: string])[]): string =>
  attributes.map(([name, value]) => `\n  ${value ? `${name}="${escapeAttribute(value)}"` : name}`).join('');

const link = ({ attributes, linkText }: SnippetOptions, lang = ''): string => {
  const href = attributes['hotline-url'];
  const language = lang && ` lang="${escapeAttribute(lang)}"`;
  return href ? `<a href="${escapeAttribute(href)}"${language}>${escapeAttribute(linkText)}</a>` : '';
};

const element = (options: SnippetOptions): string => {
  const inside = link(options);
  return `<cliquez-signalez${attributeLines(Object.entries(options.attributes))}\n>${
    inside && `\n  ${inside}\n`
  }</cliquez-signalez>`;
};

const checked = (
  file: string,
  integrity: Integrity,
  { base, nonce }: SnippetOptions,
): (readonly [string, string])[] => [
  ...(nonce ? [['nonce', nonce] as const] : []),
  ['src', base + file],
  ['integrity', hashOf(integrity, file)],
  ['crossorigin', 'anonymous'],
];

function hashOf(integrity: Integrity, file: string): string {
  const entry = integrity[file];
  if (!entry) throw new Error(`There is no hash of ${file}.`);
  return entry.integrity;
}

/** The file of a further language that a page names. It loads the other one by itself. */
const languageFile = (tag: string): string => `locales/${tag}.js`;

/** All files of the languages that the page loads. */
const languageFiles = (integrity: Integrity, { languages = [] }: SnippetOptions): string[] =>
  Object.keys(integrity).filter((file) =>
    languages.some((tag) => file === languageFile(tag) || file.startsWith(`locales/${tag}-`)),
  );

/**
 * The import map with which a browser checks every file that the module loads, also those that come later: Chrome 127,
 * Firefox 138, Safari 18 and newer; others ignore it. It must stand before the page's first module. The single file loads
 * nothing but languages.
 */
export function importMap(
  integrity: Integrity,
  options: SnippetOptions,
  install: Install = 'module',
): string {
  const { base, nonce } = options;
  const own = Object.keys(integrity).filter(
    (file) => file !== BUNDLE && file !== EMBED && !file.startsWith('locales/'),
  );
  const files = [...(install === 'bundle' ? [] : own), ...languageFiles(integrity, options)];
  const hashes = Object.fromEntries(files.map((file) => [base + file, hashOf(integrity, file)]));
  const json = escapeScript(JSON.stringify({ integrity: hashes }, null, 2));
  return `<script type="importmap"${nonce ? ` nonce="${escapeAttribute(nonce)}"` : ''}>\n${json}\n</script>`;
}

/**
 * For a tag manager, which may drop the attributes of a tag: a script that creates the tag of `embed.js`. It checks no
 * hash.
 */
function tagManager({ base, attributes }: SnippetOptions): string {
  const quote = (text: string): string => escapeScript(JSON.stringify(text));
  const lines = Object.entries(attributes).map(
    ([name, value]) => `\n  script.setAttribute(${quote(`data-${name}`)}, ${quote(value)});`,
  );
  return `<script>
{
  const script = document.createElement('script');
  script.async = true;
  script.src = ${quote(base + EMBED)};${lines.join('')}
  document.head.append(script);
}
</script>`;
}

/**
 * The HTML that a partner copies. The link comes before the script, so that it shows even if the script is blocked.
 * @throws if the build has no hash of a file
 */
export function snippet(install: Install, integrity: Integrity, options: SnippetOptions): string {
  const tag = (file: string, ...attributes: (readonly [string, string?])[]): string =>
    `<script${attributeLines([...attributes, ...checked(file, integrity, options)])}`;
  const script = (...attributes: (readonly [string, string?])[]): string =>
    tag(SCRIPTS[install], ...attributes);
  const { languages = [] } = options;
  // Before the widget's own file: scripts run in this order, and the button shows in its language at once.
  const first = languages
    .map((language) => `${tag(languageFile(language), ['type', 'module'])}\n></script>\n`)
    .join('');
  switch (install) {
    case 'bundle': {
      const map = first && `${importMap(integrity, options, install)}\n`;
      return `${map}${element(options)}\n${first}${script(['defer'])}\n></script>`;
    }
    case 'module':
      return `${importMap(integrity, options)}\n${element(options)}\n${first}${script(['type', 'module'])}\n></script>`;
    case 'embed': {
      const data = Object.entries(options.attributes).map(
        ([name, value]) => [`data-${name}`, value] as const,
      );
      return `${importMap(integrity, options)}\n${link(options, options.attributes['lang'])}\n${script(['async'])}${attributeLines(data)}\n></script>`;
    }
    default:
      return tagManager(options);
  }
}
