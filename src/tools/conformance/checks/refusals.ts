// Checks of refusals, and of their answers: a form must know that nothing was stored.
import { PROBLEMS, SCHEMA_VERSION, type ProblemCode } from '../../../core/report/protocol.ts';
import { isTaken, problemOf, type Answer } from '../answer.ts';
import type { Check } from '../check.ts';
import { failed, passed, skipped, warning, type Finding } from '../finding.ts';
import { quote } from '../quote.ts';
import type { Session } from '../session.ts';
import { plainReport, submissionOf, TEST_MARK, withChanges, type Submission } from '../test-reports.ts';

const shared = { group: 'What must be refused', stores: 0, needs: 'taken' } as const;

/** Text in a report that must be refused. The answer must not repeat it. */
export const ECHO_CANARY = 'canary-7f3a-conformance';

/** The refusal that a check expects. */
interface ExpectedRefusal {
  readonly statuses: readonly number[];
  readonly code: ProblemCode;
  readonly mend: string;
}

/** Judges a refusal by its status, and by its problem type if that is one of the list. */
export function judgeRefusal(answer: Answer, { statuses, code, mend }: ExpectedRefusal): Finding {
  const { status } = answer;
  if (isTaken(answer)) return failed(`HTTP ${status}: it was taken`, mend);
  if (!statuses.includes(status)) return failed(`HTTP ${status} rather than ${statuses.join(' or ')}`, mend);
  const said = problemOf(answer) ?? code;
  // Another problem of the list with this status would mislead the form. Another check reports a missing problem.
  const misleads = said !== code && Object.hasOwn(PROBLEMS, said) && said !== 'in-progress';
  return misleads
    ? failed(`HTTP ${status}, but the problem is ${quote(said)}, not ${code}`, mend)
    : passed(`HTTP ${status}`);
}

/** A check that posts one request and expects its refusal. */
function refusal(
  check: Pick<Check, 'id' | 'title' | 'why' | 'isRaw'>,
  code: ProblemCode,
  mend: string,
  post: (session: Session, submission: Submission) => Promise<Answer>,
  judgeFurther: (answer: Answer) => Finding | undefined = () => undefined,
): Check {
  return {
    ...shared,
    ...check,
    async run(session) {
      const answer = await post(session, submissionOf(plainReport(session.settings.partnerId)));
      const finding = judgeRefusal(answer, { statuses: [PROBLEMS[code]], code, mend });
      return finding.outcome === 'passed' ? (judgeFurther(answer) ?? finding) : finding;
    },
  };
}

export const REFUSALS: readonly Check[] = [
  refusal(
    {
      id: 'key-mismatch',
      title: 'A key that is not the report’s id is refused',
      why: 'Under a wrong key a retry would be stored twice, or take another report’s receipt.',
    },
    'key-mismatch',
    'Compare the Idempotency-Key header with submissionId, and answer 400 where they differ.',
    (session, submission) =>
      session.post('a key that is not the id', submission, { 'idempotency-key': crypto.randomUUID() }),
  ),
  refusal(
    {
      id: 'key-missing',
      title: 'A report without a key is refused',
      why: 'Every sender must be able to send again; one that forgets the key loses or doubles reports.',
    },
    'key-mismatch',
    'Answer 400 where the Idempotency-Key header is missing.',
    (session, submission) => session.post('no key', submission, { 'idempotency-key': null }),
  ),
  refusal(
    {
      id: 'text-plain',
      title: 'text/plain is refused',
      why: 'Any web page may post text/plain without asking: it could make its visitors send false reports.',
    },
    'media-type',
    'Take application/json alone, and answer 415 to anything else (Express: no type: "*/*"; PHP: check CONTENT_TYPE).',
    (session, submission) => session.post('text/plain', submission, { 'content-type': 'text/plain' }),
  ),
  refusal(
    {
      id: 'compressed',
      title: 'A compressed body is refused',
      why: 'A few bytes can unpack to gigabytes and stop the endpoint for everybody.',
      isRaw: true,
    },
    'media-type',
    'Answer 415 to any Content-Encoding (Express: express.json({ inflate: false }); nginx passes it on as it is).',
    async (session, submission) =>
      session.post('a gzip body', submission, { 'content-encoding': 'gzip' }, await gzip(submission.body)),
  ),
  refusal(
    {
      id: 'malformed',
      title: 'Half a JSON text is refused',
      why: 'Half a report must never be acknowledged as a whole one.',
    },
    'malformed',
    'Catch the parser’s error and answer 400 malformed.',
    (session, submission) => {
      const half = submission.body.slice(0, -20).replace(TEST_MARK, ECHO_CANARY);
      return session.post('half a JSON text', submission, {}, half);
    },
  ),
  refusal(
    {
      id: 'version',
      title: 'Another version of the report is refused, naming those that are read',
      why: 'A form that is newer than the endpoint can then offer another way at once.',
    },
    'version',
    `Answer 409 version with "acceptedVersions": ["${SCHEMA_VERSION}"] before checking the rest.`,
    (session, submission) => session.post('version 9.0', withChanges(submission, { schemaVersion: '9.0' })),
    ({ json }) => {
      const { acceptedVersions } = (json ?? {}) as { acceptedVersions?: unknown };
      const isListed = Array.isArray(acceptedVersions) && acceptedVersions.includes(SCHEMA_VERSION);
      return isListed
        ? undefined
        : warning('HTTP 409, without acceptedVersions', `Add "acceptedVersions": ["${SCHEMA_VERSION}"].`);
    },
  ),
  {
    ...shared,
    id: 'refused-not-kept',
    title: 'What was refused was not stored',
    why: 'The form says that it was not sent: the person may send it again, and be counted twice.',
    stores: 1,
    needs: 'receipt',
    run: checkNothingKept,
  },
];

// Nothing can be read from the endpoint, but its answer tells: a report already stored gets 200, or key-reused.
async function checkNothingKept(session: Session): Promise<Finding> {
  if ((await session.first()).status !== 201) return skipped('the status does not tell what is new');
  const submission = submissionOf(plainReport(session.settings.partnerId));
  const refused = [
    await session.post('text/plain', submission, { 'content-type': 'text/plain' }),
    await session.post('no key', submission, { 'idempotency-key': null }),
    await session.post('a member that is an object', withChanges(submission, { unknownMember: {} })),
  ];
  if (refused.some(isTaken)) return skipped('not all of it was refused');
  const { status } = await session.post('the same report, whole, after it was refused', submission);
  if (status === 201) return passed(`after ${refused.length} refusals it is new to the endpoint`);
  return failed(
    `HTTP ${status} rather than 201, after ${refused.length} refusals`,
    'Check everything before the first write.',
  );
}

async function gzip(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
