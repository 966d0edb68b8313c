// The rules of easy words, for fr-simple and en-simple, as far as a program can tell. Sources: « L’information pour tous »
// (Inclusion Europe, FALC) and its English edition: short sentences, easy words, no passive, numbers as digits.
// People with intellectual disabilities read the rest.

import { sentencesOf, wordsIn } from './text-rules.ts';

/** The rules of one language. */
interface EasyRules {
  /** Beginnings of words that are hard to read, and of figures of speech. */
  readonly hard: RegExp;
  /** A passive, as far as its form tells. */
  readonly passive: RegExp;
  /** Numbers in letters. */
  readonly numbers: RegExp;
  /** Long words that people know, or that a screen names. */
  readonly known: RegExp;
}

/** Languages made by these rules. */
export const EASY_LANGUAGES = ['fr-simple', 'en-simple'] as const;
export type EasyLanguage = (typeof EASY_LANGUAGES)[number];

/** Most words of a sentence. */
const MOST_WORDS = 12;

/** Most words of a sentence on average. */
export const MOST_WORDS_ON_AVERAGE = 6;

/** Most letters of a word that is not known. */
const MOST_LETTERS = 12;

const RULES: Readonly<Record<EasyLanguage, EasyRules>> = {
  'fr-simple': {
    hard: /(?<!\p{L})(?:apologie|incitation|provocation|proxén|discrimin|accessib|facultati|renseign|précisions?(?!\p{L})|génocid|propagand|contraint|identifiant|signaleme?nt exact|confirm|chiffré|chiffrer|chiffrement|doublon|juridi|procédur|démarche|effectu|concern|éventuel|notamment|cependant|néanmoins|afin|ainsi|lors(?!que)|dont(?!\p{L})|lequel|laquelle|duquel|ne\s+\p{L}+\s+que(?!\p{L})|grâce à)/iu,
    passive:
      /(?<!\p{L})(?:est|sont|sera|seront|a été|ont été|être)\s+(?:pas\s+|déjà\s+|bien\s+)?(?!passé|arrivé|parti|venu|allé|revenu|né)\p{L}+(?:é|ée|és|ées|ui|uit|uite|uits|ert|erte|erts)(?!\p{L})/iu,
    numbers:
      /(?<!\p{L})(?:(?<!les )deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|cent|mille)(?!\p{L})/iu,
    known:
      /^(?:gendarmerie|commissariat|application|conversation|informations?|intelligence|artificielle|téléchargement|pornographie|harcèlement|identification|Discriminations?|FranceConnect|plateformes?|cryptomonnaie|enregistrez|enregistrer|international\p{L}*|publicité|radicalisation|entraînement|signalements?|aujourd’hui|moteur|participantes?)$/iu,
  },
  'en-simple': {
    hard: /(?<!\p{L})(?:incite|glorif|procur|discriminat|optional|genocid|propagand|coerc|identifier|confirm|encrypt|duplicate|legal(?!ly)|procedure|proceed|concern|regarding|therefore|however|whether|whom|upon|provide|request|require|obtain|attempt|facilitat|inform(?!ation))/iu,
    passive:
      /(?<!\p{L})(?:is|are|was|were|be|been|being)\s+(?:not\s+|never\s+|already\s+)?(?!worried|scared|tired|interested)(?:\p{L}+ed|seen|shown|sent|kept|made|lost|given|written|found|done|taken|told|put|hidden)(?!\p{L})/iu,
    numbers:
      /(?<!\p{L})(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|hundred|thousand)(?!\p{L})/iu,
    known:
      /^(?:conversations?|information|intelligence|artificial|pornography|cryptocurrency|international|FranceConnect|advertisement|gendarmerie|radicalis\p{L}*|harassment|application)$/iu,
  },
};

/** The faults of a text, each as a sentence without its subject. */
export function easyFaults(tag: EasyLanguage, text: string): readonly string[] {
  const { hard, passive, numbers, known } = RULES[tag];
  // Places are names and numbers; an address is one word.
  const plain = text.replaceAll(/\{\w+\}/g, 'X');
  const find = (pattern: RegExp, fault: string): readonly string[] => {
    const found = pattern.exec(plain)?.[0];
    return found === undefined ? [] : [`${fault}: « ${found.trim()} »`];
  };
  return [
    ...sentencesOf(plain)
      .filter((sentence) => wordsIn(sentence) > MOST_WORDS)
      .map(
        (sentence) => `has a sentence of ${wordsIn(sentence)} words, at most ${MOST_WORDS}: « ${sentence} »`,
      ),
    ...[...plain.matchAll(/[\p{L}\p{M}’-]+/gu)]
      .flatMap(([word]) => word.split(/^\p{L}{1,2}’|-/u))
      .filter((word) => word.length > MOST_LETTERS && !known.test(word))
      .map((word) => `has the long word « ${word} »`),
    ...find(hard, 'has a hard word'),
    ...find(passive, 'has a passive'),
    ...find(numbers, 'writes a number in letters'),
  ];
}

/** Words of a sentence, on average over all texts. */
export function wordsOnAverage(texts: readonly string[]): number {
  const sentences = texts.flatMap(sentencesOf);
  return sentences.reduce((sum, sentence) => sum + wordsIn(sentence), 0) / sentences.length;
}
