// A sentence that forbids a copy names the image and the video, in every language: who reads of pictures alone keeps the
// film.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textsOf } from '../../.build/messages/texts.ts';
import { FURTHER_LANGUAGES } from '../../src/words/languages.ts';

/** The sentences that forbid a copy, and the one about the content that nobody may copy. */
const BANS = ['notice.csam.body', 'notice.csam.self', 'notice.harassment', 'aim.bring'] as const;

/** The beginnings of the words for an image and for a video. */
const WORDS: Readonly<Record<string, readonly [image: RegExp, video: RegExp]>> = {
  fr: [/image/i, /vidéo/i],
  en: [/image|picture/i, /video/i],
  de: [/bild/i, /video/i],
  es: [/im[aá]gen/i, /vídeo/i],
  it: [/immagin/i, /video/i],
  nl: [/beeld/i, /video/i],
  pl: [/zdję/i, /film/i],
  pt: [/image[mn]/i, /vídeo/i],
  uk: [/зображен/i, /відео/i],
  ar: [/صورة/, /فيديو/],
  ro: [/imagin/i, /video/i],
  cs: [/fot(?:k|og)/i, /vide/i],
  sk: [/fot(?:k|og)/i, /vide/i],
  hu: [/kép/i, /vide/i],
  bg: [/изображен|снимк/i, /видео/i],
  hr: [/sli[kc]/i, /vide/i],
  sl: [/slik/i, /vide/i],
  da: [/billed/i, /video/i],
  sv: [/bild/i, /film/i],
  fi: [/kuv/i, /video/i],
  et: [/pil[td]/i, /video/i],
  lv: [/attēl/i, /video/i],
  // The word for a video begins with that for an image.
  lt: [/vaizd\p{L}*(?! įraš)[\s,.?]/iu, /vaizdo įraš/i],
  el: [/εικόν/i, /βίντεο/i],
  ga: [/íomhá/i, /fh?ís/i],
  mt: [/immaġni/i, /vidjo/i],
};

for (const tag of ['fr', 'fr-simple', 'en', 'en-simple', ...FURTHER_LANGUAGES])
  test(`${tag}: no copy, neither of an image nor of a video`, () => {
    const words = WORDS[tag.replace('-simple', '')];
    assert.ok(words, `${tag} has no words for an image and a video: add them here`);
    const texts = textsOf(tag);
    for (const key of BANS)
      for (const word of words) assert.match(texts[key]!, word, `${key}: ${texts[key]}`);
  });
