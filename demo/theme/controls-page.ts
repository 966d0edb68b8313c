// The builder's controls as HTML: each seed has a field that fits its values.

import { SEEDS, type SeedName } from '../../src/widget/theme/seeds.ts';
import { attributeList, FONT_STACKS, presetList, seedNamed } from './catalogue.ts';
import { flagIcon, pipetteIcon, tickIcon, undoIcon } from './icons.ts';
import { SCALES, TWO_COLOURED } from './seed-values.ts';
import { filled, type Words } from './words/words.ts';

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

const names = (syntax: keyof typeof SEEDS): SeedName[] => Object.keys(SEEDS[syntax]) as SeedName[];

/** All controls, in sections. */
export function controls(words: Words): string {
  const { groups } = words;
  const each = (list: readonly SeedName[], make: (words: Words, name: SeedName) => string): string =>
    list.map((name) => make(words, name)).join('');
  return `
    ${section(groups.preset, presets(words))}
    ${section(groups.button, attributeList(words).map(choice).join(''))}
    ${section(groups.colours, each(names('<color>'), colour) + scale(words, 'black-from') + swatches(words))}
    ${section(groups.text, each(names('*'), font) + scale(words, 'font-size') + stacks(words))}
    ${section(
      groups.shapes,
      each(
        [...names('<length>'), ...names('<number>')].filter(
          (name) => name !== 'font-size' && name !== 'black-from',
        ),
        scale,
      ),
    )}`;
}

const section = (title: string, body: string): string =>
  `<section class="group"><h3>${title}</h3>${body}</section>`;

function presets(words: Words): string {
  const cards = presetList(words).map(
    ({ name, label, hint }) => `<label class="preset">
      <input type="radio" name="preset" value="${name}" />
      <span class="sample ${name}" aria-hidden="true"><b>Aa</b><i>${flagIcon}</i></span>
      <span class="name">${label}${tickIcon}</span>
      <span class="hint">${hint}</span>
    </label>`,
  );
  return `<fieldset class="presets"><legend class="unseen">${words.groups.preset}</legend>${cards.join('')}</fieldset>`;
}

function choice({ name, label, hint, values }: ReturnType<typeof attributeList>[number]): string {
  const chips = values.map(
    ([value, said]) =>
      `<label class="chip"><input type="radio" name="${name}" value="${value}" /><span>${said}</span></label>`,
  );
  const described = hint ? ` aria-describedby="${name}-hint"` : '';
  return `<fieldset class="field" data-attribute="${name}"${described}><legend>${label}</legend>
    <div class="chips">${chips.join('')}</div>${hint ? `<p class="hint" id="${name}-hint">${hint}</p>` : ''}</fieldset>`;
}

/** The hint of a seed, and the button that resets it to the preset's value. */
function about(words: Words, name: SeedName): { described: string; hint: string; back: string } {
  const { label, hint } = seedNamed(words, name);
  const { back, colon } = words;
  return {
    described: `aria-describedby="${name}-hint ${name}-error"`,
    hint: `<p class="hint" id="${name}-hint">${hint}</p><p class="error" id="${name}-error"></p>`,
    back: `<button type="button" class="icon back" data-back="${name}" aria-label="${label}${colon}${back[0]}" title="${back[1]}" hidden>${undoIcon}</button>`,
  };
}

function colour(words: Words, name: SeedName): string {
  const { label } = seedNamed(words, name);
  const { described, hint, back } = about(words, name);
  const { colon, picker, value, pipette, inDark } = words;
  const row = (paper: 'light' | 'dark'): string => {
    const which = paper === 'dark' ? filled(inDark, { name: label }) : label;
    return `<div class="pick" data-paper="${paper}"${paper === 'dark' ? ' hidden' : ''}>
        <input type="color" name="${name}" aria-label="${which}${colon}${picker}" ${described} />
        <input type="text" name="${name}" aria-label="${which}${colon}${value}" ${described} spellcheck="false" autocomplete="off" autocapitalize="none" />
        <button type="button" class="icon" data-pipette="${paper}" aria-label="${which}${colon}${pipette[0]}" title="${pipette[1]}" hidden>${pipetteIcon}</button>
      </div>`;
  };
  const both = TWO_COLOURED.includes(name)
    ? `<label class="check"><input type="checkbox" name="${name}-both" /><span>${words.both}</span></label>${row('dark')}`
    : '';
  return `<div class="field colour" role="group" aria-labelledby="${name}-label" data-seed="${name}">
    <div class="head"><span id="${name}-label">${label}</span>${back}</div>${row('light')}${hint}${both}</div>`;
}

function font(words: Words, name: SeedName): string {
  const { label } = seedNamed(words, name);
  const { described, hint, back } = about(words, name);
  return `<div class="field" data-seed="${name}"><div class="head"><label for="${name}">${label}</label>${back}</div>
    <input type="text" id="${name}" name="${name}" list="stacks" ${described} spellcheck="false" autocomplete="off" autocapitalize="none" />
    ${hint}</div>`;
}

const stacks = (words: Words): string =>
  `<datalist id="stacks">${FONT_STACKS.map((stack, index) => `<option value="${escape(stack)}" label="${words.stacks[index]}"></option>`).join('')}</datalist>`;

function scale(words: Words, name: SeedName): string {
  const { label } = seedNamed(words, name);
  const { described, hint, back } = about(words, name);
  const { min, max, step, unit } = SCALES[name]!;
  const limits = `min="${min}" max="${max}" step="${step}" ${described}`;
  return `<div class="field scale" data-seed="${name}"><div class="head"><label for="${name}">${label}</label>${back}</div>
    <input type="range" id="${name}" name="${name}" ${limits} />
    <span class="number"><input type="number" name="${name}" aria-label="${unit ? filled(words.inUnit, { name: label, unit }) : label}" ${limits} inputmode="decimal" /><span aria-hidden="true">${unit}</span></span>
    ${hint}</div>`;
}

function swatches(words: Words): string {
  const { summary, paste, hint, target } = words.swatches;
  const targets = names('<color>').map(
    (name, index) =>
      `<label class="chip"><input type="radio" name="target" value="${name}"${index === 0 ? ' checked' : ''} /><span>${seedNamed(words, name).label}</span></label>`,
  );
  return `<details class="field swatches"><summary>${summary}</summary>
    <label for="pasted">${paste}</label>
    <textarea id="pasted" name="pasted" rows="3" spellcheck="false" autocomplete="off" aria-describedby="pasted-hint" placeholder="#8f1d1d, #f4f0e6, 1d1a16"></textarea>
    <p class="hint" id="pasted-hint">${hint}</p>
    <fieldset class="targets"><legend>${target}</legend><div class="chips">${targets.join('')}</div></fieldset>
    <ul class="colours" id="colours"></ul></details>`;
}
