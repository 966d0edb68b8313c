// What the page's script is given: reports as plain text, and the words of the page. Types alone.

/** One line of a report: our label, and the value. */
export interface ShownField {
  readonly label: string;
  readonly text: string;
  /**
   * `address` for a value to read letter by letter; `key` where the label itself is an identifier of the report; `told`
   * for a text of the reporter, which stays folded until asked for.
   */
  readonly kind?: 'address' | 'key' | 'told';
}

/** One place of the content. */
export interface ShownPlace {
  readonly title: string;
  readonly fields: readonly ShownField[];
}

/** A report as the page shows it. Texts from reporters are legible and disarmed (legible.ts). */
export interface ShownReport {
  readonly reference: string;
  /** RFC 3339, UTC, to the minute. */
  readonly receivedAt: string;
  /** `unread` where a sealed report stays sealed, or cannot be read: it may be either. */
  readonly priority: 'urgent' | 'normal' | 'unread';
  /** Why it is urgent, in words. */
  readonly reason?: string;
  readonly isLowTrust?: true;
  /** Whether its text differs from the text received. */
  readonly isAltered?: true;
  /** Why it is not read, in words. */
  readonly fault?: string;
  /** Its category, in words. */
  readonly category: string;
  /** The first place of the content, in one line. */
  readonly where: string;
  /** Reports with the same key are about the same content. */
  readonly groupKey: string;
  readonly role?: string;
  /** Age of the person concerned. */
  readonly age?: string;
  readonly places: readonly ShownPlace[];
  /** All other values of the report. */
  readonly fields: readonly ShownField[];
  /** What the holder of its code reads, since when, and the reports that were added. */
  readonly followUp?: {
    readonly state: string;
    readonly since: string;
    readonly additions: readonly string[];
  };
  /** Reference of the report that this one was added to. */
  readonly addsTo?: string;
}

/** A text in the forms that its number needs; `{n}` is the number. */
export interface Counted {
  readonly one: string;
  readonly other: string;
}

/** An action of the file of decisions. */
export interface ActionWords {
  /** Its name in the file. */
  readonly word: string;
  readonly label: string;
  /** Whether a provider was notified. */
  readonly isNotice?: true;
  /** Whether the file asks for the name of the provider. */
  readonly needsProvider?: true;
}

/** The words of the page's script, and what it must know of the file of decisions. */
export interface PageWords {
  readonly locale: string;
  readonly urgent: string;
  readonly urgentBy: string;
  readonly maybeUrgent: string;
  readonly lowTrust: string;
  readonly altered: string;
  readonly alteredNote: string;
  readonly addition: string;
  readonly isNew: string;
  readonly times: string;
  readonly reports: Counted;
  readonly ofReports: string;
  readonly addresses: Counted;
  readonly urgents: Counted;
  readonly unread: Counted;
  readonly marks: Counted;
  readonly unsaved: Counted;
  readonly noneFound: string;
  readonly number: string;
  readonly received: string;
  readonly showText: Counted;
  /** What stands on paper in place of a folded text. */
  readonly hidden: string;
  readonly hideText: string;
  readonly addsTo: string;
  readonly addedTo: string;
  readonly byHolder: string;
  readonly told: string;
  readonly since: string;
  readonly states: Readonly<Record<string, string>>;
  readonly mark: string;
  readonly markOf: string;
  readonly marked: string;
  readonly unmarked: string;
  readonly someMarked: string;
  readonly saved: string;
  readonly all: string;
  readonly missingProvider: string;
  readonly wrongProvider: string;
  /** The next file of a long export. */
  readonly part: string;
  readonly partNext: string;
  readonly actions: Readonly<Record<string, ActionWords>>;
  /** The first row of the file of decisions, and the name of its file. */
  readonly columns: string;
  readonly fileName: string;
  /** A regular expression of what is no name of a provider. */
  readonly noProvider: string;
}
