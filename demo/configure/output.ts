// The code that a partner copies: one set for each way to install, and the policy that it needs.

import { importMap, SCRIPTS, snippet, type Integrity } from '../../.build/snippets.ts';
import { themeAttributes, themeCss } from '../theme/output.ts';
import { reserveCss } from '../theme/reserve.ts';
import { folder, written, type Answers } from './answers.ts';

/** The pieces of code. Each way uses some of them. */
export const PIECES = [
  'install',
  'script',
  'html',
  'shortcode',
  'settings',
  'css',
  'policy',
  'trusted',
] as const;
export type Piece = (typeof PIECES)[number];
export type Output = Readonly<Partial<Record<Piece, string>>>;

/** Inputs of the code besides the answers. */
export interface Ground {
  /** Contents of dist/cdn/integrity.json. */
  readonly integrity: Integrity;
  /** Text of the fallback link, with `{hotline}` in it. */
  readonly fallback: string;
  /** Labels of the WordPress settings, by attribute. */
  readonly settings: Readonly<Record<string, string>>;
}

/** The attributes, as they are written on the element. */
export function attributesOf(answers: Answers): Readonly<Record<string, string>> {
  const { base: _, ...texts } = written(answers);
  const { mode, context, theme } = answers;
  return {
    ...texts,
    ...(mode !== 'dialog' && { mode }),
    ...(context !== 'ask' && { 'page-context': context }),
    ...themeAttributes(theme),
  };
}

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
  const options = {
    base: folder(written(answers).base ?? ''),
    attributes: way === 'npm' ? { ...attributes, embed: 'npm' } : attributes,
    linkText: ground.fallback.replace('{hotline}', attributes['hotline'] ?? ''),
  };
  if (way === 'npm') {
    return {
      install: 'npm install cliquez-signalez',
      script: "import 'cliquez-signalez/define';",
      // The bundler loads the script, so the snippet ends before it. Values are escaped, so this is the only `<script`.
      html: snippet('bundle', ground.integrity, options).split('\n<script')[0] ?? '',
      ...common,
    };
  }
  return { html: snippet(way === 'isolated' ? 'bundle' : way, ground.integrity, options), ...common };
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

/** The shortcode only sets the look; everything else is a setting of the plugin. */
function shortcode({ theme, mode, texts }: Answers): string {
  const { variant, placement, ...look } = themeAttributes(theme);
  const attributes = {
    ...look,
    ...(mode === 'inline' ? { variant: 'form' } : variant && { variant, ...(placement && { placement }) }),
    ...(LANGUAGE.test(texts.lang) && { lang: texts.lang }),
  };
  return `[cliquez_signalez${Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('')}]`;
}

const settings = (answers: Answers, { settings: labels }: Ground): string =>
  Object.entries(written(answers))
    .map(([name, value]) => `${labels[name] ?? name}\n  ${value}`)
    .join('\n');

/** The header that allows the widget and nothing else. It requires no Trusted Types, which other scripts may not know. */
async function policyOf(answers: Answers, { integrity }: Ground): Promise<string> {
  const { way } = answers;
  const { base = '/', endpoint, src } = written(answers);
  const hasMap = way === 'module' || way === 'embed';
  const files = way === 'npm' || way === 'wordpress' ? "'self'" : sourceOf(folder(base));
  const script = way === 'bundle' || way === 'isolated' ? exactly(files, SCRIPTS.bundle) : files;
  const directives = [
    ['script-src', script, ...(hasMap ? [await hashOf(importMap(integrity, mapOptions(base)))] : [])],
    ...(endpoint ? [['connect-src', originOf(endpoint)]] : []),
    ...(src ? [['frame-src', originOf(src)]] : []),
  ];
  return `Content-Security-Policy: ${directives.map((words) => words.join(' ')).join('; ')}`;
}

const mapOptions = (base: string): Parameters<typeof importMap>[1] => ({
  base: folder(base),
  attributes: {},
  linkText: '',
});

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
