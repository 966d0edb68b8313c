// The rules of what only few open: places without an address, and the questions.
// They come with the chunk that asks for it, and reach the others through `Draft.further`.

import { normaliseAddress } from './address.ts';
import type { Answers, Draft } from './draft.ts';
import type { completeReport } from './draft-further-report.ts';
import { givenAnswers, questionsOf, textOf, type keepApplicable } from './draft-questions.ts';
import type { FieldError } from './draft-rules.ts';
import type { Remark } from './draft-remarks.ts';
import type { FoundLocation } from './draft-where.ts';
import { readIdentifier } from './identifiers.ts';
import { LIST_LIMITS, TEXT_LIMITS } from './limits.ts';
import { PLACE_FIELDS } from './place-fields.ts';
import { codePoints, storable } from './storable-text.ts';

/** What the chunk of what only few open adds to the rules of a draft: the chunk itself is one. */
export interface Further {
  readonly locationOf: typeof locationOf;
  readonly furtherRemarks: typeof furtherRemarks;
  readonly questionErrors: typeof questionErrors;
  readonly keepApplicable: typeof keepApplicable;
  readonly completeReport: typeof completeReport;
}

type Identifier = NonNullable<FoundLocation['identifiers']>[number];
type Given = Answers['questions'];

/** Accounts as they were typed, one a line. */
export const accountLines = ({ accounts }: Given): readonly string[] => [
  ...new Set(
    textOf(accounts)
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
];

/** Identifiers that say something, each once. */
export const distinct = (identifiers: readonly Identifier[]): Identifier[] =>
  identifiers.filter(
    ({ type, value }, index) =>
      value && identifiers.findIndex((one) => one.type === type && one.value === value) === index,
  );

/** Whether a line names an account by the address of its page: a name may have a dot, as a host has. */
export const isAddress = (line: string): boolean => /[/:]/.test(line);

/** What was written in the fields of the chosen kind of place, by type of identifier. */
const identifiersIn = ({ identifiers, placeKind }: Answers): Identifier[] =>
  distinct(
    PLACE_FIELDS[placeKind ?? 'other'].identifiers.map((type) => ({
      type,
      value: readIdentifier(type, identifiers[type] ?? '').value,
    })),
  );

/**
 * A place without an address: what its fields say, and what was said in words, as one more identifier.
 * The name of the service alone is an identifier too, because a location needs one.
 */
export function locationOf(answers: Answers): FoundLocation | undefined {
  const { placeKind: place = 'other', place: words } = answers;
  const service = PLACE_FIELDS[place].service ? storable(answers.service, TEXT_LIMITS.service) : '';
  const found = identifiersIn(answers);
  const said = storable(words, TEXT_LIMITS.identifier) || (found.length > 0 ? '' : service);
  const identifiers = distinct([...found, { type: 'other', value: said }]);
  return identifiers.length > 0 ? { place, ...(service && { service }), identifiers } : undefined;
}

/** What keeps the answers to the questions from being sent. */
export function questionErrors(draft: Draft): FieldError[] {
  const given = givenAnswers(draft);
  const errors: FieldError[] = questionsOf(draft)
    .filter(({ id, options, limit = 0 }) => !options && codePoints(textOf(given[id])) > limit)
    .map(({ id }) => ({ field: `questions.${id}`, code: 'questions.long' }));
  const refuse = (id: string, text: string): void => {
    const result = normaliseAddress(text);
    if (result.kind === 'refused') errors.push({ field: `questions.${id}`, code: result.code });
  };
  const foundAt = textOf(given['foundAt']);
  if (foundAt) refuse('foundAt', foundAt);
  const accounts = accountLines(given);
  if (accounts.length > LIST_LIMITS.accounts)
    errors.push({ field: 'questions.accounts', code: 'accounts.many' });
  for (const line of accounts) {
    if (isAddress(line)) refuse('accounts', line);
    else if (codePoints(line) > TEXT_LIMITS.handle)
      errors.push({ field: 'questions.accounts', code: 'questions.long' });
  }
  // One error a field: the first.
  return errors.filter(({ field }, index) => errors.findIndex((error) => error.field === field) === index);
}

/** What is worth saying about the identifiers of a place without an address: that one looks like another thing. */
export function furtherRemarks(answers: Answers): Remark[] {
  return PLACE_FIELDS[answers.placeKind ?? 'other'].identifiers.flatMap((type) => {
    const text = answers.identifiers[type]?.trim() ?? '';
    const { problem } = readIdentifier(type, text);
    return text && problem ? [{ field: `identifiers.${type}`, code: problem, text }] : [];
  });
}
