// English words of a notice. The vocabulary is English already.

import type { NoticeWords } from './words.ts';

/** The English words. */
export const enWords: NoticeWords = {
  openings: {
    child_sexual_abuse:
      'This content appears to show a minor in a sexual situation, or to draw a minor into one.',
    terrorism_bomb_making:
      'This content appears to incite to terrorism, to praise it, or to explain how to make explosives.',
    hate_violence_discrimination:
      'This content appears to incite to hatred, violence or discrimination against people for who they are.',
    crimes_against_humanity:
      'This content appears to approve of, excuse or deny a genocide or another crime against humanity.',
    shocking_content_minors:
      'Minors appear to have access to this pornographic, extremely violent or dangerous content.',
    procuring: 'This content appears to organise, encourage or exploit the prostitution of another person.',
    suicide_incitement: 'This content appears to push a person to suicide, or to promote means for it.',
    sexual_harassment:
      'This content appears to be sexual harassment, or the sharing of intimate pictures without consent.',
    unsure: 'This content was reported to us as possibly illegal, without a more precise category.',
  },
  goodFaith: 'We believe in good faith that this information is accurate and complete.',
  answers: {
    kinds: 'Nature',
    grounds: 'Grounds',
    aimedAt: 'Aimed at',
    ageCheck: 'Age check',
  },
  hints: {
    targetHint: 'Target',
    whenHint: 'When',
    eventHint: 'Event',
    areaHint: 'Area',
  },
  facts: {
    selfProduced: 'the minor took the picture',
    blackmail: 'blackmail',
    adultAskingMinor: 'an adult asks a minor for pictures or acts',
    meetingPlanned: 'a meeting with the minor is planned',
    abuseOngoing: 'the abuse seems to be happening now',
    specificThreat: 'a precise target, place or date',
    callToAct: 'a call to act',
    minorExposed: 'a minor has seen it',
    aimedAtMinors: 'aimed at minors',
    minorSuspected: 'the person seems to be a minor',
    constraintSigns: 'signs of force or fear',
    severalPersonsSameContact: 'one contact for several persons',
    personAtRiskNow: 'somebody could be in danger of death now',
    targetIsMinor: 'the person aimed at is a minor',
    repeated: 'repeated acts',
    severalAuthors: 'several authors',
  },
  factsLabel: 'Reported facts',
  descriptionLabel: 'Description',
  word: (word) => (word === 'ai_generated' ? 'made with AI' : word.replaceAll('_', ' ')),
};
