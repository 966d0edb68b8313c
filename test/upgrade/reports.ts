// The reports that are kept of a version, as the present widget makes them.
import { reportOf } from '../../src/core/draft/to-report.ts';
import { COMMON_QUESTIONS, QUESTIONS } from '../../src/core/draft/question-table.ts';
import { optionsOf, type Question, type QuestionAnswer } from '../../src/core/draft/questions.ts';
import type { Answers, DraftSettings } from '../../src/core/draft/types.ts';
import { CATEGORIES, type CategoryId } from '../../src/core/report/categories.ts';
import { PLACES } from '../../src/core/report/places.ts';
import { PLACE_FIELDS } from '../../src/core/draft/place-fields.ts';
import type { FollowUp } from '../../src/core/report/protocol.ts';
import type { Report } from '../../src/core/report/report.ts';
import { VERSION } from '../../src/core/version.ts';
import { context, draftWith, walk } from '../core/draft-given.ts';

/** The first choices of a question, or a text. */
function firstAnswer(question: Question): QuestionAnswer {
  const { id, kind, limit } = question;
  const options = optionsOf(question);
  if (options.length === 0) return `Texte « ${id} » ✓`;
  return kind === 'choices' ? options.slice(0, Math.min(2, limit)) : options[0]!;
}

/** Each question of a category with an answer. */
const answered = (category: CategoryId): Record<string, QuestionAnswer> =>
  Object.fromEntries(
    [...QUESTIONS[category], ...COMMON_QUESTIONS].map((question) => [question.id, firstAnswer(question)]),
  );

const whole = (category: CategoryId): Partial<Answers> => ({
  category,
  where: 'elsewhere',
  addresses: ['forum.example/fil/12?id=3#message-4', 'hxxps://réseau[.]example/@pseudo'],
  role: 'witness',
  questions: answered(category),
  details: 'Deux lignes.\nUn « mot » et 😀.',
  reply: 'yes',
  email: 'personne@example.org',
});

/** The reports of a version, by name: every category with all that it asks, every place without an address. */
export const REPORTS: Record<
  string,
  { answers: Partial<Answers>; settings?: Partial<DraftSettings>; supersedes?: string }
> = {
  'the least': { answers: { category: 'unsure', where: 'here' } },
  ...Object.fromEntries(CATEGORIES.map(({ id }) => [`all of ${id}`, { answers: whole(id) }])),
  ...Object.fromEntries(
    PLACES.map((place) => [
      `no address, ${place}`,
      {
        answers: {
          category: 'unsure' as const,
          where: 'none' as const,
          placeKind: place,
          service: 'Exemple',
          identifiers: Object.fromEntries(PLACE_FIELDS[place].map((type) => [type, 'abc'])),
          place: 'un salon',
        },
      },
    ]),
  ),
  'by a professional, on one page': {
    answers: { category: 'procuring', where: 'here', role: 'professional' },
    settings: { flow: 'page' },
  },
  'in place of an unconfirmed one': {
    answers: { category: 'unsure', where: 'here', details: 'Corrigé' },
    supersedes: '00000000-0000-4000-8000-ffffffffffff',
  },
};

/** The id of the report that is kept as this number. */
export const idOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** A report by its name, as the present widget makes it. @param followUp on a page that has `follow-up` */
export function presentReport(name: string, number: number, followUp?: FollowUp): Report {
  const { answers, settings, supersedes } = REPORTS[name]!;
  const draft = walk(draftWith(answers, settings));
  if (draft.step !== 'check') throw new Error(`« ${name} » stays at the step ${draft.step}.`);
  return reportOf(draft, {
    ...context,
    submissionId: idOf(number),
    ...(supersedes && { supersedes }),
    ...(followUp && { followUp }),
    widgetVersion: VERSION,
    partnerId: 'journal',
  });
}
