// The builder's page, and the pages of its frames, as HTML.

import { policyOf, type Running } from '../site/policy.ts';
import { FRAMES_NAMED, SHOWN_NAMED } from './catalogue.ts';
import { controls } from './controls-page.ts';
import { FRAMES, type FrameKind, type FrameName } from './frame-list.ts';
import { againIcon, aloneIcon, copyIcon } from './icons.ts';
import { SHOWN } from './link.ts';
import { PAIRS } from './pairs.ts';

const head = (title: string, style: string, running: Running): string => `<meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policyOf(running)}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title} – Cliquez, Signalez\u202F!</title>
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/tools/base.css" />
    <link rel="stylesheet" href="/tools/${style}.css" />`;

const script = (path: string): string => `<script type="module" src="${path}"></script>`;

const SECTIONS = { reglages: 'Réglages', apercu: 'Aperçu', mesures: 'Mesures', code: 'Code' } as const;

function toggles(): string {
  const boxes = SHOWN.map(
    (name) =>
      `<label class="chip"><input type="checkbox" name="shown" value="${name}" /><span>${SHOWN_NAMED[name].label}</span></label>`,
  );
  return `<fieldset class="toggles"><legend class="unseen">Conditions d’affichage</legend><div class="chips">${boxes.join('')}</div></fieldset>
    <div class="notes" role="status" id="notes"></div>`;
}

function frame({ name, width, height }: FrameKind & { readonly name: FrameName }): string {
  const title = FRAMES_NAMED[name];
  return `<figure class="${width ? 'window' : 'place'}" data-frame="${name}">
      <figcaption><span id="frame-${name}">${title}</span>
        <button type="button" class="icon" data-again="${name}" aria-label="Recommencer\u00A0: ${title}" title="Recommencer">${againIcon}</button>
        <a class="icon" target="_blank" href="/theme/${name}.html" data-alone="${name}" aria-label="Ouvrir seul, nouvel onglet\u00A0: ${title}" title="Ouvrir seul">${aloneIcon}</a>
      </figcaption>
      <div class="shot"><iframe title="${title}" name="${name}" sandbox="allow-scripts allow-same-origin allow-forms"
        data-height="${height}"${width ? ` data-width="${width}"` : ''}></iframe></div>
    </figure>`;
}

/** One table for each group. Columns of all tables align with those of the first. */
function measures(): string {
  const columns = [['Quoi'], ['Au moins', 'floor'], ['Page claire'], ['Page sombre']] as const;
  const tables = [...new Set(PAIRS.map(({ group }) => group))].map((group, index) => {
    const heads = columns.map(
      ([text, name = '']) =>
        `<th scope="col" class="${name}">${index === 0 ? text : `<span class="unseen">${text}</span>`}</th>`,
    );
    const rows = PAIRS.filter((pair) => pair.group === group).map(
      ({ id, label, floor }) => `<tr data-pair="${id}"><th scope="row">${label}</th>
          <td class="floor">${floor}:1</td><td data-page="light"></td><td data-page="dark"></td></tr>`,
    );
    return `<table><caption>${group}</caption><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
  });
  return `<p class="lead" id="lowest"></p>
    <h3>Ce que deviennent vos couleurs</h3>
    <ul class="adjusted" id="adjusted"></ul>
    <h3 id="ratios-title">Rapports de contraste, lus dans les cadres</h3>
    <div class="scroller" tabindex="0" role="region" aria-labelledby="ratios-title">${tables.join('')}</div>`;
}

function output(id: string, title: string, hint: string): string {
  return `<div class="output">
      <header><h3 id="${id}-title">${title}</h3>
        <button type="button" class="plain" data-copy="${id}">${copyIcon}<span>Copier<span class="unseen">\u00A0: ${title}</span></span></button></header>
      <p class="hint">${hint}</p>
      <pre tabindex="0" role="region" aria-labelledby="${id}-title"><code id="${id}"></code></pre>
    </div>`;
}

/** The page of the builder. */
export function builderPage(integrity: string): string {
  const jumps = Object.entries(SECTIONS).map(
    ([id, label]) => `<button type="button" data-jump="${id}">${label}</button>`,
  );
  return `<!doctype html>
<html lang="fr">
  <head>
    ${head('Composer un thème', 'theme', 'tool')}
    <link rel="stylesheet" href="/tools/samples.css" />
    ${script('/scripts/builder.js')}
  </head>
  <body>
    <header class="top">
      <a class="mark" href="/fr/index.html" aria-label="Accueil"><img src="/favicon.svg" width="32" height="32" alt="" /></a>
      <h1>Composer un thème</h1>
      <nav aria-label="Dans cette page">${jumps.join('')}</nav>
    </header>
    <main data-integrity="${integrity}">
      <form class="controls" id="reglages" aria-labelledby="reglages-title" tabindex="-1" novalidate>
        <header>
          <h2 id="reglages-title">Réglages</h2>
          <button type="button" class="plain" id="reset">Tout remettre</button>
        </header>
        <p class="lead">Douze réglages suffisent. Tout le reste s’en déduit, et reste lisible quoi que vous choisissiez.</p>
        <p class="message" id="message" role="status"></p>
        ${controls()}
      </form>
      <div class="stage">
        <section id="apercu" aria-labelledby="apercu-title" tabindex="-1">
          <div class="tools"><h2 id="apercu-title">Aperçu</h2>${toggles()}</div>
          <div class="frames" role="group" aria-labelledby="apercu-title">${FRAMES.map(frame).join('')}</div>
        </section>
        <section id="mesures" aria-labelledby="mesures-title" tabindex="-1">
          <h2 id="mesures-title">Mesures</h2>${measures()}
        </section>
        <section id="code" aria-labelledby="code-title" tabindex="-1">
          <header><h2 id="code-title">Code</h2><p role="status" id="copied"></p><a class="plain" href="/fr/configure.html" id="integrate">Compléter le code pour votre site</a></header>
          ${output('css', 'CSS du thème', 'Seulement ce qui diffère du préréglage.')}
          ${output('reserve', 'CSS de la place', 'Garde la place du bouton avant l’arrivée du script\u00A0: rien ne bouge.')}
          ${output('html', 'HTML', 'Un seul fichier, à copier sur votre serveur. Le lien sert là où le formulaire ne peut pas marcher.')}
          ${output('link', 'Lien à partager', 'Tout est derrière le #, que les navigateurs n’envoient à personne.')}
        </section>
      </div>
    </main>
  </body>
</html>`;
}

/** The page of one frame. */
export function framePage(name: FrameName): string {
  return `<!doctype html>
<html lang="fr" data-frame="${name}">
  <head>
    ${head(FRAMES_NAMED[name], 'theme-frame', 'tool in a frame')}
    ${script('/cdn/cliquez-signalez.js')}
    ${script('/scripts/theme-frame.js')}
  </head>
  <body>
    <main>
      <h1>Un article du site</h1>
      <p>Le texte courant de la page, dans sa police et dans sa couleur.</p>
      <cliquez-signalez
        endpoint="https://plateforme.example/v1/reports"
        hotline="Point de Contact"
        country="FR"
        page-url="https://votre-site.example/article"
      ></cliquez-signalez>
    </main>
  </body>
</html>`;
}
