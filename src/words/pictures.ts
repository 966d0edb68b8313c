// Pictograms of the easy languages: paths on a 24 px grid, by the key of the string that each stands beside. The same
// thing has the same picture everywhere.

import type { MessageKey } from './messages.ts';

/** Paths by key. */
export type Pictures = Readonly<Partial<Record<MessageKey, string>>>;

export const PICTURES = {
  // A child, and a hand that says stop.
  'cat.child_sexual_abuse':
    'M5.2 8.2a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0 -4.6 0 M4.2 20l.8-4.4H4l1.4-4.1h4.2l1.4 4.1h-1l.8 4.4 M15 13.5V7.4a1 1 0 0 1 2 0V6a1 1 0 0 1 2 0v1.4a1 1 0 0 1 2 0v6.4c0 2.6-1.4 4.2-3.4 4.2c-1.7 0-2.7-.9-3.4-2.2L13 12.9a1 1 0 0 1 1.7-.9z',
  // A bomb with a burning fuse.
  'cat.terrorism_bomb_making':
    'M4 14.5a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0 -13 0 M15 9.8l1.8-1.8 M16.8 8c0-2 1-3 2.7-3 M21.5 3.5l-1 1 M22.5 6h-1.2 M19.5 2v1.2',
  // A mouth that shouts at a person.
  'cat.hate_violence_discrimination':
    'M2 10.5v3h2l5 3.5V7l-5 3.5z M11.5 9.5a4 4 0 0 1 0 5 M15.8 8a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0 -4.4 0 M14.3 20v-4.5a3.7 3.7 0 0 1 7.4 0V20',
  // People, crossed out.
  'cat.crimes_against_humanity':
    'M10 7.5a2 2 0 1 0 4 0a2 2 0 1 0 -4 0 M9 19v-5a3 3 0 0 1 6 0v5 M3.5 9.5a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0 -3.2 0 M3 19v-3.5a2.2 2.2 0 0 1 3.5-1.8 M17.3 9.5a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0 -3.2 0 M21 19v-3.5a2.2 2.2 0 0 0 -3.5-1.8 M3 3l18 18',
  // An eye on a screen, crossed out.
  'cat.shocking_content_minors':
    'M3 5h18v11.5H3z M9 20h6 M12 16.5V20 M6.5 10.7c3.2-4 7.8-4 11 0c-3.2 4-7.8 4-11 0z M11 10.7a1 1 0 1 0 2 0a1 1 0 1 0 -2 0 M5.5 3l13 15.5',
  // A person, and money.
  'cat.procuring':
    'M5 7a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0 M3 20v-4.5a4.5 4.5 0 0 1 7.5-3.3 M12.5 15.5a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0 M19 13.7c-1.7-1.3-3.7-.3-3.7 1.8s2 3.1 3.7 1.8 M14.3 15h2.7 M14.3 16.3h2.7',
  // A sad face under words.
  'cat.suicide_incitement':
    'M4 15a6 6 0 1 0 12 0a6 6 0 1 0 -12 0 M7.8 13.8h.1 M12.1 13.8h.1 M7.8 18c1.2-1.5 3.2-1.5 4.4 0 M13 3h8.5v6H19l-2 2V9h-4z',
  // Messages on a telephone.
  'cat.sexual_harassment':
    'M12.5 5V3.5H4v17h8.5v-3.5 M7 18h2.5 M9 7.5h12v6h-5l-2.5 2.5v-2.5H9z M15 9v1.8 M15 12.2v.1',
  // A question mark.
  'cat.unsure':
    'M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0 M9.3 9.5c0-3.6 5.4-3.6 5.4 0c0 2-2.7 2.2-2.7 4.5 M12 17v.1',
  // A page that goes into a bin.
  'aim.remove': 'M5 10h14 M7 10l1 11h8l1-11 M10.5 13v5 M13.5 13v5 M8.5 7.5V3h5l2 2v2.5',
  // A shield with a star, as on a uniform.
  'aim.complain':
    'M12 2.5l8 3v6c0 5-3.3 8.3-8 10c-4.7-1.7-8-5-8-10v-6z M12 7l1.3 3h3.2l-2.6 2l1 3.2l-2.9-2l-2.9 2l1-3.2l-2.6-2h3.2z',
  // Two people's words.
  'aim.talk': 'M2.5 4h11v7.5H8L5 14.5v-3H2.5z M16 9h5.5v8H19v3l-3.5-3H10v-3',
} satisfies Pictures;
