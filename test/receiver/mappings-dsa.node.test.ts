// The notice to a hosting service: the content that Art. 16(2) requires, in the terms of the transparency database.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CATEGORIES, type CategoryId } from '../../src/core/report/categories.ts';
import { reportSchema, type Report } from '../../src/core/report/report.ts';
import { CONTENT_TYPES, KINDS } from '../../src/core/report/vocabulary.ts';
import { toDsaNotice, type DsaNoticeOptions } from '../../src/receiver/index.ts';
import { reportOf } from '../../src/core/draft/to-report.ts';
import { context, draftWith, walk } from '../core/draft-given.ts';
import { MINIMAL_REPORT } from '../core/report-examples.ts';
import { EXAMPLES, filed, HOTLINE } from './mapping-examples.ts';

const notice = (report: Report, options: Partial<DsaNoticeOptions> = {}) =>
  toDsaNotice(filed(reportSchema.parse(report)), { hotline: HOTLINE, ...options });

const withKinds = (category: CategoryId, kinds: readonly string[], more: object = {}) =>
  reportSchema.parse({ ...MINIMAL_REPORT, category, details: { kinds, ...more } });

/** The category, then the keywords by kind, without their prefixes. */
const EXPECTED: Record<CategoryId, [category: string, Record<string, string>]> = {
  child_sexual_abuse: [
    'PROTECTION_OF_MINORS',
    {
      photo_or_video: 'CHILD_SEXUAL_ABUSE_MATERIAL',
      ai_generated: 'CHILD_SEXUAL_ABUSE_MATERIAL_DEEPFAKE',
      drawing_or_3d: 'CHILD_SEXUAL_ABUSE_MATERIAL',
      live_stream: 'CHILD_SEXUAL_ABUSE_MATERIAL',
      messages_to_a_minor: 'GROOMING_SEXUAL_ENTICEMENT_MINORS',
      sale_or_exchange: 'CHILD_SEXUAL_ABUSE_MATERIAL',
      link_list: 'CHILD_SEXUAL_ABUSE_MATERIAL',
      manual_or_text: 'CHILD_SEXUAL_ABUSE_MATERIAL',
      other: 'CHILD_SEXUAL_ABUSE_MATERIAL',
      unknown: 'CHILD_SEXUAL_ABUSE_MATERIAL',
    },
  ],
  terrorism_bomb_making: [
    'RISK_FOR_PUBLIC_SECURITY',
    {
      call_to_attack: 'TERRORIST_CONTENT',
      praise: 'TERRORIST_CONTENT',
      propaganda: 'TERRORIST_CONTENT ILLEGAL_ORGANIZATIONS',
      recruitment: 'TERRORIST_CONTENT ILLEGAL_ORGANIZATIONS',
      weapon_or_bomb_instructions: 'TERRORIST_CONTENT',
      threat: 'TERRORIST_CONTENT',
      attack_live_video: 'TERRORIST_CONTENT',
      other: 'TERRORIST_CONTENT',
      unknown: 'TERRORIST_CONTENT',
    },
  ],
  hate_violence_discrimination: [
    'ILLEGAL_OR_HARMFUL_SPEECH',
    {
      call_to_violence: 'HATE_SPEECH',
      call_to_hatred: 'HATE_SPEECH',
      call_to_discrimination: 'HATE_SPEECH DISCRIMINATION',
      hate_insult: 'HATE_SPEECH',
      threat: 'HATE_SPEECH',
      symbols: 'HATE_SPEECH',
      other: 'HATE_SPEECH',
      unknown: 'HATE_SPEECH',
    },
  ],
  crimes_against_humanity: [
    'ILLEGAL_OR_HARMFUL_SPEECH',
    {
      approval: 'HATE_SPEECH',
      denial: 'HATE_SPEECH',
      trivialisation: 'HATE_SPEECH',
      symbols_or_objects_sale: 'HATE_SPEECH',
      other: 'HATE_SPEECH',
      unknown: 'HATE_SPEECH',
    },
  ],
  shocking_content_minors: [
    'PROTECTION_OF_MINORS',
    {
      pornography: 'AGE_SPECIFIC_RESTRICTIONS_MINORS ADULT_SEXUAL_MATERIAL NUDITY',
      extreme_violence: 'AGE_SPECIFIC_RESTRICTIONS_MINORS',
      dangerous_challenge: 'UNSAFE_CHALLENGES',
      cruelty_or_gore: 'AGE_SPECIFIC_RESTRICTIONS_MINORS',
      degrading: 'AGE_SPECIFIC_RESTRICTIONS_MINORS',
      sexual_content_with_animals: 'AGE_SPECIFIC_RESTRICTIONS_MINORS ADULT_SEXUAL_MATERIAL',
      other: 'AGE_SPECIFIC_RESTRICTIONS_MINORS',
      unknown: 'AGE_SPECIFIC_RESTRICTIONS_MINORS',
    },
  ],
  procuring: [
    'VIOLENCE',
    {
      advert: 'HUMAN_EXPLOITATION',
      recruitment: 'HUMAN_EXPLOITATION HUMAN_TRAFFICKING',
      organising: 'HUMAN_EXPLOITATION HUMAN_TRAFFICKING',
      pressure_or_threat: 'HUMAN_EXPLOITATION',
      travel_or_hosting: 'HUMAN_EXPLOITATION HUMAN_TRAFFICKING',
      customer_site: 'HUMAN_EXPLOITATION',
      other: 'HUMAN_EXPLOITATION',
      unknown: 'HUMAN_EXPLOITATION',
    },
  ],
  suicide_incitement: [
    'SELF_HARM',
    {
      pushing_a_person: 'SUICIDE',
      promoting_means: 'SUICIDE',
      challenge_or_game: 'SUICIDE',
      sale_of_product: 'SUICIDE',
      group_or_forum: 'SUICIDE',
      other: 'SUICIDE',
      unknown: 'SUICIDE',
    },
  ],
  sexual_harassment: [
    'CYBER_VIOLENCE',
    {
      repeated_messages: 'CYBER_HARASSMENT',
      group_attack: 'CYBER_HARASSMENT CYBER_BULLYING_INTIMIDATION',
      sexual_pressure: 'CYBER_HARASSMENT',
      intimate_image_shared: 'NON_CONSENSUAL_IMAGE_SHARING',
      sexual_deepfake: 'NON_CONSENSUAL_MATERIAL_DEEPFAKE',
      unwanted_sexual_images: 'CYBER_HARASSMENT',
      threat: 'CYBER_BULLYING_INTIMIDATION',
      doxxing: 'CYBER_STALKING',
      other: 'CYBER_HARASSMENT',
      unknown: 'CYBER_HARASSMENT',
    },
  ],
  unsure: ['NOT_SPECIFIED_NOTICE', { other: 'OTHER', unknown: 'OTHER' }],
};

for (const { id } of CATEGORIES) {
  const [category, keywords] = EXPECTED[id];

  test(`${id}: every kind has its category and keywords, and words in both languages`, () => {
    assert.deepEqual(Object.keys(keywords), [...KINDS[id]]);
    for (const kind of KINDS[id]) {
      const { document } = notice(withKinds(id, [kind]));
      assert.equal(document.category, `STATEMENT_CATEGORY_${category}`);
      assert.deepEqual(
        document.keywords,
        (keywords[kind] ?? '').split(' ').map((keyword) => `KEYWORD_${keyword}`),
        kind,
      );
      const french = document.explanation.split('\n')[1];
      const english = notice(withKinds(id, [kind]), { locale: 'en' }).document.explanation.split('\n')[1];
      if (kind === 'unknown') assert.deepEqual([french, english], [undefined, undefined]);
      else {
        assert.match(french ?? '', /^Nature\u00A0: [^_]+$/);
        assert.match(english ?? '', /^Nature: [^_]+$/);
      }
    }
  });

  test(`${id}: without kinds, the notice is that of an unknown kind`, () => {
    const { document } = notice(reportSchema.parse({ ...MINIMAL_REPORT, category: id }));
    assert.deepEqual(document.keywords, notice(withKinds(id, ['unknown'])).document.keywords);
  });
}

test('a full notice says what Art. 16(2) asks for, in French unless told', () => {
  const { reporterFaith: _, ...draft } = notice(EXAMPLES.terrorism_bomb_making);
  assert.deepEqual(draft, {
    document: {
      reference: '7K4M-2QXD',
      explanation: [
        'Ce contenu semble provoquer au terrorisme, en faire l’apologie ou expliquer la fabrication d’explosifs.',
        'Nature\u00A0: recrutement, menace',
        'Cible\u00A0: a station',
        'Quand\u00A0: Sunday',
        'Faits signalés\u00A0: une cible, un lieu ou une date précise',
        'Description\u00A0: What I saw.',
      ].join('\n'),
      locations: [
        {
          url: 'https://network.example/posts/9',
          service: 'Network',
          identifiers: [{ type: 'post_id', value: '9' }],
          pinpoint: 'third comment',
          observedAt: '2026-11-23 (only the day is known)',
        },
      ],
      notifier: HOTLINE,
      goodFaith: 'Nous pensons de bonne foi que ces informations sont exactes et complètes.',
      category: 'STATEMENT_CATEGORY_RISK_FOR_PUBLIC_SECURITY',
      keywords: ['KEYWORD_TERRORIST_CONTENT', 'KEYWORD_ILLEGAL_ORGANIZATIONS'],
      contentTypes: ['CONTENT_TYPE_TEXT', 'CONTENT_TYPE_IMAGE'],
      source: 'SOURCE_ARTICLE_16',
    },
    forAnalyst: ['explanation', 'goodFaith', 'category', 'keywords', 'locations[0].url'],
  });
});

const faith = (textId: string, locale: 'fr' | 'en' = 'fr') =>
  notice({ ...EXAMPLES.procuring, attestation: { goodFaith: true, textId, method: 'submit' } }, { locale })
    .reporterFaith!;

test('the analyst sees the sentence that the form shows today, and that it does not say « complete »', () => {
  for (const locale of ['fr', 'en', 'fr-simple', 'en-simple'] as const) {
    const draft = walk(draftWith({ category: 'unsure', where: 'here' }));
    const { textId } = reportOf(draft, { ...context, locale }).attestation;
    const shown = (
      JSON.parse(
        readFileSync(new URL(`../../src/words/locales/${locale}.json`, import.meta.url), 'utf8'),
      ) as Record<string, string>
    )['s4.faith'];
    const { sentence, saysAccurate, saysComplete } = faith(textId);
    assert.deepEqual([sentence, saysAccurate, saysComplete], [shown, 'yes', 'no'], textId);
    assert.doesNotMatch(sentence!, /compl[eè]t/);
  }
});

test('the note says what is left for the hotline to state, in the language of the notice', () => {
  assert.deepEqual(faith('good-faith.fr.4'), {
    textId: 'good-faith.fr.4',
    sentence:
      'Envoyez si vous pensez que vos réponses sont vraies\u00a0: c’est cela, la bonne foi. Vous n’avez rien à prouver.',
    saysAccurate: 'yes',
    saysComplete: 'no',
    note:
      'La phrase acceptée dit que les réponses sont vraies, pas que le signalement est complet. goodFaith est votre ' +
      'propre déclaration\u00a0: ne l’envoyez que si vous tenez la notification pour exacte et complète.',
  });
  for (const number of [1, 2]) {
    const { saysAccurate, saysComplete, note } = faith(`good-faith.en.${number}`, 'en');
    assert.deepEqual([saysAccurate, saysComplete], ['no', 'no']);
    assert.match(
      note,
      /^The sentence agreed to does not say that the report is accurate and complete\. goodFaith is /,
    );
  }
  assert.equal(faith('good-faith.de.4', 'en').sentence, faith('good-faith.en.4').sentence);
  assert.match(faith('good-faith.fr.3').sentence!, /de bonne foi/);
});

test('a sentence of a page, or of another form, is not known here', () => {
  for (const textId of ['good-faith.page.1', 'good-faith.fr.5', 'their-own.4', 'good-faith']) {
    const { sentence, saysAccurate, saysComplete, note } = faith(textId, 'en');
    assert.deepEqual([sentence, saysAccurate, saysComplete], [undefined, 'unknown', 'unknown'], textId);
    assert.match(
      note,
      /^The sentence agreed to is not one of this form: read it .* goodFaith is your own statement/,
    );
  }
});

test('a notice in English, of a trusted flagger', () => {
  const { document } = notice(EXAMPLES.hate_violence_discrimination, { locale: 'en', trustedFlagger: true });
  assert.equal(document.source, 'SOURCE_TRUSTED_FLAGGER');
  assert.equal(
    document.goodFaith,
    'We believe in good faith that this information is accurate and complete.',
  );
  assert.equal(
    document.explanation,
    [
      'This content appears to incite to hatred, violence or discrimination against people for who they are.',
      'Nature: call to discrimination, call to violence',
      'Grounds: religion, sex',
      'Aimed at: group',
      'Reported facts: a call to act',
      'Description: What I saw.',
    ].join('\n'),
  );
});

test('every category opens with a sentence of its own, in both languages', () => {
  const openings = CATEGORIES.flatMap(({ id }) =>
    (['fr', 'en'] as const).map(
      (locale) => notice(EXAMPLES[id], { locale }).document.explanation.split('\n')[0],
    ),
  );
  assert.equal(new Set(openings).size, 2 * CATEGORIES.length);
});

test('an explanation has at most 2,000 characters, cut at a word', () => {
  for (const word of ['abc', '😀', 'x'.repeat(1900)]) {
    const description = `${word} `
      .repeat(700)
      .slice(0, word === '😀' ? 3000 : 2000)
      .trim();
    const { explanation } = notice({ ...EXAMPLES.unsure, content: { description } }).document;
    assert.ok(explanation.length <= 2000 && explanation.length > 1890, `${explanation.length}`);
    assert.doesNotMatch(explanation, /\p{Surrogate}/u);
    assert.match(explanation, word === 'abc' ? / abc…$/ : /…$/);
  }
  // One of the two texts would be cut inside a surrogate pair.
  for (const start of ['', 'y']) {
    const description = start + '😀'.repeat(1500);
    const { explanation } = notice({ ...EXAMPLES.unsure, content: { description } }).document;
    assert.doesNotMatch(explanation, /\p{Surrogate}/u);
    assert.ok([1999, 2000].includes(explanation.length));
  }
  const exact = 'y'.repeat(2000 - notice(EXAMPLES.unsure).document.explanation.length + 'What I saw.'.length);
  const whole = notice({ ...EXAMPLES.unsure, content: { description: exact } }).document.explanation;
  assert.equal(whole.length, 2000);
  assert.ok(whole.endsWith('y'));
});

test('a call to violence for no protected ground is violence, not hate speech', () => {
  const violence = (kinds: string[], grounds: string[]) => {
    const { document } = notice(withKinds('hate_violence_discrimination', kinds, { grounds }));
    return [document.category, ...document.keywords].join(' ');
  };
  const asViolence = 'STATEMENT_CATEGORY_VIOLENCE KEYWORD_INCITEMENT_VIOLENCE_HATRED';
  assert.equal(violence(['call_to_violence'], ['other']), asViolence);
  assert.equal(violence(['call_to_violence'], ['other', 'unknown']), asViolence);
  for (const [kind, grounds] of [
    ['call_to_violence', ['unknown']],
    ['call_to_violence', ['other', 'religion']],
    ['call_to_hatred', ['other']],
  ] as const) {
    assert.match(violence([kind], [...grounds]), /SPEECH KEYWORD_HATE_SPEECH$/);
  }
});

test('intimate pictures of a minor are no matter of consent', () => {
  const words = (kind: string, targetIsMinor: string) => {
    const { document } = notice(withKinds('sexual_harassment', [kind], { targetIsMinor }));
    return [document.category, ...document.keywords];
  };
  assert.deepEqual(words('intimate_image_shared', 'yes'), [
    'STATEMENT_CATEGORY_PROTECTION_OF_MINORS',
    'KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL',
  ]);
  assert.deepEqual(words('sexual_deepfake', 'yes'), [
    'STATEMENT_CATEGORY_PROTECTION_OF_MINORS',
    'KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL_DEEPFAKE',
  ]);
  assert.equal(words('intimate_image_shared', 'no')[0], 'STATEMENT_CATEGORY_CYBER_VIOLENCE');
  assert.equal(words('threat', 'yes')[0], 'STATEMENT_CATEGORY_CYBER_VIOLENCE');
});

test('answers add keywords to sexual abuse of minors', () => {
  const keywords = (more: object, content?: Report['content']) =>
    notice({ ...withKinds('child_sexual_abuse', ['photo_or_video'], more), ...(content && { content }) })
      .document.keywords;
  assert.deepEqual(keywords({ adultAskingMinor: 'yes' }), [
    'KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL',
    'KEYWORD_GROOMING_SEXUAL_ENTICEMENT_MINORS',
  ]);
  assert.deepEqual(keywords({ adultAskingMinor: 'no' }, { aiGenerated: 'yes' }), [
    'KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL',
    'KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL_DEEPFAKE',
  ]);
});

test('every content type of a report has one of the database', () => {
  const expected = {
    text: 'TEXT',
    image: 'IMAGE',
    video: 'VIDEO',
    audio: 'AUDIO',
    live_video: 'VIDEO',
    drawing: 'IMAGE',
    app: 'APP',
    game: 'APP',
    product: 'PRODUCT',
    link: 'OTHER',
    other: 'OTHER',
  } as const satisfies Record<(typeof CONTENT_TYPES)[number], string>;
  for (const type of CONTENT_TYPES) {
    const { document, forAnalyst } = notice({ ...EXAMPLES.unsure, content: { types: [type] } });
    assert.deepEqual(document.contentTypes, [`CONTENT_TYPE_${expected[type]}`]);
    assert.ok(!forAnalyst.includes('contentTypes'));
  }
});

test('without content types, kinds tell what they can, and the analyst is asked', () => {
  const guessed = {
    photo_or_video: ['IMAGE', 'VIDEO'],
    ai_generated: ['SYNTHETIC_MEDIA'],
    drawing_or_3d: ['IMAGE'],
    live_stream: ['VIDEO'],
    messages_to_a_minor: ['TEXT'],
    manual_or_text: ['TEXT'],
    attack_live_video: ['VIDEO'],
    sale_of_product: ['PRODUCT'],
    repeated_messages: ['TEXT'],
    intimate_image_shared: ['IMAGE'],
    sexual_deepfake: ['SYNTHETIC_MEDIA'],
    unwanted_sexual_images: ['IMAGE'],
  };
  for (const { id } of CATEGORIES) {
    for (const kind of KINDS[id]) {
      const { document, forAnalyst } = notice(withKinds(id, [kind]));
      const types = (guessed as Record<string, string[]>)[kind] ?? ['OTHER'];
      assert.deepEqual(
        document.contentTypes,
        types.map((type) => `CONTENT_TYPE_${type}`),
        kind,
      );
      assert.ok(forAnalyst.includes('contentTypes'));
    }
  }
});

test('what looks made with AI is synthetic media', () => {
  const content: Report['content'] = { types: ['video'], aiGenerated: 'yes' };
  assert.deepEqual(notice({ ...EXAMPLES.unsure, content }).document.contentTypes, [
    'CONTENT_TYPE_VIDEO',
    'CONTENT_TYPE_SYNTHETIC_MEDIA',
  ]);
});

test('codes that only a person can tell are left to one', () => {
  const codes = Object.fromEntries(
    CATEGORIES.map(({ id }) => [id, notice(EXAMPLES[id]).forAnalyst.filter((entry) => /^[A-Z]/.test(entry))]),
  );
  assert.deepEqual(codes, {
    child_sexual_abuse: [],
    terrorism_bomb_making: [],
    hate_violence_discrimination: [
      'STATEMENT_CATEGORY_CYBER_VIOLENCE_AGAINST_WOMEN',
      'KEYWORD_INCITEMENT_AGAINST_WOMEN',
    ],
    crimes_against_humanity: [],
    shocking_content_minors: [],
    procuring: ['KEYWORD_TRAFFICKING_WOMEN_GIRLS'],
    suicide_incitement: ['KEYWORD_SELF_MUTILATION', 'KEYWORD_CONTENT_PROMOTING_EATING_DISORDERS'],
    sexual_harassment: ['STATEMENT_CATEGORY_CYBER_VIOLENCE_AGAINST_WOMEN', 'KEYWORD_BULLYING_AGAINST_GIRLS'],
    unsure: [],
  });
});
