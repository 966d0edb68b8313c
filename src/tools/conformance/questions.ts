// The questions of one examination: what became of test reports, as forms ask it.
import type { FollowUpRequest } from '../../core/follow-up/answer.ts';
import { makeCode } from '../../core/follow-up/code.ts';
import { hashOf, locatorOf } from '../../core/follow-up/locator.ts';
import { receiptOf, type Answer } from './answer.ts';
import type { Session } from './session.ts';
import { followedReport, submissionOf } from './test-reports.ts';

/** What a form has of a code, and what a report carries of it. */
export interface Drawn {
  readonly locator: string;
  readonly hash: string;
}

/** A test report whose code is known here alone. */
export interface Followed extends Drawn {
  readonly report: Answer;
}

/** A code that is new. */
export async function drawCode(): Promise<Drawn> {
  const locator = await locatorOf(makeCode());
  return { locator, hash: await hashOf(locator) };
}

export class Questions {
  #session: Session;
  #address: URL;
  #followed: Promise<Followed> | undefined;
  #unknown: Promise<Answer> | undefined;
  #known: Promise<Answer | undefined> | undefined;

  constructor(session: Session, address: URL) {
    this.#session = session;
    this.#address = address;
  }

  /** Asks as a form does. @throws {NoAnswer} */
  ask(asked: string, question: FollowUpRequest): Promise<Answer> {
    return this.post(asked, JSON.stringify(question));
  }

  /** @param headers replace those of a form @throws {NoAnswer} */
  post(asked: string, body: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.#session.ask({
      asked,
      address: this.#address,
      method: 'POST',
      headers: {
        accept: 'application/json, application/problem+json',
        'content-type': 'application/json',
        ...headers,
      },
      body,
    });
  }

  /** A report with the hash of a code. It is sent once. */
  followed(): Promise<Followed> {
    return (this.#followed ??= this.#follow());
  }

  /** The answer to a code that no report has. It is asked for once. */
  unknown(): Promise<Answer> {
    return (this.#unknown ??= this.#askUnknown());
  }

  /** The answer to the code of `followed`; undefined if that report is not taken. It is asked for once. */
  known(): Promise<Answer | undefined> {
    return (this.#known ??= this.#askKnown());
  }

  async #follow(): Promise<Followed> {
    const drawn = await drawCode();
    const submission = submissionOf(followedReport(drawn.hash, this.#session.settings.partnerId));
    return { ...drawn, report: await this.#session.post('a report with the hash of a code', submission) };
  }

  async #askUnknown(): Promise<Answer> {
    const { locator } = await drawCode();
    return this.ask('an unknown code', { locator });
  }

  async #askKnown(): Promise<Answer | undefined> {
    const { locator, report } = await this.followed();
    return receiptOf(report) && this.ask('a known code', { locator });
  }
}
