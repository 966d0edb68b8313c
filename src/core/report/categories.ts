// The nine categories of a report, as data: the eight of the leaflet in its order, then « Je ne sais pas ».

/** The differences between categories. Labels and hints stand in the locale files, under the same id. */
export interface Category {
  /** Identifier on the wire: the `category` field of the report. */
  readonly id: string;
  /** Whether the form asks in what capacity the reporter writes (victim, witness, relative). */
  readonly asksRole: boolean;
}

/** The categories, in the order in which they are shown. */
export const CATEGORIES = [
  { id: 'child_sexual_abuse', asksRole: true },
  { id: 'terrorism_bomb_making', asksRole: false },
  { id: 'hate_violence_discrimination', asksRole: false },
  { id: 'crimes_against_humanity', asksRole: false },
  { id: 'shocking_content_minors', asksRole: false },
  { id: 'procuring', asksRole: true },
  { id: 'suicide_incitement', asksRole: false },
  { id: 'sexual_harassment', asksRole: true },
  { id: 'unsure', asksRole: false },
] as const satisfies readonly Category[];

/** Identifier of a category. */
export type CategoryId = (typeof CATEGORIES)[number]['id'];
