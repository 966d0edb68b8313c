// The table of the mutation score: how many small changes of the code the tests notice. Recorded by `npm run test:mutants`.

import type { GroupName } from '../../test/mutants/groups.ts';
import { readScores, type GroupScore } from '../../test/mutants/score.ts';
import type { Language } from './languages.ts';
import { cell, figure, table, type Cell } from './table.ts';

const GROUP_NAMES: Readonly<Record<Language, Readonly<Record<GroupName, string>>>> = {
  en: {
    report: 'the report: its rules, its seal, its receipt',
    address: 'cleaning of addresses',
    draft: 'questions, answers and their checks',
    help: 'choice of help lines and of what can be done',
    'follow-up': 'codes, and what became of a report',
    sending: 'sending',
    intake: 'receiver: acceptance of a report',
    limits: 'receiver: limits and floods',
    store: 'receiver: storage',
    log: 'receiver: the log that shows what was altered or deleted',
    retention: 'receiver: erasure in time',
    exports: 'receiver: exports',
    figures: 'receiver: yearly figures',
    'commands that read': 'receiver: other commands that read',
    screens: 'form: which screen follows',
    taps: 'form: taps that count twice, or too early',
    delivery: 'form: a report on its way',
    leaving: 'form: what is wiped when the page goes',
    idle: 'form: what is wiped after ten minutes',
    exit: 'form: “Exit this page”',
    focus: 'form: focus of the keyboard',
  },
  fr: {
    report: 'le signalement : ses règles, son scellé, son récépissé',
    address: 'le nettoyage des adresses',
    draft: 'les questions, les réponses et leurs contrôles',
    help: 'le choix des numéros d’aide et des démarches',
    'follow-up': 'les codes, et la suite d’un signalement',
    sending: 'l’envoi',
    intake: 'récepteur : l’acceptation d’un signalement',
    limits: 'récepteur : les limites et les afflux',
    store: 'récepteur : le stockage',
    log: 'récepteur : le journal, qui montre ce qui a été modifié ou supprimé',
    retention: 'récepteur : l’effacement à terme',
    exports: 'récepteur : les exports',
    figures: 'récepteur : les chiffres de l’année',
    'commands that read': 'récepteur : les autres commandes qui lisent',
    screens: 'formulaire : l’écran qui suit',
    taps: 'formulaire : un appui qui compte deux fois, ou trop tôt',
    delivery: 'formulaire : un signalement en route',
    leaving: 'formulaire : ce qui s’efface quand la page part',
    idle: 'formulaire : ce qui s’efface après dix minutes',
    exit: 'formulaire : « Quitter vite »',
    focus: 'formulaire : la place du clavier',
  },
};

const WORDS = {
  en: {
    name: 'Mutation score',
    head: ['Part of the code', 'Tried', 'At first', 'Now', 'Goal', 'Day, seed'],
  },
  fr: {
    name: 'Score de mutation',
    head: ['Partie du code', 'Essais', 'D’abord', 'Depuis', 'But', 'Jour, graine'],
  },
} as const;

const localeOf = (language: Language): string => (language === 'fr' ? 'fr-FR' : 'en-GB');

/** Never rounded up: 96.9 % is no 97. */
const percent = (language: Language, share: number): string =>
  (Math.floor(share * 100 + 1e-9) / 100).toLocaleString(localeOf(language), { style: 'percent' });

function row(
  language: Language,
  { group, killed, hangs, survives, first, score, goal, date, seed }: GroupScore,
): readonly Cell[] {
  return [
    cell(GROUP_NAMES[language][group]),
    figure(`${killed + hangs + survives}`),
    figure(percent(language, first)),
    figure(percent(language, score)),
    figure(percent(language, goal)),
    figure(`${dayIn(language, date)}, ${seed}`),
  ];
}

const dayIn = (language: Language, date: string): string =>
  new Date(date).toLocaleDateString(localeOf(language), { dateStyle: 'medium', timeZone: 'UTC' });

/** A row for each group of modules. */
export function mutantTable(language: Language): string {
  const { name, head } = WORDS[language];
  return table(
    name,
    head.map((text, index) => (index === 0 ? cell(text) : figure(text))),
    readScores().map((score) => row(language, score)),
  );
}

/** How many changes can be made in all. */
export const mutantsInAll = (language: Language): string =>
  readScores()
    .reduce((sum, { of }) => sum + of, 0)
    .toLocaleString(localeOf(language));
