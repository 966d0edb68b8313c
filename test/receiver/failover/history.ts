// All requests and answers, compared with the rows at the end: nothing acknowledged is lost, nothing is there
// twice, no report has two numbers.

/** One request and its answer. */
export interface Operation {
  /** Key of the report: `Idempotency-Key`, and `submissionId` in the body. */
  readonly key: string;
  /** The body, or a digest of it: the same for the same bytes. */
  readonly bytes: string;
  readonly answer: Answer;
}

/** The answer. */
export type Answer =
  | {
      readonly kind: 'acknowledged';
      readonly key: string;
      readonly reference: string;
      readonly receivedAt: string;
    }
  /** A refusal of these very bytes: another body has the key. */
  | { readonly kind: 'key-reused' }
  /** A refusal, an error, no answer: the report may be stored or not. */
  | { readonly kind: 'unconfirmed' };

/** A report as it is stored at the end. */
export interface Row {
  readonly key: string;
  readonly bytes: string;
  readonly reference: string;
  readonly receivedAt: string;
}

/** The faults that a history must not have. */
export type Fault =
  /** Acknowledged, and not stored. */
  | 'lost'
  /** Stored under one key more than once. */
  | 'stored twice'
  /** Acknowledged under two numbers or times, or under others than it is stored with. */
  | 'two receipts'
  /** Two reports have one number. */
  | 'shared number'
  /** Other bytes are stored than those that were acknowledged. */
  | 'altered'
  /** Two bodies were acknowledged under one key. */
  | 'two bodies'
  /** The receipt of another report. */
  | 'wrong receipt'
  /** Stored, though nobody sent it. */
  | 'invented'
  /** Called another body than the stored one, though these bytes are stored. */
  | 'disowned'
  /** Stored, and passed over by a reader who goes on from the last number. */
  | 'unread'
  /** Read, and not stored at the end. */
  | 'vanished';

/** A fault, and the key of the report that has it. */
export interface Finding {
  readonly fault: Fault;
  readonly key: string;
}

/** Counts of a history. */
export interface HistoryCounts {
  readonly operations: number;
  readonly acknowledged: number;
  readonly unconfirmed: number;
  readonly reports: number;
}

/** A history under way. It keeps little for each report, however often that is sent. */
export interface History {
  record(operation: Operation): void;
  counts(): HistoryCounts;
  /** Keys that were sent and never acknowledged. */
  unacknowledged(): string[];
  /**
   * Holds the history against the rows, which may be read in parts.
   * @param read keys that a reader got who went on from the last number
   */
  judge(rows: Iterable<Row>, read?: ReadonlySet<string>): Finding[];
}

/** A report in a history. */
interface Known {
  /** Bytes that were sent under its key, and whether they were acknowledged. */
  readonly bodies: Map<string, boolean>;
  receipt: string | undefined;
}

/** Starts a history. */
export function createHistory(): History {
  const reports = new Map<string, Known>();
  const findings: Finding[] = [];
  const disowned: { key: string; bytes: string }[] = [];
  let [operations, acknowledged, unconfirmed] = [0, 0, 0];

  return {
    record({ key, bytes, answer }) {
      operations += 1;
      const known = reports.get(key) ?? { bodies: new Map<string, boolean>(), receipt: undefined };
      reports.set(key, known);
      if (!known.bodies.has(bytes)) known.bodies.set(bytes, false);
      if (answer.kind === 'unconfirmed') unconfirmed += 1;
      if (answer.kind === 'key-reused') disowned.push({ key, bytes });
      if (answer.kind !== 'acknowledged') return;
      acknowledged += 1;
      known.bodies.set(bytes, true);
      if (answer.key !== key) findings.push({ fault: 'wrong receipt', key });
      const receipt = receiptOf(answer);
      known.receipt ??= receipt;
      if (known.receipt !== receipt) findings.push({ fault: 'two receipts', key });
    },
    counts: () => ({ operations, acknowledged, unconfirmed, reports: reports.size }),
    unacknowledged: () => [...reports].flatMap(([key, { receipt }]) => (receipt === undefined ? [key] : [])),
    judge(rows, read) {
      const found = [...findings];
      const add = (fault: Fault, key: string): void => void found.push({ fault, key });
      const stored = new Map<string, string>();
      const numbers = new Map<string, string>();
      for (const row of rows) {
        const { key, bytes, reference } = row;
        if (stored.has(key)) add('stored twice', key);
        stored.set(key, bytes);
        if ((numbers.get(reference) ?? key) !== key) add('shared number', key);
        numbers.set(reference, key);
        const known = reports.get(key);
        if (!known?.bodies.has(bytes)) add('invented', key);
        if (known?.receipt !== undefined && known.receipt !== receiptOf(row)) add('two receipts', key);
      }
      for (const [key, { bodies, receipt }] of reports) {
        const confirmed = [...bodies].flatMap(([bytes, isConfirmed]) => (isConfirmed ? [bytes] : []));
        if (confirmed.length > 1) add('two bodies', key);
        const bytes = stored.get(key);
        if (receipt !== undefined && bytes === undefined) add('lost', key);
        if (bytes !== undefined && confirmed.length > 0 && !confirmed.includes(bytes)) add('altered', key);
      }
      for (const key of read ? stored.keys() : []) if (!read!.has(key)) add('unread', key);
      for (const key of read ?? []) if (!stored.has(key)) add('vanished', key);
      for (const { key, bytes } of disowned) if (stored.get(key) === bytes) add('disowned', key);
      return found;
    },
  };
}

const receiptOf = ({ reference, receivedAt }: Pick<Row, 'reference' | 'receivedAt'>): string =>
  `${reference} ${receivedAt}`;
