// The cases of « Former » as cards, with the form for practice in sight, and as sheets to print.

import { readFileSync } from 'node:fs';
import { FOLDER, snippet, type Integrity } from '../../.build/snippets.ts';
import { earlyQuestionsOf, givenAnswers, questionsOf } from '../../src/core/draft/given-answers.ts';
import { isChoice, type Question } from '../../src/core/draft/questions.ts';
import type { Language } from './languages.ts';
import { escapeHtml } from './markdown.ts';
import {
  CASES,
  draftOf,
  isLinked,
  type GoodReport,
  type GroupId,
  type Said,
  type TrainingCase,
} from './training-cases.ts';
import { COUNTRY, formSays, formText, HOTLINE, list, rich, wordOf } from './training-help.ts';

const HOTLINE_URL = 'https://www.pointdecontact.net/';

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
    practice: 'S’entraîner',
    professional: 'S’entraîner sur une seule page',
    noScript: 'Sans JavaScript, le formulaire ne s’ouvre pas.',
    number: 'Cas',
    invented: 'Cas inventé',
    where: 'Où est le contenu',
    category: 'Catégorie',
    answers: 'Réponses',
    details: 'Précisions',
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
    practice: 'Practise',
    professional: 'Practise on one page',
    noScript: 'Without JavaScript, the form does not open.',
    number: 'Case',
    invented: 'Invented case',
    where: 'Where the content is',
    category: 'Category',
    answers: 'Answers',
    details: 'Details',
  },
} as const satisfies Record<Language, Readonly<Record<string, string>>>;

const row = (name: string, html: string): string => `<div><dt>${name}</dt><dd>${html}</dd></div>`;
const code = (text: string): string => `<code translate="no">${escapeHtml(text)}</code>`;

/** What the form calls a question of this category. */
const askedAs = (language: Language, { category }: GoodReport, id: string): string =>
  wordOf(language, `q.${id}.${category}`, `q.${id}`);

/** What the form calls an answer. */
const answeredAs = (language: Language, id: string, option: string): string =>
  wordOf(language, `o.${id}.${option}`, `o.${option}`);

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
    [formText(language, 's2.place'), where.service],
    [formText(language, 's2.kind').replace(/ \(.*/, ''), formText(language, `place.${where.kind}`)],
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
  const known = links.length > 0 ? `<p class="given"><b>${words.known}</b><br>${links.join('<br>')}</p>` : '';
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
  `<div class="practice"><cliquez-signalez${attributesOf({ ...PRACTICE, ...more })}><span slot="label">${label}</span><noscript>${WORDS[language].noScript}</noscript></cliquez-signalez></div>`;

const GROUPS: Readonly<Record<GroupId, Said>> = {
  told: { fr: 'Une personne se confie', en: 'Somebody confides in you' },
  aimed: { fr: 'Une personne est visée', en: 'Somebody is targeted' },
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

/** The code of a form for practice, for somebody's own page; `page` for everything on one page. */
export function trainingSnippet(_: Language, flow: string): string {
  const integrity = JSON.parse(
    readFileSync(new URL('../../dist/cdn/integrity.json', import.meta.url), 'utf8'),
  ) as Integrity;
  const html = snippet('bundle', integrity, {
    base: `/${FOLDER}/`,
    attributes: { ...PRACTICE, ...(flow === 'page' && { flow }) },
    linkText: '',
  })
    .replace(' practice=""', ' practice')
    .replace(/\n {2}<a [^>]*><\/a>/, '');
  return `\n\`\`\`html\n${html}\n\`\`\`\n`;
}
