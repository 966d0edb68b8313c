// The exchanges of a version's widget and receiver, kept as bytes in `<version>.json`, and the conditions under
// which a receiver is asked.
import { readFileSync } from 'node:fs';
import { SubmitError } from '../../src/widget/client/errors.ts';
import { sendSubmission } from '../../src/widget/client/submit.ts';
import {
  createReceiver,
  openStore,
  StoreFullError,
  type Receiver,
  type ReceiverOptions,
  type ReportStore,
} from '../../src/receiver/index.ts';

/** One request of a widget, the receiver's answer, and what the widget made of it. */
export interface Exchange {
  readonly name: string;
  readonly condition: Condition;
  readonly request: { readonly headers: Readonly<Record<string, string>>; readonly body: string };
  readonly answer: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
  readonly outcome: unknown;
}

/** All that is kept of a version. */
export interface Version {
  /** The private key that opens its sealed reports, as `cliquez-signalez keys` prints it. It protects nothing. */
  readonly privateKey: object;
  readonly exchanges: readonly Exchange[];
}

export const ENDPOINT = 'https://hotline.example/v1/reports';

/** The page's origin: browsers send it, and the receiver looks at it. */
const ORIGIN = 'https://journal.example';

/** The headers of an answer that a widget reads. */
const READ = ['content-type', 'retry-after'];

/** A store that stores nothing more. */
const failing =
  (error: Error) =>
  (store: ReportStore): ReportStore =>
    new Proxy(store, {
      get(target, name) {
        if (name === 'put') return () => Promise.reject(error);
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });

/** How the receiver is set up, by condition. */
const CONDITIONS = {
  open: {},
  'other sites only': { origins: ['https://other.example'] },
  'sealed reports only': { sealedOnly: true },
  'other keys only': { sealKeys: ['AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'] },
  'too many reports': { freeReports: 0, lowTrustReports: 1 },
  'a full disk': {},
  'a broken database': {},
} satisfies Record<string, Partial<ReceiverOptions>>;

export type Condition = keyof typeof CONDITIONS;

const FAULTS: Partial<Record<Condition, (store: ReportStore) => ReportStore>> = {
  'a full disk': failing(new StoreFullError('full')),
  'a broken database': failing(new Error('broken')),
};

/** A receiver of the present code. */
export interface PresentReceiver {
  readonly store: ReportStore;
  readonly receive: Receiver;
}

/** Receivers of the present code, one for each condition that is asked for. */
export function presentReceivers(): (condition: Condition) => Promise<PresentReceiver> {
  const made = new Map<Condition, Promise<PresentReceiver>>();
  const make = async (condition: Condition): Promise<PresentReceiver> => {
    const store = await openStore('sqlite::memory:');
    const options = { ...CONDITIONS[condition], store: FAULTS[condition]?.(store) ?? store };
    return { store, receive: createReceiver(options) };
  };
  return (condition) => {
    const receiver = made.get(condition) ?? make(condition);
    made.set(condition, receiver);
    return receiver;
  };
}

/** The answer of a receiver to kept bytes. */
export async function ask(
  receive: Receiver,
  { headers, body }: Exchange['request'],
): Promise<Exchange['answer']> {
  const request = new Request(ENDPOINT, { method: 'POST', headers: { ...headers, origin: ORIGIN }, body });
  const response = await receive(request, { address: '198.51.100.9' });
  return {
    status: response.status,
    headers: Object.fromEntries([...response.headers].filter(([name]) => READ.includes(name))),
    body: await response.text(),
  };
}

/** The present client's request, and its reading of an answer to its one attempt. */
export async function deliver(
  id: string,
  body: string,
  answerTo: (request: Exchange['request']) => Promise<Exchange['answer']> | Exchange['answer'],
): Promise<Pick<Exchange, 'request' | 'answer' | 'outcome'>> {
  let said: Pick<Exchange, 'request' | 'answer'> | undefined;
  const fetch: typeof globalThis.fetch = async (input, { signal: _, ...init } = {}) => {
    const sent = new Request(input, init);
    const request = { headers: Object.fromEntries(sent.headers), body: await sent.text() };
    const answer = await answerTo(request);
    said = { request, answer };
    return new Response(answer.body, { status: answer.status, headers: answer.headers });
  };
  const outcome = await sendSubmission({ id, body }, { endpoint: ENDPOINT, fetch, patienceMs: 0 }).catch(
    (error: unknown) => {
      if (!(error instanceof SubmitError)) throw error;
      const { code, outcome: known, retryable, retryAfterSeconds, pointers } = error;
      return JSON.parse(
        JSON.stringify({ code, outcome: known, retryable, retryAfterSeconds, pointers }),
      ) as object;
    },
  );
  if (!said) throw new Error('Nothing was sent.');
  return { ...said, outcome };
}

/** Reads what is kept of a version. */
export const readVersion = (file: string | URL): Version => JSON.parse(readFileSync(file, 'utf8')) as Version;
