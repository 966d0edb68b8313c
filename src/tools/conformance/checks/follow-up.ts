// Checks of the follow-up address, where forms ask what became of a report: its answers, and what they give away.
import { FOLLOW_UP_BYTES, readFollowUpAnswer, type FollowUpAnswer } from '../../../core/follow-up/answer.ts';
import { sealReport } from '../../../core/report/seal.ts';
import { isTaken, receiptOf, type Answer } from '../answer.ts';
import type { Check } from '../check.ts';
import { failed, passed, skipped, warning, type Finding } from '../finding.ts';
import { NoAnswer } from '../network-failure.ts';
import { drawCode, Questions } from '../questions.ts';
import { quote } from '../quote.ts';
import type { Session } from '../session.ts';
import { followedReport, TEST_MARK, type Submission } from '../test-reports.ts';
import { ALLOW_ORIGIN, mayRead, originAdvice } from './cors.ts';
import { followUpRefusals } from './follow-up-refusals.ts';
import { judgeEncryption } from './reach.ts';
import { count, mediaTypeOf, namesOf, tally } from './wording.ts';

const shared = { group: 'What became of a report', stores: 0, needs: 'answer' } as const;

type Asking = (session: Session, questions: Questions) => Promise<Finding>;

/**
 * The checks of a follow-up address.
 * @param publicKey key that forms seal reports with, if they do
 */
export function followUpChecks(address: URL, publicKey: string | undefined): readonly Check[] {
  const made = new WeakMap<Session, Questions>();
  const questionsOf = (session: Session): Questions => {
    const questions = made.get(session) ?? new Questions(session, address);
    made.set(session, questions);
    return questions;
  };
  const asking = (run: Asking) => (session: Session) => run(session, questionsOf(session));
  /** For checks that would only repeat that the address gives no answer. */
  const whereAnswered = (run: Asking) =>
    asking(async (session, questions) =>
      (await isAnswered(questions)) ? run(session, questions) : skipped('codes are not answered'),
    );

  return [
    {
      ...shared,
      id: 'follow-up-https',
      title: 'Codes travel encrypted',
      why: 'Forms show no code for an address over plain http.',
      run: () => judgeEncryption(address),
    },
    {
      ...shared,
      id: 'follow-up-unknown',
      title: `An unknown code is answered 200 and “unknown”, in ${FOLLOW_UP_BYTES} bytes of JSON`,
      why: 'Who mistypes a code, or whose report was erased long ago, must read that, and not that something failed.',
      run: asking((_session, questions) => checkUnknown(questions)),
    },
    {
      ...shared,
      id: 'follow-up-preflight',
      title: 'Pages of other sites may ask',
      why: 'Otherwise the browser asks nothing, and the form says that it does not work.',
      isRaw: true,
      run: whereAnswered((session) => checkPreflight(session, address)),
    },
    {
      ...shared,
      id: 'follow-up-cors',
      title: 'Answers can be read by the page',
      why: 'The form cannot say what became of the report: it only sees that something failed.',
      isRaw: true,
      run: whereAnswered(checkReadable),
    },
    {
      ...shared,
      id: 'report-with-hash',
      title: 'A report with the hash of a code is taken',
      why: 'With a follow-up address, forms send nothing else: an endpoint that refuses it refuses every report.',
      stores: 1,
      needs: 'receipt',
      run: asking(async (_session, questions) => judgeTaken((await questions.followed()).report)),
    },
    ...(publicKey === undefined
      ? []
      : [
          {
            ...shared,
            id: 'sealed-with-hash',
            title: 'A sealed report with the hash of a code is taken, and its code is known',
            why: 'The endpoint cannot read the report: the hash stands on the envelope.',
            stores: 1,
            needs: 'receipt',
            run: whereAnswered((session, questions) => checkSealed(session, questions, publicKey)),
          } as const,
        ]),
    {
      ...shared,
      id: 'follow-up-known',
      title: 'The code of a new report is answered “received”, with its day',
      why: 'The person learns that the report has arrived, and believes the rest.',
      needs: 'receipt',
      run: whereAnswered((_session, questions) => checkKnown(questions)),
    },
    {
      ...shared,
      id: 'follow-up-hash',
      title: 'The hash that a report carries is no code',
      why: 'Relays, and thieves of a database, see hashes: they must learn nothing with them.',
      needs: 'receipt',
      run: whereAnswered((_session, questions) => checkHash(questions)),
    },
    {
      ...shared,
      id: 'follow-up-alike',
      title: 'Known and unknown codes cannot be told apart by the length of an answer',
      why: 'Who watches the network sees lengths, and would learn whether somebody has reported.',
      needs: 'receipt',
      isRaw: true,
      run: whereAnswered((_session, questions) => checkAlike(questions)),
    },
    {
      ...shared,
      id: 'follow-up-adds',
      title: 'Without a question of the hotline, nothing is added to a report',
      why: 'A code that somebody else has found must not lead false reports to a true one.',
      needs: 'receipt',
      run: whereAnswered(checkAdds),
    },
    ...followUpRefusals(address).map((check) => ({
      ...shared,
      ...check,
      run: whereAnswered((session, questions) => check.run(session, questions)),
    })),
    {
      ...shared,
      id: 'follow-up-mute',
      title: 'Answers repeat neither the code’s locator nor its hash, and nothing of the report',
      why: 'Whoever finds the paper, or reads a log of answers, learns only that something was reported.',
      needs: 'receipt',
      run: whereAnswered(checkMute),
    },
  ];
}

async function isAnswered(questions: Questions): Promise<boolean> {
  try {
    return faultOf(await questions.unknown()) === undefined;
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    return false;
  }
}

const SHAPE = `{"state", "since"?, "question"?, "left"?, "added"?, "reference"?, "days", "pad"}, application/json, padded with spaces in "pad" to ${FOLLOW_UP_BYTES} bytes`;

/** Why a form, or somebody who asks for privacy, would not accept an answer; undefined if it is right. */
function faultOf(answer: Answer): string | undefined {
  const { status, size, json } = answer;
  if (status !== 200) return `HTTP ${status} rather than 200`;
  if (mediaTypeOf(answer) !== 'application/json') return `Content-Type: ${quote(mediaTypeOf(answer))}`;
  if (!readFollowUpAnswer(json)) return 'the answer is none that forms read';
  if (size !== FOLLOW_UP_BYTES) return `${count(size, 'byte')} rather than ${FOLLOW_UP_BYTES}`;
  return undefined;
}

const stateOf = ({ json }: Answer): FollowUpAnswer['state'] | undefined => readFollowUpAnswer(json)?.state;

async function checkUnknown(questions: Questions): Promise<Finding> {
  const answer = await questions.unknown();
  const fault = faultOf(answer);
  if (fault) return failed(fault, `Answer POST {"locator"} with 200 and ${SHAPE}; here "state": "unknown".`);
  if (stateOf(answer) === 'unknown') return passed(`HTTP 200, ${answer.size} bytes`);
  return failed(
    `state: ${quote(`${stateOf(answer)}`)}`,
    'Look for SHA-256(locator), in base64url, among the hashes of stored reports; answer "unknown" if it is none.',
  );
}

async function checkPreflight(session: Session, address: URL): Promise<Finding> {
  const answer = await session.ask({
    asked: 'a preflight of a question',
    address,
    method: 'OPTIONS',
    headers: {
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'altcha,content-type',
    },
  });
  if (!isTaken(answer))
    return failed(`HTTP ${answer.status}`, 'Answer OPTIONS with 204, as at the address of reports.');
  if (!mayRead(answer, session))
    return failed(
      `Access-Control-Allow-Origin: ${quote(answer.headers.get(ALLOW_ORIGIN))}`,
      originAdvice(session),
    );
  const header = answer.headers.get('access-control-allow-headers');
  const seen = `Access-Control-Allow-Headers: ${quote(header)}`;
  const mend = 'Send Access-Control-Allow-Headers: content-type, altcha.';
  const allowed = namesOf(header);
  if (!allowed.includes('content-type') && !allowed.includes('*')) return failed(seen, mend);
  // Only a form with `challenge` sends it, and only where too many have asked.
  return allowed.includes('altcha') ? passed(seen) : warning(`${seen}; altcha is missing`, mend);
}

async function checkReadable(session: Session): Promise<Finding> {
  const answered = session.questions.filter(isTaken);
  const bad = answered.filter((answer) => !mayRead(answer, session));
  if (bad.length === 0) return passed(`on ${count(answered.length, 'answer')}`);
  const header = quote(bad[0]?.headers.get(ALLOW_ORIGIN) ?? null);
  return failed(
    `Access-Control-Allow-Origin: ${header} on ${tally(bad, answered)}`,
    'Send Access-Control-Allow-Origin with the answer to POST too, not only with the preflight.',
  );
}

function judgeTaken(answer: Answer): Finding {
  if (receiptOf(answer)) return passed(`HTTP ${answer.status}`);
  return failed(
    `HTTP ${answer.status}`,
    'Accept followUp: {"hash"}, 43 characters of base64url, and keep the hash with the report, in the same transaction.',
  );
}

async function checkKnown(questions: Questions): Promise<Finding> {
  const answer = await questions.known();
  if (!answer) return skipped('no report with a hash is taken');
  const fault = faultOf(answer);
  if (fault) return failed(fault, `Answer 200 and ${SHAPE}.`);
  const { state, since = '' } = readFollowUpAnswer(answer.json)!;
  if (state === 'unknown')
    return failed(
      'the code of a report that was just taken is unknown',
      'Keep followUp.hash with the report, in the same transaction; look for SHA-256(locator), in base64url.',
    );
  // The clock of the endpoint, and its time zone, may be another.
  if (Math.abs(Date.parse(since) - Date.now()) > 2 * DAY_MS)
    return failed(`since: ${quote(since)}`, 'Give the day of the state, in UTC: here, today.');
  return state === 'received'
    ? passed(`received, ${since}`)
    : warning(`state: ${state}`, 'Answer "received" until the hotline has set another state.');
}

const DAY_MS = 86_400_000;

async function checkHash(questions: Questions): Promise<Finding> {
  if (!(await questions.known())) return skipped('no report with a hash is taken');
  const { hash } = await questions.followed();
  const answer = await questions.ask('the hash of a report as a locator', { locator: hash });
  return stateOf(answer) === 'unknown'
    ? passed('it is unknown')
    : failed(
        `HTTP ${answer.status}, state: ${quote(`${stateOf(answer)}`)}`,
        'Always hash what is asked for before you look for it: base64url(SHA-256(locator)).',
      );
}

/**
 * Whoever watches the network sees the length of an answer with its headers, not what stands in them: names and lengths are
 * compared. What differs between two answers of one kind tells nothing.
 */
async function checkAlike(questions: Questions): Promise<Finding> {
  if (!(await questions.known())) return skipped('no report with a hash is taken');
  const { locator } = await questions.followed();
  const askUnknown = async (): Promise<Answer> =>
    questions.ask('another unknown code', { locator: (await drawCode()).locator });
  // In this order, two servers that take turns answer one code of each kind.
  const known = [await questions.ask('a known code, again', { locator })];
  const unknown = [await askUnknown(), await askUnknown()];
  known.push(await questions.ask('a known code, again', { locator }));
  const all = [...known, ...unknown];
  const encoding = all.map(({ headers }) => headers.get('content-encoding')).find(Boolean);
  if (encoding)
    return failed(
      `Content-Encoding: ${quote(encoding)}`,
      'Compress no answer of this address: the padding would be lost, and the length would tell (Cache-Control: no-store, no-transform keeps proxies from it).',
    );
  const lengths = new Set(all.map(({ size }) => size));
  if (lengths.size > 1) return failed(`bodies of ${[...lengths].join(' and ')} bytes`, `Answer ${SHAPE}.`);
  const names = new Set(all.flatMap(({ headers }) => [...headers.keys()]));
  const telling = [...names].filter((name) => tells(name, known, unknown));
  if (telling.length === 0) return passed(`${count(all.length, 'answer')} of one length`);
  return failed(
    `the length of ${telling.slice(0, 3).map(quote).join(', ')} differs`,
    'Send the same headers with every answer of this address.',
  );
}

function tells(name: string, known: readonly Answer[], unknown: readonly Answer[]): boolean {
  const lengthsOf = (answers: readonly Answer[]): Set<number> =>
    new Set(answers.map(({ headers }) => headers.get(name)?.length ?? -1));
  const [ofKnown, ofUnknown] = [lengthsOf(known), lengthsOf(unknown)];
  return ofKnown.size === 1 && ofUnknown.size === 1 && [...ofKnown][0] !== [...ofUnknown][0];
}

async function checkAdds(session: Session, questions: Questions): Promise<Finding> {
  if (!(await questions.known())) return skipped('no report with a hash is taken');
  const { locator } = await questions.followed();
  const adds = (await session.first()).submission!.id;
  const answers = [
    await questions.ask('an addition that nobody has asked for', { locator, adds }),
    await questions.ask('an addition to an unknown code', { locator: (await drawCode()).locator, adds }),
  ];
  for (const answer of answers) {
    const fault = faultOf(answer);
    if (fault) return failed(`${answer.asked}: ${fault}`, `Answer 200 and ${SHAPE}.`);
    const { added } = answer.json as Partial<FollowUpAnswer>;
    if (added !== false)
      return failed(
        `${answer.asked}: added is ${quote(`${added}`)}`,
        'Answer "added": false, and leave the report as it is, unless the state is "question" and fewer than three reports are added.',
      );
  }
  return passed('added: false');
}

async function checkSealed(session: Session, questions: Questions, publicKey: string): Promise<Finding> {
  const { hash, locator } = await drawCode();
  const submission = await sealedWith(hash, session, publicKey).catch(() => undefined);
  if (!submission) return skipped('the public key cannot be used');
  const answer = await session.post('a sealed report with the hash of a code', submission);
  if (!receiptOf(answer))
    return failed(
      `HTTP ${answer.status}`,
      'Accept {schemaVersion, submissionId, partnerId?, followUp, sealed}.',
    );
  const state = stateOf(await questions.ask('the code of a sealed report', { locator }));
  return state !== undefined && state !== 'unknown'
    ? passed(`HTTP ${answer.status}, ${state}`)
    : failed('it is taken, but its code is unknown', 'Read followUp.hash from the envelope, beside sealed.');
}

async function sealedWith(hash: string, session: Session, publicKey: string): Promise<Submission> {
  const report = followedReport(hash, session.settings.partnerId);
  const sealed = await sealReport(report, JSON.stringify(report), publicKey);
  return { id: report.submissionId, body: JSON.stringify(sealed) };
}

async function checkMute(session: Session, questions: Questions): Promise<Finding> {
  const { locator, hash, report } = await questions.followed();
  const { reference = '' } = receiptOf(report) ?? {};
  const secrets = {
    locator,
    hash,
    'the number': reference,
    'the text': TEST_MARK,
    'the id': report.submission!.id,
  };
  for (const [name, secret] of Object.entries(secrets)) {
    const bad = session.questions.filter(
      ({ text, headers }) =>
        secret && (text.includes(secret) || [...headers.values()].some((value) => value.includes(secret))),
    );
    if (bad.length > 0)
      return failed(
        `${name} comes back on ${tally(bad, session.questions)}`,
        'Answer the members of the contract alone, and a fixed title for each problem.',
      );
  }
  return passed(`on ${count(session.questions.length, 'answer')}`);
}
