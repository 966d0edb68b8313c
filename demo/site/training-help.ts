// What « Former » takes from the form: its own words, and the help data of France as numbers, sites, ways and doors. No
// number and no address is typed in a page.

import { waysToComplain, waysToRemove, type Way, type WayStep } from '../../src/core/help/aims.ts';
import { isToTalk, type HelpNeed } from '../../src/core/help/choice.ts';
import { FRANCE, type HelpResource } from '../../src/core/help/lines.ts';
import { emergencyNumbers } from '../../src/core/help/numbers.ts';
import { doorsOf } from '../../src/core/help/other-doors.ts';
import { own } from '../../src/core/own.ts';
import english from '../../src/words/locales/en.json' with { type: 'json' };
import french from '../../src/words/locales/fr.json' with { type: 'json' };
import type { Language } from './languages.ts';
import { escapeHtml } from './markdown.ts';
import { cell, table } from './table.ts';

const FORM: Readonly<Record<Language, Readonly<Record<string, string>>>> = { fr: french, en: english };

export const HOTLINE = 'Point de Contact';
export const COUNTRY = 'FR';

/** The form's own words, by their name. */
export function formText(language: Language, key: string): string {
  const text = FORM[language][key];
  if (text === undefined) throw new Error(`The form says nothing by the name « ${key} ».`);
  return text.replaceAll('{hotline}', HOTLINE);
}

/** The first of these names by which the form says something. */
export const wordOf = (language: Language, ...keys: readonly string[]): string =>
  formText(language, keys.find((key) => FORM[language][key] !== undefined) ?? keys.join(', '));

const marked = (language: Language, html: string): string =>
  language === 'fr' ? `« ${html} »` : `“${html}”`;

/** The form's own words in quotation marks. */
export const formSays = (language: Language, key: string): string =>
  marked(language, escapeHtml(formText(language, key)));

/** Names of sites, as they call themselves. */
const SITES: Readonly<Record<string, string>> = {
  takeitdown: 'Take It Down',
  stopncii: 'StopNCII',
  disrupt: 'Disrupt',
  cyber: '17Cyber',
  pharos: 'PHAROS',
};

const DAYS = {
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;

/** When a line answers; empty if no source says. */
function hoursOf(language: Language, { hours }: HelpResource): string {
  if (!hours) return '';
  if (hours === 'always') return language === 'fr' ? 'jour et nuit' : 'day and night';
  const [first, last, from, to] = hours;
  const [one, other] = [DAYS[language][first - 1]!, DAYS[language][last - 1]!];
  const isDaily = first === 1 && last === 7;
  return language === 'fr'
    ? `${isDaily ? 'tous les jours' : `du ${one} au ${other}`}, de ${from}\u00A0h à ${to}\u00A0h`
    : `${isDaily ? 'every day' : `${one} to ${other}`}, ${from}:00 to ${to}:00`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const dial = (number: string): string =>
  `<a class="dial" href="tel:${number.replaceAll(' ', '')}">${number.replaceAll(' ', '\u00A0')}</a>`;

const away = (url: string, text: string): string => `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>`;

/** A number of France with its hours, or a site of France. Throws where the help data has neither. */
export function helpLine(language: Language, id: string): string {
  const urgent = emergencyNumbers(COUNTRY)
    .concat(emergencyNumbers(COUNTRY, true))
    .find(({ number }) => number === id);
  if (urgent) return dial(urgent.number);
  const line = FRANCE.find((one) => one.id === id);
  if (line?.number) {
    const hours = hoursOf(language, line);
    return `${dial(line.number)}${hours && ` (${hours})`}`;
  }
  if (line?.url && SITES[id]) return away(line.url, SITES[id]);
  throw new Error(`The help data of France has no « ${id} ».`);
}

/** A text of the cases, with its numbers, sites and words of the form. */
export const rich = (language: Language, text: string): string =>
  escapeHtml(text).replaceAll(/\{([^}]+)\}/g, (_, name: string) =>
    FORM[language][name] === undefined ? helpLine(language, name) : formSays(language, name),
  );

/** A list. */
export const list = (items: readonly string[]): string =>
  `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

const WORDS = {
  fr: {
    who: 'Pour qui, pour quoi',
    call: 'Numéro',
    hours: 'Quand',
    unknown: 'Heures non confirmées',
    problem: 'Le problème',
    door: 'Le bon service',
    text: 'par SMS',
  },
  en: {
    who: 'For whom, for what',
    call: 'Number',
    hours: 'When',
    unknown: 'Hours not confirmed',
    problem: 'The problem',
    door: 'The right service',
    text: 'by text message',
  },
} as const satisfies Record<Language, Readonly<Record<string, string>>>;

/** The people for whom the page shows ways: of unknown age, under age, an adult who is blackmailed, witnesses. */
const NEEDS: readonly HelpNeed[] = [
  { category: 'sexual_harassment', questions: own({ self: 'yes' }) },
  { category: 'sexual_harassment', questions: own({ self: 'yes', underAge: 'yes' }) },
  { category: 'sexual_harassment', questions: own({ self: 'yes', underAge: 'no', blackmail: 'yes' }) },
  { category: 'unsure' },
  { category: 'suicide_incitement' },
];

/** Steps that stand only where content may be kept: the page says it for all of them. */
const LEFT: readonly WayStep[] = ['bring.screens'];

/** The ways to an aim in France, as the form shows them: `remove` or `complain`. */
export function trainingWays(language: Language, aim: string): string {
  const waysTo = { remove: waysToRemove, complain: waysToComplain }[aim];
  if (!waysTo) throw new Error(`No ways lead to « ${aim} ».`);
  const ways = NEEDS.flatMap((need) => waysTo(need, COUNTRY, FRANCE));
  const ids = [...new Set(ways.map(({ id }) => id))];
  return `${list(
    ids.map((id) => {
      const its = ways.filter((way) => way.id === id);
      const steps = [...new Set(its.flatMap((way) => way.steps))]
        .filter((step) => !LEFT.includes(step))
        // What to bring comes after who may go.
        .toSorted((a, b) => Number(a === 'bring') - Number(b === 'bring'));
      return `${wayName(language, its[0]!)} ${steps.map((step) => escapeHtml(formText(language, `aim.${step}`))).join(' ')}`;
    }),
  )}\n`;
}

function wayName(language: Language, { id, line, url = line?.url }: Way): string {
  const name = escapeHtml(formText(language, line ? `help.${line.id}` : `aim.${id}`));
  const proper = url && (SITES[id] ?? new URL(url).hostname.replace(/^www\./, ''));
  return `<b>${name}</b>${url && proper ? ` (${away(url, proper)})` : ''}.`;
}

/** The lines of France where somebody listens. */
export function trainingLines(language: Language): string {
  const words = WORDS[language];
  const lines = FRANCE.filter((line) => line.number && isToTalk(line));
  return table(
    formText(language, 'aim.talk'),
    [words.call, words.who, words.hours].map((text) => cell(text)),
    lines.map((line) => [
      { html: dial(line.number!) },
      cell(formText(language, `help.${line.id}`)),
      cell(capital(hoursOf(language, line) || words.unknown)),
    ]),
  );
}

/** Problems that the form leaves to other services, in France. */
export function trainingDoors(language: Language): string {
  const words = WORDS[language];
  const doors = doorsOf(COUNTRY).filter(({ isAsked }) => !isAsked);
  return table(
    formText(language, 'door.summary'),
    [words.problem, words.door].map((text) => cell(text)),
    doors.map(({ id, name, url, number, isText }) => [
      cell(formText(language, `door.${id}`)),
      {
        html: url ? away(url, name!) : isText ? `${escapeHtml(number!)}, ${words.text}` : dial(number!),
      },
    ]),
  );
}
