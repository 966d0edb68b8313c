// The examination of an endpoint from the first request to the verdict.

import type { Check } from './check.ts';
import { failed, GROUPS, skipped, type Finding, type Group, type Outcome } from './finding.ts';
import { checksOf } from './checks.ts';
import { NoAnswer } from './network-failure.ts';
import { Session } from './session.ts';

/** How to examine an endpoint. Everything has a default. */
export interface ConformanceOptions {
  /** Origin of a page with the form: `https://www.example.com` by default. A browser sends its own in any case. */
  readonly origin?: string | undefined;
  /** Public partner id that the test reports carry, if the endpoint asks for one. */
  readonly partnerId?: string | undefined;
  /** Address of the challenges, absolute or relative to the endpoint; without it, proof of work is not checked. */
  readonly challenge?: string | undefined;
  /** Key that forms seal reports with (base64url of the raw P-256 point); without it, sealed reports are not sent. */
  readonly publicKey?: string | undefined;
  /** Keys of which one signs receipts (`receipt-key` of the forms); without any, signatures are not checked. */
  readonly receiptKey?: string | undefined;
  /** Address that tells what became of reports (`follow-up` of the forms), absolute or relative to the endpoint. */
  readonly followUp?: string | undefined;
  /** Ends the examination: the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called with each result as soon as it is known. */
  readonly onResult?: ((result: CheckResult) => void) | undefined;
  /** Called with the seconds of each wait that the endpoint asks for (`Retry-After`): at most five, of 65 s at most. */
  readonly onWait?: ((seconds: number) => void) | undefined;
  /** Longest wait for one whole answer, in milliseconds: 15,000 by default, as in the form. */
  readonly timeoutMs?: number | undefined;
  /** The duration from which on an answer is slow, in milliseconds: 5,000 by default. */
  readonly slowMs?: number | undefined;
  readonly fetch?: typeof globalThis.fetch | undefined;
}

/** The description of a check, without a result. */
export interface CheckSummary {
  /** Stable name, such as `cors-refusals`. */
  readonly id: string;
  readonly group: Group;
  /** The requirement. */
  readonly title: string;
  /** Why it matters to the reporter. */
  readonly why: string;
  /** How many test reports a correct endpoint keeps because of it. */
  readonly stores: number;
}

/** A check and what it found. */
export interface CheckResult extends CheckSummary, Finding {}

/** The result of an examination. */
export interface ConformanceReport {
  readonly endpoint: string;
  /** Whether nothing failed. There may be warnings. */
  readonly isConformant: boolean;
  readonly counts: Readonly<Record<Outcome, number>>;
  /** How many test reports the endpoint says it has taken, and may now delete. */
  readonly stored: number;
  /** In the order of the groups. */
  readonly results: readonly CheckResult[];
}

/** An address, the origin or the partner cannot be used; the message says which, and why. */
export class OptionError extends Error {
  override readonly name = 'OptionError';
}

/**
 * The checks that {@link checkEndpoint} would make, without making any.
 * @throws {OptionError}
 */
export function listChecks(endpoint: string, options: ConformanceOptions = {}): CheckSummary[] {
  return inGroups(checksFor(addressOf(endpoint, 'The endpoint'), options).map(summaryOf));
}

/**
 * Examines whether an endpoint keeps the contract that forms rely on. Sends some 45 requests; some 15 marked test
 * reports stay there. A follow-up address gets some 15 questions. Needs no package and no Node. In a browser, checks of
 * what a page may not see are skipped.
 * @param endpoint absolute address to which reports are posted
 * @throws {OptionError} if an option cannot be used; the reason of the signal if it is aborted
 */
export async function checkEndpoint(
  endpoint: string,
  options: ConformanceOptions = {},
): Promise<ConformanceReport> {
  const address = addressOf(endpoint, 'The endpoint');
  const session = new Session({
    endpoint: address,
    origin: originOf(options.origin ?? 'https://www.example.com'),
    partnerId: partnerOf(options.partnerId),
    followUp: followUpOf(address, options),
    timeoutMs: options.timeoutMs ?? 15_000,
    slowMs: options.slowMs ?? 5_000,
    signal: options.signal,
    onWait: options.onWait,
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
  });
  const results: CheckResult[] = [];
  for (const check of checksFor(address, options)) {
    const result = { ...summaryOf(check), ...(await findingOf(check, session)) };
    results.push(result);
    options.onResult?.(result);
  }
  return {
    endpoint: address.href,
    isConformant: results.every(({ outcome }) => outcome !== 'failed'),
    counts: countOutcomes(results),
    stored: session.taken.size,
    results: inGroups(results),
  };
}

async function findingOf(check: Check, session: Session): Promise<Finding> {
  if (check.isRaw && !session.isRaw)
    return skipped('a browser does not show this to a page; use the command');
  const unmet = await session.unmetNeed(check.needs);
  if (unmet) return skipped(REASONS[unmet]);
  try {
    return await check.run(session);
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    return failed(error.message, 'Find the obstacle with `curl -v`: browsers meet the same one.');
  }
}

const REASONS = {
  contact: 'the endpoint does not answer',
  answer: 'the endpoint gives no answer of its own',
  taken: 'no report is taken',
  receipt: 'no receipt is believed',
} as const;

function checksFor(endpoint: URL, options: ConformanceOptions): Check[] {
  const { challenge, publicKey, receiptKey } = options;
  return checksOf({
    challenge: challenge ? addressOf(challenge, 'The challenge', endpoint) : undefined,
    publicKey,
    receiptKey,
    followUp: followUpOf(endpoint, options),
  });
}

const followUpOf = (endpoint: URL, { followUp }: ConformanceOptions): URL | undefined =>
  followUp ? addressOf(followUp, 'The follow-up address', endpoint) : undefined;

const summaryOf = ({ id, group, title, why, stores }: Check): CheckSummary => ({
  id,
  group,
  title,
  why,
  stores,
});

const inGroups = <Item extends CheckSummary>(items: readonly Item[]): Item[] =>
  items.toSorted((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group));

function countOutcomes(results: readonly CheckResult[]): Record<Outcome, number> {
  const counts = { passed: 0, warning: 0, failed: 0, skipped: 0 };
  for (const { outcome } of results) counts[outcome]++;
  return counts;
}

function addressOf(text: string, name: string, base?: URL): URL {
  const url = URL.canParse(text, base) ? new URL(text, base) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    throw new OptionError(
      `${name} must be an address such as https://hotline.example/v1/reports, without a password.`,
    );
  }
  return url;
}

function originOf(text: string): string {
  const origin = URL.canParse(text) ? new URL(text).origin : 'null';
  if (origin !== text || origin === 'null') {
    throw new OptionError('The origin must be scheme, host and port alone, such as https://www.example.com.');
  }
  return origin;
}

function partnerOf(id: string | undefined): string | undefined {
  if (id === undefined || /^[a-z0-9][a-z0-9._-]{1,63}$/.test(id)) return id;
  throw new OptionError('The partner id is 2 to 64 of a-z, 0-9, point, hyphen and underscore.');
}
