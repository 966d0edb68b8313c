// Random answers and settings of a draft: what people type, in any field, in any order.

import fc from 'fast-check';
import { serviceNamed, SERVICES } from '../../src/core/address/named-services.ts';
import type { Answers, DraftSettings } from '../../src/core/draft/types.ts';
import { optionsOf, type QuestionAnswer } from '../../src/core/draft/questions.ts';
import { COMMON_QUESTIONS, QUESTIONS } from '../../src/core/draft/question-table.ts';
import { CATEGORIES } from '../../src/core/report/categories.ts';
import { PLACES } from '../../src/core/report/places.ts';
import { IDENTIFIER_TYPES } from '../../src/core/report/vocabulary.ts';

/** Any text, with what no database stores. */
export const text = (maxLength: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ unit: 'binary', maxLength }),
    fc.string({ unit: 'grapheme', maxLength }),
    fc.constantFrom('', ' ', '\0', '\ud800', 'x\udfff\0', '\u202e\u200b'),
  );
/** What people put where an address is asked for. */
export const address = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  text(80),
  text(2_100),
  // A story in place of an address: longer than an identifier may be.
  fc
    .array(fc.constantFrom('il', 'envoie:', 'des/photos', 'une', 'a'.repeat(120)), {
      minLength: 90,
      maxLength: 110,
    })
    .map((words) => words.join(' ').slice(0, 2_000)),
  fc.constantFrom(
    'exemple.fr',
    'hxxps://mal[.]example/a b',
    '@pseudo',
    '06 12 34 56 78',
    'nom@exemple.fr',
    'a'.repeat(40),
    'magnet:?xt=urn:btih:aa&dn=x%00%ED%A0%80',
    'ed2k://|file|nom.avi|12|abcd|/',
    'https://www.google.com/search?q=x',
    'https://www.google.com/imgres?imgurl=https%3A%2F%2Fa.example%2F1.jpg&imgrefurl=https%3A%2F%2Fb.example%2F',
    'https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2F',
    'https://nom:secret@a.example/x',
    'https://a.example/x;jsessionid=0A1B?PHPSESSID=biq1psqu44jbmc8if73olk4fh6&utm_id=1.',
    'https://nom:secret@a.example/(S(lit3py55t21z5v55vlm25s55))/x?q="deux mots".',
    'tg://resolve?domain=xyzt&post=12',
    'https://t.me/c/123/45',
    'https://discord.com/channels/1/2/3',
    'https://éxample.fr/é?igsh=1',
    'data:image/png;base64,AA',
    'https://a.example/1 https://a.example/2',
  ),
);

const everyQuestion = [...CATEGORIES.flatMap(({ id }) => [...QUESTIONS[id]]), ...COMMON_QUESTIONS];
/** An answer to any question, of this category or another, in the expected type or another. */
export const oneAnswer: fc.Arbitrary<[string, QuestionAnswer]> = fc
  .constantFrom(...everyQuestion)
  .chain((question) => {
    const { id, kind } = question;
    const options = optionsOf(question);
    const choices = fc.array(fc.constantFrom(...options, 'unknown'), { maxLength: 12 });
    const words = fc.oneof(
      text(200),
      text(3_000),
      address,
      fc.array(address, { maxLength: 12 }).map((all) => all.join('\n')),
    );
    const fitting = options.length === 0 ? words : kind === 'choices' ? choices : fc.constantFrom(...options);
    return fc.tuple(
      fc.constant(id),
      fc.oneof({ arbitrary: fitting as fc.Arbitrary<QuestionAnswer>, weight: 9 }, choices, words),
    );
  });
const questions = fc
  .array(oneAnswer, { maxLength: 25 })
  .map((pairs): Answers['questions'] => Object.fromEntries(pairs));

/** The name of a service, as people type it. */
const serviceName = fc
  .constantFrom(...SERVICES.flatMap(([names]) => names.split(' ')))
  .chain((name) =>
    fc.constantFrom(name, ` ${name.toUpperCase()} `, `l’appli ${name}`, `${name}.com`, `${name} ?!`),
  );

/** Any answers, field by field. */
export const answerFields = {
  category: fc.constantFrom(...CATEGORIES.map(({ id }) => id)),
  where: fc.constantFrom('here', 'elsewhere', 'elsewhere', 'none'),
  addresses: fc.array(fc.oneof({ arbitrary: address, weight: 5 }, serviceName), {
    minLength: 1,
    maxLength: 4,
  }),
  remarked: fc.array(text(9), { maxLength: 2 }),
  credentials: fc.constantFrom('published', 'own'),
  session: fc.constantFrom('published', 'own'),
  service: fc.oneof(text(150), serviceName),
  placeKind: fc.constantFrom(...PLACES),
  identifiers: fc.dictionary(fc.constantFrom(...IDENTIFIER_TYPES), fc.oneof(address, text(600))),
  place: fc.oneof(text(600), fc.string({ unit: 'binary', minLength: 510, maxLength: 520 })),
  login: fc.boolean(),
  role: fc.constantFrom('witness', 'target', 'other', 'none', 'child_protection', 'professional'),
  questions,
  details: fc.oneof(text(300), text(2_500)),
  reply: fc.constantFrom('no', 'yes'),
  email: fc.oneof(fc.emailAddress(), text(30), fc.constantFrom('a@b.fr', 'é@é.é', '\0@\ud800.x')),
} as const;

/** The answers of a draft that may reach the review. */
export const answers = fc.record(answerFields, {
  requiredKeys: ['category', 'where'],
}) as fc.Arbitrary<Partial<Answers>>;

/** Any settings of a page. */
export const settings: fc.Arbitrary<DraftSettings> = fc.record({
  location: fc.oneof(
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.constantFrom('about:srcdoc', 'file:///x', 'http://[::1]:80/'),
  ),
  pageContext: fc.constantFrom('ask', 'here', 'elsewhere'),
  fields: fc.oneof(
    fc.constant(['questions', 'role', 'details', 'reply'] as const),
    fc.subarray(['questions', 'role', 'details', 'reply'] as const),
  ),
  flow: fc.constantFrom('steps', 'page'),
  // Before the parts with the services and for several reports have come, and after.
  reports: fc.constantFrom(1, 5),
  serviceNamed: fc.constantFrom(undefined, serviceNamed),
});
