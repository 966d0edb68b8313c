// The code that a partner copies: one set for each way to install, and the policy that it needs.

import { importMap, SCRIPTS, snippet, type Integrity, type SnippetOptions } from '../../.build/snippets.ts';
import { themeAttributes, themeCss } from '../theme/output.ts';
import { reserveCss } from '../theme/reserve.ts';
import { folder, written, type Answers } from './answers.ts';

/** The pieces of code. Each way uses some of them. */
export const PIECES = [
  'install',
  'script',
  'html',
  'frame',
  'shortcode',
  'settings',
  'css',
  'policy',
  'trusted',
] as const;
export type Piece = (typeof PIECES)[number];
export type Output = Readonly<Partial<Record<Piece, string>>>;

/** A language, as the code names it. */
export interface LanguageFacts {
  readonly name: string;
  readonly isBuiltIn: boolean;
  /** Text of the fallback link, with `{hotline}` in it. */
  readonly reportTo: string;
}

/** Inputs of the code besides the answers. */
export interface Ground {
  /** Contents of dist/cdn/integrity.json. */
  readonly integrity: Integrity;
  /** Text of the fallback link in the language of this page, with `{hotline}` in it. */
  readonly fallback: string;
  /** By tag. */
  readonly languages: Readonly<Record<string, LanguageFacts>>;
  /** Labels of the WordPress settings, by attribute; the plugin's own for `languages`. */
  readonly settings: Readonly<Record<string, string>>;
}

/**
 * The attributes, as they are written on the element. Reporters choose among several languages; one alone is that of the
 * button.
 */
export function attributesOf(answers: Answers): Readonly<Record<string, string>> {
  const { base: _, ...texts } = written(answers);
  const { mode, context, flow, practice, easy, theme, languages } = answers;
  return {
    ...texts,
    ...(languages.length === 1 && !texts.lang && { lang: languages[0] }),
    ...(languages.length > 1 && { languages: languages.join(' ') }),
    ...(mode !== 'dialog' && { mode }),
    ...(context !== 'ask' && { 'page-context': context }),
    ...(flow !== 'steps' && { flow }),
    ...(easy === 'yes' && { easy: '' }),
    ...(practice === 'yes' && { practice: '' }),
    ...themeAttributes(theme),
  };
}

/** `de-AT` takes the file of `de`; easy words have their own. */
const nearest = (tag: string): string => tag.toLowerCase().replace(/-(?!simple$).*/, '');

/** The further languages whose files the page loads. */
export function filesOf(answers: Answers, { languages }: Pick<Ground, 'languages'>): readonly string[] {
  const { lang = '' } = attributesOf(answers);
  const wanted = new Set([...answers.languages, nearest(lang)]);
  return Object.keys(languages).filter((tag) => wanted.has(tag) && !languages[tag]!.isBuiltIn);
}

/** The lines for frame.html: the hotline's page loads its languages itself. */
const forFrame = (tags: readonly string[]): string =>
  tags.map((tag) => `<script type="module" src="./locales/${tag}.js"></script>`).join('\n');

/** All of the code. */
export async function outputOf(answers: Answers, ground: Ground): Promise<Output> {
  const { way, theme } = answers;
  const css = [themeCss(theme), room(answers)].filter(Boolean).join('\n\n');
  const common = {
    ...(css && { css }),
    policy: await policyOf(answers, ground),
    ...(answers.trusted === 'yes' && {
      trusted: `trusted-types ${way === 'npm' ? 'lit-html' : 'cliquez-signalez'}`,
    }),
  };
  if (way === 'wordpress') {
    return {
      shortcode: shortcode(answers),
      settings: settings(answers, ground),
      ...common,
    };
  }
  const attributes = attributesOf(answers);
  const { lang = '', hotline = '' } = attributes;
  const languages = filesOf(answers, ground);
  const linkText = ground.languages[nearest(lang)]?.reportTo ?? ground.fallback;
  const options = {
    base: folder(written(answers).base ?? ''),
    attributes: way === 'npm' ? { ...attributes, embed: 'npm' } : attributes,
    linkText: linkText.replace('{hotline}', hotline),
  };
  if (way === 'npm') {
    return {
      install: 'npm install cliquez-signalez',
      script: [...languages.map((tag) => `locales/${tag}`), 'define']
        .map((module) => `import 'cliquez-signalez/${module}';`)
        .join('\n'),
      // The bundler loads the script, so the snippet ends before it. Values are escaped, so this is the only `<script`.
      html: snippet('bundle', ground.integrity, options).split('\n<script')[0] ?? '',
      ...common,
    };
  }
  const install = way === 'isolated' ? 'bundle' : way;
  return {
    html: snippet(install, ground.integrity, { ...options, languages }),
    ...(way === 'isolated' && languages.length > 0 && { frame: forFrame(languages) }),
    ...common,
  };
}

/**
 * The style that reserves the space of the button. A form in the page needs none. Where a script or the plugin creates
 * the button, that code reserves the space.
 */
function room({ way, mode, theme }: Answers): string {
  return mode === 'inline' || way === 'embed' || way === 'wordpress' ? '' : reserveCss(theme);
}

/** The plugin's own check of a language (includes/element.php). */
const LANGUAGE = /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i;

/**
 * The shortcode sets the look, the page's own content, the flow, the easy words and the practice, which are choices of one
 * button; everything else is a setting of the plugin.
 */
function shortcode({ theme, mode, context, flow, practice, easy, texts }: Answers): string {
  const { variant, placement, ...look } = themeAttributes(theme);
  const attributes = {
    ...look,
    ...(mode === 'inline' ? { variant: 'form' } : variant && { variant, ...(placement && { placement }) }),
    ...(LANGUAGE.test(texts.lang) && { lang: texts.lang }),
    ...(context !== 'ask' && { 'page-context': context }),
    ...(flow !== 'steps' && { flow }),
    ...(easy === 'yes' && { easy: '1' }),
    ...(practice === 'yes' && { practice: '1' }),
  };
  return `[cliquez_signalez${Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('')}]`;
}

function settings(answers: Answers, { settings: labels, languages }: Ground): string {
  const names = answers.languages.map((tag) => languages[tag]?.name ?? tag).join(', ');
  return Object.entries({ ...written(answers), ...(names && { languages: names }) })
    .map(([name, value]) => `${labels[name] ?? name}\n  ${value}`)
    .join('\n');
}

/** The header that allows the widget and nothing else. It requires no Trusted Types, which other scripts may not know. */
async function policyOf(answers: Answers, ground: Ground): Promise<string> {
  const { way } = answers;
  const { base = '/', endpoint, src, 'follow-up': followUp } = written(answers);
  const languages = way === 'npm' || way === 'wordpress' ? [] : filesOf(answers, ground);
  const isBundle = way === 'bundle' || way === 'isolated';
  const hasMap = way === 'module' || way === 'embed' || languages.length > 0;
  const files = way === 'npm' || way === 'wordpress' ? "'self'" : sourceOf(folder(base));
  const scripts = isBundle
    ? [exactly(files, SCRIPTS.bundle), ...(languages.length > 0 ? [exactly(files, 'locales/')] : [])]
    : [files];
  const options: SnippetOptions = { base: folder(base), attributes: {}, linkText: '', languages };
  const map = hasMap
    ? [await hashOf(importMap(ground.integrity, options, isBundle ? 'bundle' : 'module'))]
    : [];
  const connected = new Set([endpoint, followUp].flatMap((address) => (address ? [originOf(address)] : [])));
  const directives = [
    ['script-src', ...new Set(scripts), ...map],
    ...(connected.size > 0 ? [['connect-src', ...connected]] : []),
    ...(src ? [['frame-src', originOf(src)]] : []),
  ];
  return `Content-Security-Policy: ${directives.map((words) => words.join(' ')).join('; ')}`;
}

/** A folder as a policy source: this site, or an address whose final slash covers its files. */
const sourceOf = (address: string): string => {
  const url = URL.parse(address);
  return url ? inPolicy(url.origin + url.pathname) : "'self'";
};

const exactly = (source: string, file: string): string => (source === "'self'" ? source : source + file);

const originOf = (address: string): string => {
  const url = URL.parse(address);
  return url ? url.origin : "'self'";
};

/** A policy gives `;` and `,` a meaning, so an address must escape them. */
const inPolicy = (address: string): string => address.replaceAll(';', '%3B').replaceAll(',', '%2C');

/** The hash with which a policy allows one script in the page. */
async function hashOf(script: string): Promise<string> {
  const text = script.slice(script.indexOf('>') + 1, script.lastIndexOf('<'));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}
