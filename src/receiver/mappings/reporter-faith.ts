// The good-faith sentence that a reporter agreed to, and how much it covers of what a notice to a hosting service must state.

import type { Report } from '../../core/report/report.ts';
import type { NoticeLocale } from './plain-words.ts';

/**
 * What a reporter affirmed, for the analyst. Regulation (EU) 2022/2065 Art. 16(2)(d) asks the notifier for the belief
 * in good faith that the notice is accurate and complete. A reporter answers questions; whether the notice is complete,
 * only the hotline that makes it can say.
 */
export interface ReporterFaith {
  /** `attestation.textId` of the report. */
  readonly textId: string;
  /**
   * The sentence. Of languages other than French and English, the one that it translates, in the language of the notice;
   * undefined where it is a page's own, or another form's.
   */
  readonly sentence?: string;
  /** Whether it says that the answers are true. */
  readonly saysAccurate: 'yes' | 'no' | 'unknown';
  /** Whether it says that they are complete. */
  readonly saysComplete: 'yes' | 'no' | 'unknown';
  /** What follows for `goodFaith` of the notice, in the language of the notice. */
  readonly note: string;
}

/** A version of the form's sentence, in the languages in which we keep it. None of them says « complete ». */
interface Version {
  readonly fr: string;
  readonly en: string;
  readonly saysAccurate: 'yes' | 'no';
  /** The sentences of the easy languages, where they differ. */
  readonly easy?: Readonly<Record<string, string>>;
}

/** By the last part of `textId`. A new version of `s4.faith` needs a row here; a test asks for it. */
const VERSIONS: Readonly<Record<string, Version>> = {
  1: {
    fr: 'Envoyez seulement si vous signalez de bonne foi. Vous n’avez rien à prouver.',
    en: 'Only send a report in good faith. You do not have to prove anything.',
    saysAccurate: 'no',
  },
  2: {
    fr: 'Envoyez seulement si vous signalez de bonne foi (vous pensez vraiment que c’est illégal). Vous n’avez rien à prouver.',
    en: 'Only send a report in good faith (you really think that it is illegal). You do not have to prove anything.',
    saysAccurate: 'no',
  },
  3: {
    fr: 'Envoyez seulement si vous êtes de bonne foi\u00a0: vous pensez que vos réponses sont vraies. Vous n’avez rien à prouver.',
    en: 'Only send if you are acting in good faith: you believe that your answers are true. You do not have to prove anything.',
    saysAccurate: 'yes',
  },
  4: {
    fr: 'Envoyez si vous pensez que vos réponses sont vraies\u00a0: c’est cela, la bonne foi. Vous n’avez rien à prouver.',
    en: 'Send this if you believe that your answers are true. That is what ‘good faith’ means. You do not have to prove anything.',
    saysAccurate: 'yes',
    easy: {
      'fr-simple':
        'Envoyez si vous pensez que vos réponses sont vraies. Cela s’appelle la bonne foi. Vous n’avez rien à prouver.',
      'en-simple':
        'Do you think that your answers are true? Then send. This is ‘good faith’. You do not have to prove anything.',
    },
  },
};

const NOTES = {
  fr: {
    true: 'La phrase acceptée dit que les réponses sont vraies, pas que le signalement est complet.',
    neither: 'La phrase acceptée ne dit pas que le signalement est exact et complet.',
    unknown: 'La phrase acceptée n’est pas de ce formulaire\u00a0: lisez-la avant de vous y fier.',
    own: 'goodFaith est votre propre déclaration\u00a0: ne l’envoyez que si vous tenez la notification pour exacte et complète.',
  },
  en: {
    true: 'The sentence agreed to says that the answers are true, not that the report is complete.',
    neither: 'The sentence agreed to does not say that the report is accurate and complete.',
    unknown: 'The sentence agreed to is not one of this form: read it before you rely on it.',
    own: 'goodFaith is your own statement: send it only if you believe that the notice is accurate and complete.',
  },
} as const satisfies Readonly<Record<NoticeLocale, object>>;

/** What a report's reporter affirmed. */
export function reporterFaith({ attestation }: Report, locale: NoticeLocale): ReporterFaith {
  const { textId } = attestation;
  const [, language = '', number = ''] = /^good-faith\.([a-z]+(?:-simple)?)\.(\d+)$/.exec(textId) ?? [];
  const version = language === 'page' ? undefined : VERSIONS[number];
  const notes = NOTES[locale];
  if (!version)
    return {
      textId,
      saysAccurate: 'unknown',
      saysComplete: 'unknown',
      note: `${notes.unknown} ${notes.own}`,
    };
  const { saysAccurate, easy = {} } = version;
  const shown = language === 'fr' || language === 'en' ? version[language] : easy[language];
  return {
    textId,
    sentence: shown ?? version[locale],
    saysAccurate,
    saysComplete: 'no',
    note: `${saysAccurate === 'yes' ? notes.true : notes.neither} ${notes.own}`,
  };
}
