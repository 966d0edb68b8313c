// The configurator's page, and the page of its preview, as HTML.

import type { FormLanguage } from '../site/form-languages.ts';
import { policyOf, type Running } from '../site/policy.ts';
import { aloneIcon, copyIcon } from '../theme/icons.ts';
import { PLACEMENTS, PRESET_NAMES, SIZES, VARIANTS } from '../theme/theme.ts';
import {
  CONTEXTS,
  EASY,
  EXAMPLES,
  FLOWS,
  MODES,
  PRACTICE,
  REQUIRED,
  TRUSTED,
  WAYS,
  type TextName,
} from './answers.ts';
import { beforeSection } from './before-page.ts';
import { PIECES, type LanguageFacts } from './output.ts';
import type { Words } from './words/words.ts';

/** Data that the page holds for its script. */
export interface PageData {
  /** The text of dist/cdn/integrity.json. */
  readonly integrity: string;
  readonly version: string;
  readonly languages: readonly FormLanguage[];
  /** The address at which the preview's reports can be read; without it, the preview sends nothing. */
  readonly inbox?: string;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

const head = (title: string, styles: readonly string[], running: Running): string => `<meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policyOf(running)}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title} – Cliquez, Signalez\u202F!</title>
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    ${styles.map((name) => `<link rel="stylesheet" href="/tools/${name}.css" />`).join('')}`;

const group = (title: string, body: string): string =>
  `<section class="group"><h3>${title}</h3>${body}</section>`;

function ways({ way, ways: named }: Words): string {
  const cards = WAYS.map(
    (
      name,
    ) => `<label class="way"><input type="radio" name="way" value="${name}" aria-describedby="way-${name}" />
      <span class="name">${named[name][0]}</span><span class="hint" id="way-${name}">${named[name][1]}</span></label>`,
  );
  return `<fieldset class="ways"><legend class="unseen">${way}</legend>${cards.join('')}</fieldset>`;
}

const KINDS: Readonly<Partial<Record<TextName, string>>> = {
  hotline: 'type="text"',
  country: 'type="text" autocapitalize="characters"',
  lang: 'type="text" autocapitalize="none"',
  partner: 'type="text" autocapitalize="none"',
};

function field({ fields, example }: Words, name: TextName): string {
  const [label, hint] = fields[name];
  const kind = KINDS[name] ?? 'type="text" inputmode="url" autocapitalize="none"';
  const required = REQUIRED.includes(name) ? ' aria-required="true"' : '';
  return `<div class="field" data-field="${name}"><label class="head" for="${name}">${label}</label>
    <input ${kind} id="${name}" name="${name}" placeholder="${example} ${EXAMPLES[name]}"${required} aria-describedby="${name}-remark ${name}-hint" spellcheck="false" autocomplete="off" />
    <p class="error" id="${name}-remark"></p><p class="hint" id="${name}-hint">${hint}</p></div>`;
}

function chips<Value extends string>(
  name: string,
  values: readonly Value[],
  [label, labels, hint = '']: readonly [string, Readonly<Record<Value, string>>, string?],
): string {
  const all = values.map(
    (value) =>
      `<label class="chip"><input type="radio" name="${name}" value="${value}" /><span>${labels[value]}</span></label>`,
  );
  const described = hint && ` aria-describedby="${name}-hint"`;
  return `<fieldset class="field" data-choice="${name}"${described}><legend>${label}</legend><div class="chips">${all.join('')}</div>${hint && `<p class="hint" id="${name}-hint">${hint}</p>`}</fieldset>`;
}

/** A box for each language: its name in itself, its size, and whether it is a draft. */
function languageBoxes({ tag: page, languages: words }: Words, languages: readonly FormLanguage[]): string {
  const size = (bytes: number): string =>
    (bytes / 1_000).toLocaleString(page, { maximumFractionDigits: 1, minimumFractionDigits: 1 });
  const box = ({ tag, name, isDraft, isBuiltIn, bytes }: FormLanguage): string => {
    const facts = [
      ...(isBuiltIn ? [] : [words.size.replace('{size}', size(bytes))]),
      ...(isDraft ? [words.draft] : []),
    ].join(', ');
    return `<label class="chip"><input type="checkbox" name="languages" value="${tag}" /><span><bdi lang="${tag}">${name}</bdi>${facts && ` <small>${facts}</small>`}</span></label>`;
  };
  const boxes = (isBuiltIn: boolean): string =>
    `<div class="chips">${languages
      .filter((language) => language.isBuiltIn === isBuiltIn)
      .map(box)
      .join('')}</div>`;
  return `<fieldset class="field"><legend>${words.title}</legend>
    ${boxes(true)}<p class="hint">${words.hint}</p>
    <details class="languages"><summary>${words.others}</summary><p class="hint">${words.drafts}</p>${boxes(false)}</details></fieldset>`;
}

function preset({ tag, preset: [label, presets], theme }: Words): string {
  const options = PRESET_NAMES.map((name) => {
    const use = presets[name];
    return `<option value="${name}">${name} – ${use[0]!.toLowerCase()}${use.slice(1)}</option>`;
  });
  return `<div class="field"><label class="head" for="preset">${label}</label>
    <select id="preset" name="preset">${options.join('')}</select>
    <p class="more"><a href="/${tag}/theme-builder.html" id="compose">${theme}</a></p></div>`;
}

function output(words: Words, id: string, [title, hint]: readonly [string, string]): string {
  return `<div class="output" data-piece="${id}">
      <header><h3 id="${id}-title">${title}</h3>
        <button type="button" class="plain" data-copy="${id}">${copyIcon}<span>${words.copy}<span class="unseen"> ${title}</span></span></button></header>
      ${hint && `<p class="hint">${hint}</p>`}
      <pre tabindex="0" role="region" aria-labelledby="${id}-title"><code id="${id}"></code></pre>
    </div>`;
}

/** The facts about languages for the script. */
const factsOf = (languages: readonly FormLanguage[]): Readonly<Record<string, LanguageFacts>> =>
  Object.fromEntries(
    languages.map(({ tag, name, isBuiltIn, reportTo }) => [tag, { name, isBuiltIn, reportTo }]),
  );

/** The page of the configurator. */
export function configurePage(words: Words, { integrity, version, languages, inbox }: PageData): string {
  const { title, sections, first, groups, preview, pieces, other, wrong } = words;
  const jumps = Object.entries(sections).map(
    ([id, label]) => `<button type="button" data-jump="${id}">${label}</button>`,
  );
  const fields = (...names: TextName[]): string => names.map((name) => field(words, name)).join('');
  return `<!doctype html>
<html lang="${words.tag}">
  <head>
    ${head(title, ['base', 'theme', 'configure'], 'tool')}
    <meta name="description" content="${words.description}" />
    <script type="module" src="/scripts/configure.js"></script>
  </head>
  <body>
    <header class="top">
      <a class="mark" href="/${words.tag}/index.html" aria-label="${words.home}"><img src="/favicon.svg" width="32" height="32" alt="" /></a>
      <h1>${title}</h1>
      <a class="language" id="language" href="/${other.tag}/configure.html" hreflang="${other.tag}" lang="${other.tag}">${other.label}</a>
      <nav aria-label="${words.here}">${jumps.join('')}</nav>
    </header>
    <main data-integrity="${escape(integrity)}" data-version="${version}" data-languages="${escape(JSON.stringify(factsOf(languages)))}">
      <form class="controls" id="reponses" aria-labelledby="reponses-title" tabindex="-1" novalidate>
        <header>
          <h2 id="reponses-title">${sections.reponses}</h2>
          <button type="button" class="plain" id="reset">${words.reset}</button>
        </header>
        <p class="lead">${words.lead}</p>
        <p class="agreed"><b>${first.title}</b> ${first.text} <button type="button" data-jump="avant">${first.link}</button></p>
        <p class="message" id="message" role="status"></p>
        ${group(groups.how, ways(words) + fields('base'))}
        ${group(groups.hotline, fields('endpoint', 'src', 'hotline', 'hotline-url', 'privacy-url', 'follow-up', 'partner'))}
        ${group(groups.site, fields('country', 'lang') + languageBoxes(words, languages) + chips('easy', EASY, words.easy) + fields('exit-url') + chips('practice', PRACTICE, words.practice) + chips('flow', FLOWS, words.flow) + chips('context', CONTEXTS, words.context) + chips('trusted', TRUSTED, words.trusted))}
        ${group(
          groups.look,
          chips('mode', MODES, words.mode) +
            chips('variant', VARIANTS, words.variant) +
            chips('placement', PLACEMENTS, words.placement) +
            chips('size', SIZES, words.size) +
            preset(words),
        )}
      </form>
      <div class="stage">
        <section id="apercu" aria-labelledby="apercu-title" tabindex="-1">
          <header><h2 id="apercu-title">${preview.title}</h2>${
            inbox
              ? `
            <a class="plain" target="_blank" href="${inbox}">${preview.inbox}${aloneIcon}</a>`
              : ''
          }</header>
          <p class="lead" id="preview-text">${inbox ? preview.text : preview.nothing}</p>
          <div class="shot"><iframe title="${preview.title}" name="apercu" src="/configure/preview-${words.tag}.html" sandbox="allow-scripts allow-same-origin allow-forms"></iframe></div>
        </section>
        <section id="code" aria-labelledby="code-title" tabindex="-1">
          <header><h2 id="code-title">${sections.code}</h2><p role="status" id="copied"></p>
            <a class="plain" href="/${words.tag}/install.html#module">${words.download}</a></header>
          <p class="state" id="state"></p>
          <p class="lead" id="where"></p>
          ${PIECES.map((name) => output(words, name, pieces[name])).join('')}
          <p class="hint wrong"><b>${wrong[0]}</b> ${wrong[1]}</p>
          ${output(words, 'link', words.link)}
        </section>
        ${beforeSection(words, (id, named) => output(words, id, named))}
      </div>
    </main>
  </body>
</html>`;
}

/**
 * The page of the preview: the real widget.
 * @param endpoint where it sends reports; without it, the page answers by itself
 */
export function previewPage({ tag, preview }: Words, endpoint = ''): string {
  return `<!doctype html>
<html lang="${tag}">
  <head>
    ${head(preview.title, ['base', 'theme-frame'], 'tool in a frame')}
    <script type="module" src="/scripts/preview.js"></script>
    <script type="module" src="/cdn/cliquez-signalez.js"></script>
  </head>
  <body>
    <main data-endpoint="${escape(endpoint)}">
      <h1>${preview.page}</h1>
      <p>${preview.body}</p>
    </main>
  </body>
</html>`;
}
