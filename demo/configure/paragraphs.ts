// The two paragraphs to paste, filled in with the answers.

import { isAsked, written, type Answers } from './answers.ts';
import type { Words } from './words/words.ts';

/** Puts values into the places `{name}` of a text. */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);

/** The paragraph on data for a privacy policy, valid for these answers only. */
export function privacyParagraph(answers: Answers, { privacy }: Words, page: string): string {
  const { way, practice } = answers;
  const texts = written(answers);
  const { hotline = '', endpoint = '', src = '', partner } = texts;
  const target = URL.parse(way === 'isolated' ? src : endpoint, page);
  // A relative endpoint is on the partner's own server. So is the plugin's relay.
  const isThrough = way !== 'isolated' && !/^https?:/i.test(endpoint);
  const values = {
    hotline,
    host: target?.host ?? '',
    followHost: URL.parse(texts['follow-up'] ?? '', page)?.host ?? '',
    url: (isAsked(answers, 'privacy-url') && texts['privacy-url']) || privacy.noUrl,
    partner: partner ? privacy.partner : '',
  };
  const seen = way === 'isolated' ? [privacy.isolated] : [privacy.page];
  const sentences =
    practice === 'yes'
      ? // Nobody receives a report, so nobody is responsible for one.
        [privacy.practice, privacy.stored, ...seen]
      : [
          privacy.start,
          privacy.sent,
          privacy.stored,
          ...(way === 'isolated' ? [] : [isThrough ? privacy.through : privacy.direct]),
          ...(texts['follow-up'] ? [privacy.followUp] : []),
          ...seen,
          privacy.end,
        ];
  return sentences.map((sentence) => fill(sentence, values)).join('\n\n');
}

/** The paragraph on tests for an accessibility statement. */
export function accessibilityParagraph(answers: Answers, words: Words, version: string): string {
  const { hotline = '', 'hotline-url': url = '' } = written(answers);
  return fill(words.accessibility, { hotline, url, version });
}
