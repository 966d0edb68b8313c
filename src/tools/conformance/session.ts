// One examination of one endpoint: sends requests as a form does, and keeps every answer.

import { readRetryAfter } from '../../core/report/retry-after.ts';
import { isRedirect, isTaken, readBody, receiptOf, type Answer } from './answer.ts';
import { NEEDS, type Need } from './needs.ts';
import { explain, NoAnswer } from './network-failure.ts';
import { plainReport, submissionOf, type Submission } from './test-reports.ts';

/** Settings of an examination. */
export interface SessionSettings {
  readonly endpoint: URL;
  /** Origin of the page that would contain the form. */
  readonly origin: string;
  readonly partnerId: string | undefined;
  /** Address that tells what became of reports, if the endpoint has one. */
  readonly followUp: URL | undefined;
  /** Longest wait for a whole answer, in milliseconds. */
  readonly timeoutMs: number;
  /** Duration from which an answer counts as slow, in milliseconds. */
  readonly slowMs: number;
  readonly signal: AbortSignal | undefined;
  /** Called before each wait that the endpoint asks for, with its seconds. */
  readonly onWait: ((seconds: number) => void) | undefined;
  readonly fetch: typeof globalThis.fetch;
}

interface Asked extends RequestInit {
  readonly asked: string;
  readonly address?: URL;
  readonly submission?: Submission | undefined;
}

/** Longest wait that an endpoint may ask for before a request is repeated, and the highest number of waits. */
const MAX_WAIT_S = 65;
const MAX_WAITS = 5;

export class Session {
  readonly settings: SessionSettings;
  readonly answers: Answer[] = [];
  #first: Promise<Answer> | undefined;
  #preflight: Promise<Answer> | undefined;
  #waits = 0;

  constructor(settings: SessionSettings) {
    this.settings = settings;
  }

  /** Whether all headers can be written and read. Browsers hide some, such as Origin; Node and Deno do not. */
  readonly isRaw = new Request('https://example.com', {
    headers: { origin: 'https://example.com' },
  }).headers.has('origin');

  /** The answers to what was posted to the endpoint. */
  get posts(): Answer[] {
    return this.answers.filter(({ method, submission }) => method === 'POST' && submission);
  }

  /** The answers to what was posted to the follow-up address. */
  get questions(): Answer[] {
    const { followUp } = this.settings;
    return this.answers.filter(({ method, address }) => method === 'POST' && address === followUp?.href);
  }

  /** The answers to everything that forms post. */
  get exchanges(): Answer[] {
    return [...this.posts, ...this.questions];
  }

  /** The ids of the reports that the endpoint says it has taken. */
  get taken(): Set<string> {
    return new Set(this.posts.flatMap((answer) => (isTaken(answer) ? (answer.submission?.id ?? []) : [])));
  }

  /** The answer to a plain report, from which most checks start. The report is sent once. */
  first(): Promise<Answer> {
    return (this.#first ??= this.post('a plain report', submissionOf(plainReport(this.settings.partnerId))));
  }

  /** The answer to the preflight of a browser before a page of another site posts a report. It is sent once. */
  preflight(): Promise<Answer> {
    return (this.#preflight ??= this.ask({
      asked: 'a preflight',
      method: 'OPTIONS',
      headers: {
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'altcha,content-type,idempotency-key',
      },
    }));
  }

  /**
   * Posts a report as a form does.
   * @param headers replace those of a form; null leaves one out
   * @throws {NoAnswer}
   */
  post(
    asked: string,
    submission: Submission,
    headers: Readonly<Record<string, string | null>> = {},
    body: NonNullable<RequestInit['body']> = submission.body,
  ): Promise<Answer> {
    return this.ask(postOf(asked, submission, headers, body));
  }

  /**
   * Posts a report and takes the answer as it is, even if the endpoint asks to wait.
   * @throws {NoAnswer}
   */
  postAtOnce(asked: string, submission: Submission): Promise<Answer> {
    return this.#askOnce(postOf(asked, submission));
  }

  /**
   * Makes any request. Where the endpoint asks to wait a little, waits and asks once more.
   * @throws {NoAnswer}
   */
  async ask(request: Asked): Promise<Answer> {
    const answer = await this.#askOnce(request);
    const seconds = readRetryAfter(answer.headers.get('retry-after'), Date.now());
    const isBusy = answer.status === 429 || answer.status === 503;
    if (!isBusy || seconds === undefined || seconds > MAX_WAIT_S || this.#waits >= MAX_WAITS) return answer;
    this.#waits++;
    this.settings.onWait?.(seconds);
    await pause(seconds * 1_000, this.settings.signal);
    return this.#askOnce(request);
  }

  /** The first stage that a check needs and the endpoint does not reach; undefined if it reaches all of them. */
  async unmetNeed(need: Need | undefined): Promise<Need | undefined> {
    if (!need) return undefined;
    const first = await this.first().catch(() => undefined);
    const isMet: Readonly<Record<Need, boolean>> = {
      contact: first !== undefined,
      answer: first !== undefined && !isRedirect(first),
      taken: first !== undefined && isTaken(first),
      receipt: first !== undefined && receiptOf(first) !== undefined,
    };
    return NEEDS.slice(0, NEEDS.indexOf(need) + 1).find((level) => !isMet[level]);
  }

  async #askOnce({ asked, address = this.settings.endpoint, submission, ...init }: Asked): Promise<Answer> {
    const { origin, signal, timeoutMs, fetch } = this.settings;
    signal?.throwIfAborted();
    const startedMs = performance.now();
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      const response = await fetch(address, {
        ...init,
        // A browser sends its own origin instead of this one.
        headers: { origin, ...(init.headers as Record<string, string>) },
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        redirect: 'manual',
        cache: 'no-store',
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
      const body = await readBody(response);
      const answer: Answer = {
        asked,
        method: init.method ?? 'GET',
        address: address.href,
        submission,
        status: response.status,
        headers: response.headers,
        ...body,
        durationMs: Math.round(performance.now() - startedMs),
      };
      this.answers.push(answer);
      return answer;
    } catch (error) {
      signal?.throwIfAborted();
      throw new NoAnswer(`${asked}: ${explain(error)}`, { cause: error });
    }
  }
}

function postOf(
  asked: string,
  submission: Submission,
  headers: Readonly<Record<string, string | null>> = {},
  body: NonNullable<RequestInit['body']> = submission.body,
): Asked {
  const all = {
    accept: 'application/json, application/problem+json',
    'content-type': 'application/json',
    'idempotency-key': submission.id,
    ...headers,
  };
  const sent = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null);
  return { asked, method: 'POST', headers: Object.fromEntries(sent), body, submission };
}

async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
