// « Former »: the cases as cards and as sheets, and what surrounds them, in the form's own words: ways to have content
// removed, to complain and to talk, and other doors. Numbers and addresses come from the help data alone.

import { readFileSync } from 'node:fs';
import { snippet, type Integrity } from '../../.build/snippets.ts';
import { earlyQuestionsOf, givenAnswers, questionsOf } from '../../src/core/draft/given-answers.ts';
import { isChoice, type Question } from '../../src/core/draft/questions.ts';
import { waysToComplain, waysToRemove, type Way, type WayStep } from '../../src/core/help/aims.ts';
import { isToTalk, type HelpNeed } from '../../src/core/help/choice.ts';
import { FRANCE, type HelpResource } from '../../src/core/help/lines.ts';
import { emergencyNumbers } from '../../src/core/help/numbers.ts';
import { doorsOf } from '../../src/core/help/other-doors.ts';
import { own } from '../../src/core/own.ts';
import { VERSION } from '../../src/version.ts';
import english from '../../src/i18n/locales/en.json' with { type: 'json' };
import french from '../../src/i18n/locales/fr.json' with { type: 'json' };
import type { Language } from './languages.ts';
import { escapeHtml } from './markdown.ts';
import { cell, table } from './table.ts';
import {
  CASES,
  draftOf,
  isLinked,
  type GoodReport,
  type GroupId,
  type Said,
  type TrainingCase,
} from './training-cases.ts';

const FORM: Readonly<Record<Language, Readonly<Record<string, string>>>> = { fr: french, en: english };

const HOTLINE = 'Point de Contact';
const HOTLINE_URL = 'https://www.pointdecontact.net/';
const COUNTRY = 'FR';

/** The form's own words, by their name. */
function formText(language: Language, key: string): string {
  const text = FORM[language][key];
  if (text === undefined) throw new Error(`The form says nothing by the name « ${key} ».`);
  return text.replaceAll('{hotline}', HOTLINE);
}

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
    ? `${isDaily ? 'tous les jours' : `du ${one} au ${other}`}, de ${from} h à ${to} h`
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
const rich = (language: Language, text: string): string =>
  escapeHtml(text).replaceAll(/\{([^}]+)\}/g, (_, name: string) =>
    FORM[language][name] === undefined ? helpLine(language, name) : formSays(language, name),
  );

const WORDS = {
  fr: {
    known: 'Ce que l’on vous donne :',
    question: 'À vous',
    answer: 'Un bon signalement',
    not: 'N’écrivez pas',
    why: 'Pourquoi',
    beside: 'À côté du signalement',
    variant: 'Et si… ?',
    pasted: 'collé :',
    sent: 'envoyé :',
    chosen: 'puis',
    practice: 'S’entraîner avec le formulaire',
    professional: 'S’entraîner sur une seule page',
    noScript: 'Sans JavaScript, le formulaire ne s’ouvre pas.',
    number: 'Cas',
    invented: 'Cas inventé',
    where: 'Où est le contenu',
    category: 'Catégorie',
    answers: 'Réponses',
    details: 'Précisions',
    who: 'Pour qui, pour quoi',
    call: 'Numéro',
    hours: 'Quand',
    unknown: 'Heures non confirmées',
    problem: 'Le problème',
    door: 'Le bon service',
    text: 'par SMS',
  },
  en: {
    known: 'What you are given:',
    question: 'Your turn',
    answer: 'A good report',
    not: 'Do not write',
    why: 'Why',
    beside: 'Beside the report',
    variant: 'And if…?',
    pasted: 'pasted:',
    sent: 'sent:',
    chosen: 'then',
    practice: 'Practise with the form',
    professional: 'Practise on one page',
    noScript: 'Without JavaScript, the form does not open.',
    number: 'Case',
    invented: 'Invented case',
    where: 'Where the content is',
    category: 'Category',
    answers: 'Answers',
    details: 'Details',
    who: 'For whom, for what',
    call: 'Number',
    hours: 'When',
    unknown: 'Hours not confirmed',
    problem: 'The problem',
    door: 'The right service',
    text: 'by text message',
  },
} as const satisfies Record<Language, Readonly<Record<string, string>>>;

const row = (name: string, html: string): string => `<div><dt>${name}</dt><dd>${html}</dd></div>`;
const list = (items: readonly string[]): string =>
  `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
const code = (text: string): string => `<code translate="no">${escapeHtml(text)}</code>`;

/** What the form calls a question of this category. */
const askedAs = (language: Language, { category }: GoodReport, id: string): string =>
  formText(language, FORM[language][`q.${id}.${category}`] === undefined ? `q.${id}` : `q.${id}.${category}`);

/** What the form calls an answer. */
const answeredAs = (language: Language, id: string, option: string): string =>
  formText(language, FORM[language][`o.${id}.${option}`] === undefined ? `o.${option}` : `o.${id}.${option}`);

function answersOf(language: Language, report: GoodReport, questions: readonly Question[]): string {
  const given = givenAnswers(draftOf(language, report));
  return list(
    questions.flatMap((question) => {
      const answer = report.answers[question.id] === undefined ? undefined : given[question.id];
      if (answer === undefined) return [];
      const said = [answer]
        .flat()
        .map((one) => (isChoice(question) ? answeredAs(language, question.id, one) : one));
      const asked = escapeHtml(askedAs(language, report, question.id));
      return [`${asked} <b>${said.map(escapeHtml).join(' · ')}</b>`];
    }),
  );
}

/** Where the content is, as somebody fills it in. */
function whereOf(language: Language, { where }: GoodReport): string {
  const { pasted: before, sent: after } = WORDS[language];
  if (isLinked(where))
    return `${formSays(language, 's2.else')}${list(
      where.links.map(({ pasted, sent }) =>
        pasted === sent ? code(pasted) : `${before} ${code(pasted)}<br>${after} ${code(sent)}`,
      ),
    )}`;
  const fields = [
    [formText(language, 's2.kind').replace(/ \(.*/, ''), formText(language, `place.${where.kind}`)],
    [formText(language, 's2.service'), where.service],
    ...Object.entries(where.identifiers).map(([type, text]) => [
      formText(language, `id.${type}`),
      text[language],
    ]),
  ];
  return `${formSays(language, 's2.none')}${list(
    fields.map(([name = '', text = '']) =>
      name.endsWith('?')
        ? `${escapeHtml(name)} <b>${escapeHtml(text)}</b>`
        : `${escapeHtml(name)}${language === 'fr' ? ' :' : ':'} <b>${escapeHtml(text)}</b>`,
    ),
  )}`;
}

/** The good report, in the rows of the form's own review, then what surrounds it. */
function solution(language: Language, { report, not, why, beside, variant }: TrainingCase): string {
  const words = WORDS[language];
  const draft = draftOf(language, report);
  const early = earlyQuestionsOf(draft);
  const later = questionsOf(draft).filter((question) => !early.includes(question));
  const category = escapeHtml(formText(language, `cat.${report.category}`));
  const first = answersOf(language, report, early);
  const others = answersOf(language, report, later);
  const isNone = (html: string): boolean => html === list([]);
  return `<dl class="report">${[
    row(
      formText(language, 's4.row.what'),
      report.isThreatened
        ? `${formSays(language, 's1.threatened')}, ${words.chosen} <b>${category}</b>`
        : `<b>${category}</b>`,
    ),
    row(formText(language, 's4.row.where'), whereOf(language, report)),
    isNone(first) ? '' : row(formText(language, 's4.row.early'), first),
    isNone(others) ? '' : row(formText(language, 's4.row.answers'), others),
    row(formText(language, 's4.row.details'), escapeHtml(report.details[language])),
    row(words.not, rich(language, not[language])),
    row(words.why, rich(language, why[language])),
    row(words.beside, list(beside.map((text) => rich(language, text[language])))),
    row(words.variant, rich(language, variant.said[language])),
  ].join('')}</dl>`;
}

const numberOf = (its: TrainingCase): number => CASES.indexOf(its) + 1;

/** What is known: the case, its links if it has any, and the question to the group. */
function told(language: Language, { told: text, question, report }: TrainingCase): string {
  const words = WORDS[language];
  const links = isLinked(report.where) ? report.where.links.map(({ pasted }) => code(pasted)) : [];
  const known = links.length > 0 ? `<p><b>${words.known}</b> ${links.join('<br>')}</p>` : '';
  return `<p>${escapeHtml(text[language])}</p>${known}<p class="ask"><b>${words.question}.</b> ${escapeHtml(question[language])}</p>`;
}

const headed = (language: Language, its: TrainingCase, level: number): string =>
  `<h${level} id="${its.id}"><span>${WORDS[language].number} ${numberOf(its)}</span> ${escapeHtml(its.title[language])}</h${level}>`;

const attributesOf = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value ? ` ${name}="${escapeHtml(value)}"` : ` ${name}`))
    .join('');

/** The attributes of a form for practice. */
const PRACTICE: Readonly<Record<string, string>> = {
  practice: '',
  hotline: HOTLINE,
  'hotline-url': HOTLINE_URL,
  country: COUNTRY,
  'page-context': 'elsewhere',
};

// No link to the hotline where the form cannot work: somebody might send it an invented case.
const practiceButton = (
  language: Language,
  label: string,
  more: Readonly<Record<string, string>> = {},
): string =>
  `<div class="practice"><cliquez-signalez${attributesOf({ ...PRACTICE, ...more })}><span slot="label">${label}</span><span class="small">${WORDS[language].noScript}</span></cliquez-signalez></div>`;

const GROUPS: Readonly<Record<GroupId, Said>> = {
  told: { fr: 'Une personne se confie', en: 'Somebody confides in you' },
  aimed: { fr: 'Une personne est visée', en: 'Somebody is aimed at' },
  found: { fr: 'Une personne est tombée dessus', en: 'Somebody came across it' },
};

/** The cases of a group as cards, with the form to practise in sight. */
export function trainingCases(language: Language, group: string): string {
  const cases = CASES.filter((one) => one.group === group);
  if (cases.length === 0) throw new Error(`No case is in the group « ${group} ».`);
  const cards = cases.map(
    (its) =>
      `<article class="case" aria-labelledby="${its.id}">${headed(language, its, 4)}${told(language, its)}<details><summary>${WORDS[language].answer}</summary>${solution(language, its)}</details></article>`,
  );
  return `<section class="drill" aria-labelledby="group-${group}"><h3 id="group-${group}">${GROUPS[group as GroupId][language]}</h3>${practiceButton(language, WORDS[language].practice)}${cards.join('')}</section>\n`;
}

/** The button to the form on one page, for people who report often. */
export const trainingOnePage = (language: Language): string =>
  `${practiceButton(language, WORDS[language].professional, { flow: 'page' })}\n`;

/** The cases alone, to be printed: two a sheet, with room to write. */
export function trainingSheets(language: Language): string {
  const words = WORDS[language];
  const field = (name: string, lines: number): string =>
    `<div class="write"><p>${name}</p><div aria-hidden="true">${'<i></i>'.repeat(lines)}</div></div>`;
  const cases = CASES.map(
    (its) =>
      `<article class="case" aria-labelledby="${its.id}">${headed(language, its, 2)}${told(language, its)}${field(words.category, 1)}${field(words.where, 1)}${field(words.answers, 2)}${field(words.details, 2)}${field(words.beside, 2)}<p class="invented">${words.invented}</p></article>`,
  );
  return `${cases.join('')}\n`;
}

/** The cases with their solutions, to be printed for the trainer. */
export const trainingSolutions = (language: Language): string =>
  `${CASES.map(
    (its) =>
      `<article class="case" aria-labelledby="${its.id}">${headed(language, its, 2)}${told(language, its)}${solution(language, its)}</article>`,
  ).join('')}\n`;

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

/** The code of a form for practice, for somebody's own page; `page` for everything on one page. */
export function trainingSnippet(_: Language, flow: string): string {
  const integrity = JSON.parse(
    readFileSync(new URL('../../dist/cdn/integrity.json', import.meta.url), 'utf8'),
  ) as Integrity;
  const html = snippet('bundle', integrity, {
    base: `/cs/${VERSION}/`,
    attributes: { ...PRACTICE, ...(flow === 'page' && { flow }) },
    linkText: '',
  })
    .replace(' practice=""', ' practice')
    .replace(/\n {2}<a [^>]*><\/a>/, '');
  return `\n\`\`\`html\n${html}\n\`\`\`\n`;
}
