// Every text that a reporter writes, one code point below its limit, at it, and one above: the form's errors and the schema of the
// report draw the line at the same place. At the limit the whole text is in the report.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorsOf } from '../../src/core/draft/errors.ts';
import type { Answers } from '../../src/core/draft/types.ts';
import { TEXT_LIMITS } from '../../src/core/report/limits.ts';
import { reportSchema, type Report } from '../../src/core/report/report.ts';
import { draftWith, reportWith } from './draft-given.ts';

interface Text {
  readonly limit: number;
  /** The code of the error above the limit. */
  readonly code: string;
  /** The answers with this text. */
  readonly answers: (text: string) => Partial<Answers>;
  /** The text in the report. */
  readonly found: (report: Report) => string | undefined;
  /** A text of this many code points; by default, of two UTF-16 units each. */
  readonly make?: (length: number) => string;
}

const astral = (length: number): string => '🙂'.repeat(length);

const asked = (
  id: string,
  limit: number,
  others: Partial<Answers>,
  found: Text['found'],
): readonly [string, Text] => [
  id,
  {
    limit,
    code: `questions.${id} questions.long`,
    answers: (text) => ({ ...others, questions: { ...others.questions, [id]: text } }),
    found,
  },
];

const details = (report: Report): Readonly<Record<string, unknown>> => report.details ?? {};
const detail =
  (name: string): Text['found'] =>
  (report) =>
    details(report)[name] as string | undefined;

const threatening: Partial<Answers> = {
  category: 'terrorism_bomb_making',
  questions: { kinds: ['threat'], specificThreat: 'yes' },
};

const TEXTS: Readonly<Record<string, Text>> = {
  details: {
    limit: TEXT_LIMITS.description,
    code: 'details details.long',
    answers: (text) => ({ details: text }),
    found: ({ content }) => content?.description,
  },
  email: {
    limit: TEXT_LIMITS.email,
    code: 'email email.format',
    answers: (text) => ({ reply: 'yes', email: text }),
    found: ({ reporter }) => ('contact' in reporter ? reporter.contact.email : undefined),
    make: (length) => `${'x'.repeat(length - '@exemple.fr'.length)}@exemple.fr`,
  },
  ...Object.fromEntries([
    asked('targetHint', TEXT_LIMITS.targetHint, threatening, detail('targetHint')),
    asked('whenHint', TEXT_LIMITS.whenHint, threatening, detail('whenHint')),
    asked('eventHint', TEXT_LIMITS.eventHint, { category: 'crimes_against_humanity' }, detail('eventHint')),
    asked(
      'areaHint',
      TEXT_LIMITS.areaHint,
      { category: 'procuring', questions: { kinds: ['advert'] } },
      detail('areaHint'),
    ),
    asked('pinpoint', TEXT_LIMITS.pinpoint, {}, ({ locations }) => locations[0]?.pinpoint),
    asked(
      'password',
      TEXT_LIMITS.credential,
      { questions: { needs: ['password'], passwordPublished: 'yes' } },
      ({ locations }) => locations[0]?.access?.password,
    ),
    asked('accounts', TEXT_LIMITS.handle, {}, ({ reportedAccounts }) => reportedAccounts?.[0]?.handle),
  ]),
};

const errorsIn = (answers: Partial<Answers>): string[] =>
  errorsOf(draftWith({ category: 'unsure', where: 'here', ...answers }), 'details').map(
    ({ field, code }) => `${field} ${code}`,
  );

/** The report with another text where the first one stands. */
const withText = (report: Report, text: string, other: string): unknown =>
  JSON.parse(JSON.stringify(report).replaceAll(JSON.stringify(text), JSON.stringify(other)));

for (const [name, { limit, code, answers, found, make = astral }] of Object.entries(TEXTS))
  test(`${name}: ${limit} code points go whole, by the form and by the schema; one more is refused by both`, () => {
    for (const length of [limit - 1, limit]) {
      const text = make(length);
      assert.equal([...text].length, length);
      assert.deepEqual(errorsIn(answers(text)), [], `${length}`);
      assert.equal(found(reportWith(answers(text))), text, `${length}`);
      // The spaces around it do not count.
      assert.deepEqual(errorsIn(answers(` ${text}\n`)), [], `${length}`);
      assert.equal(found(reportWith(answers(` ${text}\n`))), text, `${length}`);
    }
    assert.deepEqual(errorsIn(answers(make(limit + 1))), [code]);
    const longest = reportWith(answers(make(limit)));
    const longer = reportSchema.safeParse(withText(longest, make(limit), make(limit + 1)));
    assert.equal(longer.success, false);
    assert.equal(reportSchema.safeParse(withText(longest, make(limit), make(limit - 1))).success, true);
  });
