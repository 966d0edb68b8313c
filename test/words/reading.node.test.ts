// What a careful reading of November 2026 called misleading, offensive or wrong stands nowhere any more. Words that were
// given up for one thing alone: glossary.node.test.ts.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textsOf } from '../../.build/messages/texts.ts';
import { FURTHER_LANGUAGES } from '../../src/words/languages.ts';

/** Quotations that were faults, by language, with the keys that they stood in; any other text has none either. */
const FAULTS: Readonly<Record<string, readonly RegExp[]>> = {
  fr: [
    /pour mieux vous aider/,
    /Il faut un compte pour voir/,
    /Restez anonyme, ou/,
    /Si nous (?:le |les )?jugeons/,
    /Montage sexuel/,
  ],
  en: [
    /not a police complaint/,
    /to help you better/,
    /Stay anonymous, or/,
    /Procuring/,
    /can have the content removed/,
  ],
  de: [
    /Uhr Uhr/,
    /nicht sicher sein/,
    /Montage/,
    /Wer ist betroffen/,
    /Behalten Sie einen Screenshot/,
    /Bleiben Sie anonym, oder/,
  ],
  es: [/impactante/i, /Montaje/i],
  it: [/pirateria informatica/i, /Montaggio/i, /Contro chi è diretto/],
  nl: [
    /misdaden tegen de menselijkheid/i,
    /\(optioneel\).*account|account.*\(optioneel\)/i,
    /Wie is het doelwit/,
  ],
  pl: [/Kiedy to było widać/, /Gdzie to było widać/, /Kto jest celem\?/, /Pociąg do dzieci/],
  pt: [/Montagem/i, /Não é uma queixa(?! ?-? ?crime)/],
  uk: [/звернення/i, /Хто є ціллю/],
  ro: [/^Crimă/],
  el: [/προσωπικές στιγμές/, /Κάλεσμα/],
  hu: [/^Kerítés$/, /Ki a célpont.*Engem/, /Az oldalra másolva/],
  ar: [/هل أنتم في الصورة/, /مفروضة/, /لا يسمح بذلك/],
  ga: [/Fan gan ainm, nó/],
};

for (const [tag, faults] of Object.entries(FAULTS))
  test(`${tag}: no fault of the reading stands as it was quoted`, () => {
    const found = Object.entries(textsOf(tag)).flatMap(([key, text]) =>
      faults.filter((fault) => fault.test(text)).map((fault) => `${key}: ${fault.source}`),
    );
    assert.deepEqual(found, []);
  });

for (const tag of ['fr', 'en', ...FURTHER_LANGUAGES]) {
  const texts = textsOf(tag);

  test(`${tag}: the advice to a blackmailed minor does not contradict itself`, () => {
    // Leave the conversation, copy no image: one notice says the first, the other the second.
    assert.notEqual(texts['notice.harassment'], texts['notice.blackmail']);
    assert.doesNotMatch(texts['notice.harassment']!, /[?؟;]/, 'no image is excepted, whoever it shows');
    assert.equal(texts['notice.blackmail']!.match(/[.!。]/g)?.length, 3, 'three instructions');
  });

  test(`${tag}: the age to give an address is that of the country`, () => {
    assert.match(texts['s3.email.hint']!, /\{age\}/);
    assert.doesNotMatch(texts['s3.email.hint']!, /\d/);
  });

  test(`${tag}: thanks name the hotline`, () => assert.match(texts['ok.thanks']!, /\{hotline\}/));
}
