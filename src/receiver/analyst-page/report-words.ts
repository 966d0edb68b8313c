// The words for identifiers of a report that the form does not name, or names too long for an analyst's row.
import type { PlaceId } from '../../core/report/places.ts';
import type {
  ACCOUNT_RELATIONS,
  CONTENT_TYPES,
  FOLLOW_UPS,
  IDENTIFIER_TYPES,
  ROLES,
  TIME_PRECISIONS,
  URL_CHANGES,
  URL_FLAGS,
  URL_KINDS,
} from '../../core/report/vocabulary.ts';
import type { ReadFault } from '../export/reader.ts';
import type { PriorityRule } from '../intake/priority.ts';

type Labels<Ids extends readonly string[]> = Readonly<Record<Ids[number], string>>;

/** Labels of lines whose text has a form of its own. */
type Line =
  | 'description'
  | 'danger'
  | 'role'
  | 'answer'
  | 'email'
  | 'name'
  | 'partner'
  | 'language'
  | 'service'
  | 'address'
  | 'pinpoint'
  | 'others';

/** The words of one language. */
export interface ReportWords {
  readonly places: Readonly<Record<PlaceId, string>>;
  readonly roles: Labels<typeof ROLES>;
  readonly followUps: Labels<typeof FOLLOW_UPS>;
  readonly changes: Labels<typeof URL_CHANGES>;
  readonly flags: Labels<typeof URL_FLAGS>;
  readonly identifiers: Labels<typeof IDENTIFIER_TYPES>;
  readonly kinds: Labels<typeof URL_KINDS>;
  /** Members that are no question of the form, or have a shorter name than their question. */
  readonly members: Readonly<Record<string, string>>;
  readonly precisions: Labels<typeof TIME_PRECISIONS>;
  /** Values that only other forms send. */
  readonly otherValues: Labels<typeof CONTENT_TYPES> & Labels<typeof ACCOUNT_RELATIONS>;
  readonly lines: Readonly<Record<Line, string>>;
  /** In place of an answer: it was asked for, or it was not. */
  readonly notGiven: string;
  readonly notAsked: string;
  /** Where a reference leads that is the reporter's own. */
  readonly ownFile: string;
  readonly noPartner: string;
  /** Age of a person of whom no more is told than this. */
  readonly minor: string;
  /** The rules of `priorityOf`, as the reason of an urgent report. */
  readonly reasons: Readonly<Record<PriorityRule, string>>;
  /** Name of a report that is not read, and why. */
  readonly unread: string;
  readonly faults: Readonly<Record<ReadFault, string>>;
}
