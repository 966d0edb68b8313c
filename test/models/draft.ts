// Model of a draft: the reporter answers, goes on, back and to one answer; the page moves; what leaves is what was answered,
// what the review shows, and a report that the schema takes.

import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  answer,
  confirmAnswers,
  createDraft,
  hasAnswers,
  hasDetails,
  screensOf,
  stepNumber,
  withSettings,
} from '../../src/core/draft/draft.ts';
import { serviceInPlaceOfLink } from '../../src/core/draft/addresses.ts';
import { errorsOf } from '../../src/core/draft/errors.ts';
import { questionsOf } from '../../src/core/draft/given-answers.ts';
import { advance, goBack, revise } from '../../src/core/draft/moves.ts';
import { remarksOf } from '../../src/core/draft/remarks.ts';
import { reportOf } from '../../src/core/draft/to-report.ts';
import type { Answers, Draft, DraftSettings, Prefill, StepId } from '../../src/core/draft/types.ts';
import { normaliseAddress } from '../../src/core/address/address.ts';
import { oneLine } from '../../src/core/address/repair.ts';
import { reportSchema, type Report } from '../../src/core/report/report.ts';
import { rowsOf } from '../../src/widget/form/steps/check/report-text.ts';
import { answerFields, answers as anyAnswers, oneAnswer, settings } from '../core/draft-arbitrary.ts';
import { context, settings as usual } from '../core/draft-given.ts';
import { actionsOn, stepsModel } from './steps.ts';

/** What a reporter would say of the form. */
interface Known {
  step: StepId;
  /** Whether one answer is changed from the review. */
  isRevising: boolean;
  settings: DraftSettings;
  /** The last thing that was said to each field. */
  said: Partial<Record<keyof Answers, unknown>>;
  /** Every question that was answered. */
  answered: Set<string>;
  /** Texts that have had a remark. */
  remarked: Set<string>;
  /** The answers that stood there before the reporter gave one; none once they were sent. */
  given: Partial<Answers>;
}

interface Real {
  draft: Draft;
}

/** No function of a draft may change what it is given. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

const stepsIn = ({ flow }: DraftSettings): readonly StepId[] =>
  flow === 'page' ? ['page', 'check'] : ['what', 'where', 'check'];

/** The screen that still has an error, if one has. */
const faulty = (draft: Draft): StepId | undefined =>
  screensOf(draft).find((step) => errorsOf(draft, step).length > 0);

function say(known: Known, real: Real, changes: Partial<Answers>): void {
  real.draft = frozen(answer(real.draft, changes));
  Object.assign(known.said, changes);
}

/** All that a review needs of a form: its words, here their keys. */
const reviewOf = (draft: Draft): ReturnType<typeof rowsOf> =>
  rowsOf(
    { draft, text: (key: string) => key, localize: { locale: { lists: {} } } } as unknown as Parameters<
      typeof rowsOf
    >[0],
    draft,
  );

/** The words of the reporter in a report: not the choices, nor what is read from an address. */
function wordsIn({
  content,
  reporter,
  locations,
  priorReports,
  personsConcerned,
  details,
}: Report): string[] {
  const hints = Object.entries({ ...personsConcerned, ...details }).flatMap(([name, value]) =>
    name.endsWith('Hint') ? [String(value)] : [],
  );
  return [
    content?.description,
    reporter.anonymous ? undefined : reporter.contact?.email,
    ...locations.flatMap(({ service, pinpoint, url, identifiers = [] }) => [
      service,
      pinpoint,
      ...(url ? [] : identifiers.map(({ value }) => value)),
    ]),
    ...(priorReports?.references ?? []).map(({ reference }) => reference),
    ...hints,
  ].filter((text) => text !== undefined);
}

/** A text as it is compared: what cannot be stored is replaced, and blanks are those of a line. */
const plain = (text: string): string =>
  text
    .replace(/\0|\p{Cs}/gu, '\ufffd')
    .replace(/\s+/g, ' ')
    .trim();

/** What leaves is a report, and the review has shown each word of it. */
function assertReport(draft: Draft): void {
  const report = reportOf(draft, context);
  const { success, error } = reportSchema.safeParse(report);
  assert.ok(success, JSON.stringify(error?.issues));
  assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
  const rows = reviewOf(draft);
  const typed = rows.flatMap(({ lines }) => lines.filter(({ isOurs }) => !isOurs));
  const shown = plain(typed.map(({ text }) => text).join(' '));
  for (const text of wordsIn(report)) assert.ok(shown.includes(plain(text)), `sent unseen: ${text}`);
  const places = rows.find(({ id }) => id === 'where')?.lines.filter(({ isAddress }) => isAddress) ?? [];
  if (draft.answers.where !== 'none') assert.equal(places.length, report.locations.length);
  const sent = textsIn(report).map(joined);
  const isSent = (text: string): boolean => sent.some((one) => one.includes(joined(text)));
  for (const { text } of typed)
    // Accounts are cut into lines, and each is read.
    for (const part of isSent(text) ? [] : text.split('\n')) {
      const read = normaliseAddress(part);
      // The review may show an address decoded: how many there are is asserted above.
      const isShown = places.some((place) => place.text === part) && read.kind === 'address';
      assert.ok(
        isShown || isSent(part) || (read.kind === 'address' && isSent(read.url.value)),
        `shown, and not sent: ${part}`,
      );
    }
}

/** A text without blanks and invisible characters, which a report may leave out. */
const joined = (text: string): string => oneLine(text).replaceAll(' ', '');

/** Every text in a report. Long ones go on from one identifier to the next. */
const textsIn = (value: unknown): string[] =>
  typeof value === 'object' && value !== null
    ? [
        ...('identifiers' in value
          ? [(value.identifiers as { value: string }[]).map((one) => one.value).join('')]
          : []),
        ...Object.values(value).flatMap(textsIn),
      ]
    : typeof value === 'string'
      ? [value]
      : [];

/** Begins a draft by a way in. What stands there then is given. */
function begin(known: Known, real: Real, draft: Draft): void {
  real.draft = frozen(draft);
  Object.assign(known, {
    step: draft.step,
    isRevising: false,
    given: draft.answers,
    said: {},
    answered: new Set(Object.keys(draft.answers.questions)),
    remarked: new Set(),
  });
}

/** An answer as somebody sees it: empty fields are none. */
const visible = (given: unknown): string =>
  JSON.stringify(
    typeof given === 'object' && given !== null
      ? Object.entries(given).filter(([, part]) => [part].flat().join('') !== '')
      : (given ?? null),
  );

/** Whether the reporter would lose something. The answers to questions change also where the form drops some. */
function assertLosses({ said, given }: Known, draft: Draft): void {
  const changed = OWN.filter((name) => name in said && visible(said[name]) !== visible(given[name]));
  if (changed.length > 0 || Object.keys(given).length === 0)
    assert.ok(hasAnswers(draft), `lost: ${changed.join()}`);
  else if (!('questions' in said)) assert.ok(!hasAnswers(draft), 'nothing to lose');
  const { questions } = draft.answers;
  const own = Object.keys(questions).filter(
    (id) => visible([questions[id]]) !== visible([given.questions?.[id] ?? '']),
  );
  if (own.length > 0) assert.ok(hasAnswers(draft), `lost: ${own.join()}`);
}

function goOn(known: Known, real: Real): void {
  const { draft } = real;
  const next = (real.draft = frozen(advance(draft)));
  if (errorsOf(draft).length > 0) return assert.equal(next, draft);
  const steps = stepsIn(known.settings);
  const wanted = known.isRevising ? 'check' : (steps[steps.indexOf(known.step) + 1] ?? known.step);
  const stopped = wanted === 'check' ? faulty(next) : undefined;
  known.step = stopped ?? wanted;
  known.isRevising = stopped !== undefined;
  // What is no longer asked would come back with another answer.
  const asked = new Set(questionsOf(next).map(({ id }) => id));
  for (const id of Object.keys(next.answers.questions)) assert.ok(asked.has(id), `not asked: ${id}`);
}

const action = actionsOn<Known, Real>();

/** How the page and the form fill a draft in. */
const prefills: fc.Arbitrary<Prefill> = fc.record(
  {
    category: answerFields.category,
    url: fc.constantFrom('https://exemple.fr/donne', usual.location, ''),
    role: answerFields.role,
    isThreatened: fc.boolean(),
  },
  { requiredKeys: [] },
);

const actions = {
  'come in': action({
    given: prefills,
    run: (known, real, prefill) => begin(known, real, createDraft(known.settings, prefill)),
  }),
  'answer the hotline': action({
    given: fc.constant(null),
    run: (known, real) => begin(known, real, advance(createDraft(known.settings, { category: 'unsure' }))),
  }),
  send: action({
    given: fc.constant(null),
    can: ({ step }) => step === 'check',
    run(known, real) {
      real.draft = frozen(confirmAnswers(real.draft));
      known.given = {};
    },
  }),
  'type a link': action({
    given: fc.constant('https://exemple.fr/canari'),
    can: ({ step }) => step !== 'check',
    run: (known, real, link) => say(known, real, { where: 'elsewhere', addresses: [link] }),
  }),
  answer: action({
    given: fc
      .oneof(anyAnswers, fc.record(answerFields, { requiredKeys: [] }))
      .map(({ questions: _, remarked: __, ...others }) => others),
    can: ({ step }) => step !== 'check',
    run: (known, real, changes) => say(known, real, changes as Partial<Answers>),
  }),
  question: action({
    given: oneAnswer,
    can: ({ step }) => step !== 'check',
    run(known, real, [id, value]) {
      known.answered.add(id);
      say(known, real, { questions: { ...real.draft.answers.questions, [id]: value } });
    },
  }),
  'go on': action({ weight: 5, given: fc.constant(null), run: goOn }),
  back: action({
    given: fc.constant(null),
    run(known, real) {
      // From an answer of the review, the form lets nobody back with an error.
      if (known.isRevising) return goOn(known, real);
      real.draft = frozen(goBack(real.draft));
      const steps = stepsIn(known.settings);
      known.step = steps[steps.indexOf(known.step) - 1] ?? known.step;
    },
  }),
  revise: action({
    given: fc.constantFrom<StepId>('what', 'where', 'details'),
    can: ({ step }) => step === 'check',
    run(known, real, step) {
      if (step === 'details' && !hasDetails(real.draft)) return;
      real.draft = frozen(revise(real.draft, step));
      known.step = known.settings.flow === 'page' ? 'page' : step;
      known.isRevising = true;
    },
  }),
  'meet remarks': action({
    weight: 3,
    given: fc.constant(null),
    run(known, real) {
      const texts = remarksOf(real.draft).map(({ text }) => text);
      for (const text of texts) assert.ok(!known.remarked.has(text), `remarked twice: ${text}`);
      for (const text of texts) known.remarked.add(text);
      say(known, real, { remarked: [...real.draft.answers.remarked, ...texts] });
      assert.deepEqual(
        remarksOf(real.draft).filter(({ text }) => known.remarked.has(text)),
        [],
      );
    },
  }),
  'go to the service that stands in place of a link': action({
    weight: 3,
    given: fc.constant(null),
    run(known, real) {
      const before = real.draft;
      const changes = serviceInPlaceOfLink(before);
      if (!changes) return;
      const { where, service = '', remarked = [], ...others } = changes;
      assert.equal(where, 'none');
      assert.deepEqual(others, {});
      assert.ok(known.settings.serviceNamed?.(service), service);
      // What was typed stays, and is moved once.
      assert.equal(before.answers.addresses.filter((text) => text.trim() === service).length, 1);
      assert.ok(['', service].includes(before.answers.service.trim()));
      assert.deepEqual(remarked, [...before.answers.remarked, service]);
      known.remarked.add(service);
      say(known, real, changes);
      assert.equal(serviceInPlaceOfLink(answer(real.draft, { where: 'elsewhere' })), undefined);
    },
  }),
  'move page': action({
    given: settings,
    run(known, real, { flow: _, ...moved }) {
      // A form keeps its flow while somebody fills it in. A question that comes back at the review, with an error in its
      // answer, is for the endpoint to refuse: its refusal leads to the field.
      const { flow, fields } = known.settings;
      const next = { ...moved, ...(flow && { flow }), ...(known.step === 'check' && { fields }) };
      const { answers } = real.draft;
      real.draft = frozen(withSettings(real.draft, next, {}));
      known.settings = next;
      // Until the reporter answers, the page fills its first step in anew.
      if (real.draft.filledIn === real.draft.answers && real.draft.answers !== answers)
        return begin(known, real, real.draft);
      if (screensOf(real.draft).includes(known.step)) return;
      [known.step] = stepsIn(next) as [StepId];
    },
  }),
};

/** The fields that only the reporter changes. */
const OWN = Object.keys(answerFields).filter((name) => name !== 'questions') as (keyof Answers)[];

export const model = stepsModel<Known, Real>({
  name: 'draft',
  runs: 150,
  most: 25,
  start: () => ({
    model: {
      step: 'what',
      isRevising: false,
      settings: usual,
      said: {},
      answered: new Set(),
      remarked: new Set(),
      given: createDraft(usual).answers,
    },
    real: { draft: frozen(createDraft(usual)) },
  }),
  actions,
  holds(known, { draft }) {
    const { step, answers, reviewed } = draft;
    assert.equal(step, known.step);
    assert.equal(reviewed !== undefined, known.isRevising);
    assert.ok(screensOf(draft).includes(step), step);
    assert.ok(stepNumber(draft) >= 1 && stepNumber(draft) <= 3);
    for (const name of OWN) if (name in known.said) assert.deepEqual(answers[name], known.said[name], name);
    for (const id of Object.keys(answers.questions))
      assert.ok(known.answered.has(id), `never answered: ${id}`);
    assertLosses(known, draft);
    if (step !== 'check') return;
    assert.equal(faulty(draft), undefined, 'an error is left at the review');
    assertReport(draft);
  },
});
