// The builder's page, and the pages of its frames, as HTML.

import { policyOf, type Running } from '../site/policy.ts';
import { controls } from './controls-page.ts';
import { FRAMES, type FrameKind, type FrameName } from './frame-list.ts';
import { againIcon, aloneIcon, copyIcon } from './icons.ts';
import { SHOWN } from './link.ts';
import { PAIRS } from './pairs.ts';
import type { Words } from './words/words.ts';

const head = (title: string, style: string, running: Running): string => `<meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policyOf(running)}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title} – Cliquez, Signalez\u202F!</title>
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/tools/base.css" />
    <link rel="stylesheet" href="/tools/${style}.css" />`;

const script = (path: string): string => `<script type="module" src="${path}"></script>`;

function toggles({ shown, conditions }: Words): string {
  const boxes = SHOWN.map(
    (name) =>
      `<label class="chip"><input type="checkbox" name="shown" value="${name}" /><span>${shown[name][0]}</span></label>`,
  );
  return `<fieldset class="toggles"><legend class="unseen">${conditions}</legend><div class="chips">${boxes.join('')}</div></fieldset>
    <div class="notes" role="status" id="notes"></div>`;
}

function frame(
  { tag, frames, again, alone, colon }: Words,
  { name, width, height }: FrameKind & { readonly name: FrameName },
): string {
  const title = frames[name];
  return `<figure class="${width ? 'window' : 'place'}" data-frame="${name}">
      <figcaption><span id="frame-${name}">${title}</span>
        <button type="button" class="icon" data-again="${name}" aria-label="${again}${colon}${title}" title="${again}">${againIcon}</button>
        <a class="icon" target="_blank" href="/theme/${tag}/${name}.html" data-alone="${name}" aria-label="${alone[0]}${colon}${title}" title="${alone[1]}">${aloneIcon}</a>
      </figcaption>
      <div class="shot"><iframe title="${title}" name="${name}" sandbox="allow-scripts allow-same-origin allow-forms"
        data-height="${height}"${width ? ` data-width="${width}"` : ''}></iframe></div>
    </figure>`;
}

/** One table for each group. Columns of all tables align with those of the first. */
function measures({ measures: said, groupsOfPairs, pairs }: Words): string {
  const columns = said.columns.map((text, index) => [text, index === 1 ? 'floor' : ''] as const);
  const tables = [...new Set(PAIRS.map(({ group }) => group))].map((group, index) => {
    const heads = columns.map(
      ([text, name]) =>
        `<th scope="col" class="${name}">${index === 0 ? text : `<span class="unseen">${text}</span>`}</th>`,
    );
    const rows = PAIRS.filter((pair) => pair.group === group).map(
      ({ id, floor }) => `<tr data-pair="${id}"><th scope="row">${pairs[id]}</th>
          <td class="floor">${floor}:1</td><td data-page="light"></td><td data-page="dark"></td></tr>`,
    );
    return `<table><caption>${groupsOfPairs[group]}</caption><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
  });
  return `<p class="lead" id="lowest"></p>
    <h3>${said.adjusted}</h3>
    <ul class="adjusted" id="adjusted"></ul>
    <h3 id="ratios-title">${said.ratios}</h3>
    <div class="scroller" tabindex="0" role="region" aria-labelledby="ratios-title">${tables.join('')}</div>`;
}

function output({ outputs, copy, colon }: Words, id: keyof Words['outputs']): string {
  const [title, hint] = outputs[id];
  return `<div class="output">
      <header><h3 id="${id}-title">${title}</h3>
        <button type="button" class="plain" data-copy="${id}">${copyIcon}<span>${copy}<span class="unseen">${colon}${title}</span></span></button></header>
      <p class="hint">${hint}</p>
      <pre tabindex="0" role="region" aria-labelledby="${id}-title"><code id="${id}"></code></pre>
    </div>`;
}

/** What theme-check says of a pasted style sheet. Its sentences are in English, as those of the command. */
function examination({ examination: said }: Words): string {
  return `<label for="sheet">${said.label}</label>
    <textarea id="sheet" rows="8" spellcheck="false" autocomplete="off" autocapitalize="none" aria-describedby="sheet-hint"></textarea>
    <p class="hint" id="sheet-hint">${said.hint}</p>
    <p class="acts"><button type="button" class="plain" id="examine">${said.check}</button>
      <button type="button" class="plain" id="adopt">${said.take}</button></p>
    <p class="verdict" id="verdict" role="status"></p>
    <ul class="findings" id="findings" lang="en"></ul>`;
}

/** The page of the builder. */
export function builderPage(words: Words, integrity: string): string {
  const { tag, other, title, sections } = words;
  const jumps = Object.entries(sections).map(
    ([id, label]) => `<button type="button" data-jump="${id}">${label}</button>`,
  );
  return `<!doctype html>
<html lang="${tag}">
  <head>
    ${head(title, 'theme', 'tool')}
    <meta name="description" content="${words.description}" />
    <link rel="stylesheet" href="/tools/samples.css" />
    ${script('/scripts/builder.js')}
  </head>
  <body>
    <header class="top">
      <a class="mark" href="/${tag}/index.html" aria-label="${words.home}"><img src="/favicon.svg" width="32" height="32" alt="" /></a>
      <h1>${title}</h1>
      <a class="language" id="language" href="/${other.tag}/theme-builder.html" hreflang="${other.tag}" lang="${other.tag}">${other.label}</a>
      <nav aria-label="${words.here}">${jumps.join('')}</nav>
    </header>
    <main data-integrity="${integrity}">
      <form class="controls" id="reglages" aria-labelledby="reglages-title" tabindex="-1" novalidate>
        <header>
          <h2 id="reglages-title">${sections.reglages}</h2>
          <button type="button" class="plain" id="reset">${words.reset}</button>
        </header>
        <p class="lead">${words.lead}</p>
        <p class="message" id="message" role="status"></p>
        ${controls(words)}
      </form>
      <div class="stage">
        <section id="apercu" aria-labelledby="apercu-title" tabindex="-1">
          <div class="tools"><h2 id="apercu-title">${sections.apercu}</h2>${toggles(words)}</div>
          <div class="frames" role="group" aria-labelledby="apercu-title">${FRAMES.map((one) => frame(words, one)).join('')}</div>
        </section>
        <section id="mesures" aria-labelledby="mesures-title" tabindex="-1">
          <h2 id="mesures-title">${sections.mesures}</h2>${measures(words)}
        </section>
        <section id="code" aria-labelledby="code-title" tabindex="-1">
          <header><h2 id="code-title">${sections.code}</h2><p role="status" id="copied"></p><a class="plain" href="/${tag}/configure.html" id="integrate">${words.integrate}</a></header>
          ${output(words, 'css')}
          ${output(words, 'tokens')}
          ${output(words, 'reserve')}
          ${output(words, 'html')}
          ${output(words, 'link')}
        </section>
        <section id="examen" aria-labelledby="examen-title" tabindex="-1">
          <h2 id="examen-title">${sections.examen}</h2>${examination(words)}
        </section>
      </div>
    </main>
  </body>
</html>`;
}

/** The page of one frame. */
export function framePage(words: Words, name: FrameName): string {
  return `<!doctype html>
<html lang="${words.tag}" data-frame="${name}">
  <head>
    ${head(words.frames[name], 'theme-frame', 'tool in a frame')}
    ${script('/cdn/cliquez-signalez.js')}
    ${script('/scripts/theme-frame.js')}
  </head>
  <body>
    <main>
      <h1>${words.host.title}</h1>
      <p>${words.host.text}</p>
      <cliquez-signalez
        endpoint="https://hotline.example/v1/reports"
        hotline="Point de Contact"
        country="FR"
        page-url="https://votre-site.example/article"
      ></cliquez-signalez>
    </main>
  </body>
</html>`;
}
