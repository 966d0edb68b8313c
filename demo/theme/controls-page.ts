// The builder's controls as HTML: each seed has a field that fits its values.

import { SEEDS, type SeedName } from '../../src/theme/seeds.ts';
import { ATTRIBUTES, FONT_STACKS, presetList, SEEDS_NAMED, WORDS_NAMED } from './catalogue.ts';
import { flagIcon, pipetteIcon, tickIcon, undoIcon } from './icons.ts';
import { SCALES, TWO_COLOURED } from './seed-values.ts';

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

const names = (syntax: keyof typeof SEEDS): SeedName[] => Object.keys(SEEDS[syntax]) as SeedName[];

/** All controls, in sections. */
export function controls(): string {
  return `
    ${section('Préréglage', presets())}
    ${section('Bouton', ATTRIBUTES.map(words).join(''))}
    ${section('Couleurs', names('<color>').map(colour).join('') + swatches())}
    ${section('Texte', names('*').map(font).join('') + scale('font-size') + stacks())}
    ${section(
      'Formes',
      [...names('<length>'), ...names('<number>')]
        .filter((name) => name !== 'font-size')
        .map(scale)
        .join(''),
    )}`;
}

const section = (title: string, body: string): string =>
  `<section class="group"><h3>${title}</h3>${body}</section>`;

function presets(): string {
  const cards = presetList().map(
    ({ name, label, hint }) => `<label class="preset">
      <input type="radio" name="preset" value="${name}" />
      <span class="sample ${name}" aria-hidden="true"><b>Aa</b><i>${flagIcon}</i></span>
      <span class="name">${label}${tickIcon}</span>
      <span class="hint">${hint}</span>
    </label>`,
  );
  return `<fieldset class="presets"><legend class="unseen">Préréglage</legend>${cards.join('')}</fieldset>`;
}

function words({ name, label, hint, values }: (typeof ATTRIBUTES)[number]): string {
  const labels: Readonly<Record<string, string>> = WORDS_NAMED[name];
  const chips = values.map(
    (value) =>
      `<label class="chip"><input type="radio" name="${name}" value="${value}" /><span>${labels[value]}</span></label>`,
  );
  const described = hint ? ` aria-describedby="${name}-hint"` : '';
  return `<fieldset class="field" data-attribute="${name}"${described}><legend>${label}</legend>
    <div class="chips">${chips.join('')}</div>${hint ? `<p class="hint" id="${name}-hint">${hint}</p>` : ''}</fieldset>`;
}

/** The hint of a seed, and the button that resets it to the preset's value. */
function about(name: SeedName): { described: string; hint: string; back: string } {
  const { label, hint } = SEEDS_NAMED[name];
  return {
    described: `aria-describedby="${name}-hint ${name}-error"`,
    hint: `<p class="hint" id="${name}-hint">${hint}</p><p class="error" id="${name}-error"></p>`,
    back: `<button type="button" class="icon back" data-back="${name}" aria-label="${label}\u00A0: comme le préréglage" title="Comme le préréglage" hidden>${undoIcon}</button>`,
  };
}

function colour(name: SeedName): string {
  const { label } = SEEDS_NAMED[name];
  const { described, hint, back } = about(name);
  const row = (paper: 'light' | 'dark'): string => {
    const which = paper === 'dark' ? `${label}, en sombre` : label;
    return `<div class="pick" data-paper="${paper}"${paper === 'dark' ? ' hidden' : ''}>
        <input type="color" name="${name}" aria-label="${which}\u00A0: nuancier" ${described} />
        <input type="text" name="${name}" aria-label="${which}\u00A0: valeur" ${described} spellcheck="false" autocomplete="off" autocapitalize="none" />
        <button type="button" class="icon" data-pipette="${paper}" aria-label="${which}\u00A0: prendre à l’écran" title="Prendre à l’écran" hidden>${pipetteIcon}</button>
      </div>`;
  };
  const both = TWO_COLOURED.includes(name)
    ? `<label class="check"><input type="checkbox" name="${name}-both" /><span>Une autre en sombre</span></label>${row('dark')}`
    : '';
  return `<div class="field colour" role="group" aria-labelledby="${name}-label" data-seed="${name}">
    <div class="head"><span id="${name}-label">${label}</span>${back}</div>${row('light')}${hint}${both}</div>`;
}

function font(name: SeedName): string {
  const { label } = SEEDS_NAMED[name];
  const { described, hint, back } = about(name);
  return `<div class="field" data-seed="${name}"><div class="head"><label for="${name}">${label}</label>${back}</div>
    <input type="text" id="${name}" name="${name}" list="stacks" ${described} spellcheck="false" autocomplete="off" autocapitalize="none" />
    ${hint}</div>`;
}

const stacks = (): string =>
  `<datalist id="stacks">${FONT_STACKS.map(({ label, hint }) => `<option value="${escape(hint)}" label="${label}"></option>`).join('')}</datalist>`;

function scale(name: SeedName): string {
  const { label } = SEEDS_NAMED[name];
  const { described, hint, back } = about(name);
  const { min, max, step, unit } = SCALES[name]!;
  const limits = `min="${min}" max="${max}" step="${step}" ${described}`;
  return `<div class="field scale" data-seed="${name}"><div class="head"><label for="${name}">${label}</label>${back}</div>
    <input type="range" id="${name}" name="${name}" ${limits} />
    <span class="number"><input type="number" name="${name}" aria-label="${label}${unit ? `, en ${unit}` : ''}" ${limits} inputmode="decimal" /><span aria-hidden="true">${unit}</span></span>
    ${hint}</div>`;
}

function swatches(): string {
  const targets = names('<color>').map(
    (name, index) =>
      `<label class="chip"><input type="radio" name="target" value="${name}"${index === 0 ? ' checked' : ''} /><span>${SEEDS_NAMED[name].label}</span></label>`,
  );
  return `<details class="field swatches"><summary>Essayer les couleurs d’une charte</summary>
    <label for="pasted">Collez une liste de couleurs</label>
    <textarea id="pasted" name="pasted" rows="3" spellcheck="false" autocomplete="off" aria-describedby="pasted-hint" placeholder="#8f1d1d, #f4f0e6, 1d1a16"></textarea>
    <p class="hint" id="pasted-hint">Codes à 3 ou 6 chiffres, 24 au plus. Le reste du texte est ignoré.</p>
    <fieldset class="targets"><legend>Un appui met la couleur dans</legend><div class="chips">${targets.join('')}</div></fieldset>
    <ul class="colours" id="colours"></ul></details>`;
}
