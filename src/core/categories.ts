// The nine categories of a report, as data: the eight of the leaflet in its order, then « Je ne sais pas ».

/** What differs from one category to the next. Labels and hints stand in the locale files, under the same id. */
export interface Category {
  /** Identifier on the wire: the `category` field of the report. */
  readonly id: string;
  /** Whether the details step asks in what capacity the reporter writes (victim, witness, relative). */
  readonly asksRole: boolean;
  /** Which notice stands at the top of the « where » step; `all` is the default one. */
  readonly notice: 'all' | 'csam' | 'harassment' | 'suicide' | 'terrorism' | 'procuring';
}

/** The categories, in the order in which they are shown. */
export const CATEGORIES = [
  { id: 'child_sexual_abuse', asksRole: true, notice: 'csam' },
  { id: 'terrorism_bomb_making', asksRole: false, notice: 'terrorism' },
  { id: 'hate_violence_discrimination', asksRole: false, notice: 'all' },
  { id: 'crimes_against_humanity', asksRole: false, notice: 'all' },
  { id: 'shocking_content_minors', asksRole: false, notice: 'all' },
  { id: 'procuring', asksRole: true, notice: 'procuring' },
  { id: 'suicide_incitement', asksRole: false, notice: 'suicide' },
  { id: 'sexual_harassment', asksRole: true, notice: 'harassment' },
  { id: 'unsure', asksRole: false, notice: 'all' },
] as const satisfies readonly Category[];

/** Identifier of a category. */
export type CategoryId = (typeof CATEGORIES)[number]['id'];
