// Checks that a fault in a report is refused, and located, so that the form can show the field.
import { PROBLEMS } from '../../../core/report/protocol.ts';
import type { Answer } from '../answer.ts';
import type { Check } from '../check.ts';
import { failed, passed, type Finding } from '../finding.ts';
import { quote } from '../quote.ts';
import { plainReport, submissionOf, withChanges } from '../test-reports.ts';
import { ECHO_CANARY, judgeRefusal } from './refusals.ts';

const shared = { group: 'What must be refused', stores: 0, needs: 'taken' } as const;

/** A check that posts a report with one fault, and looks where the refusal points. */
function fault(
  check: Pick<Check, 'id' | 'title' | 'why'>,
  changes: Record<string, unknown>,
  pointers: readonly string[],
): Check {
  const mend =
    'Validate against report.schema.json (unknown keys are refused everywhere), and answer 422 invalid with "errors": [{"pointer", "code"}]: JSON Pointers into the report.';
  return {
    ...shared,
    ...check,
    async run(session) {
      const submission = submissionOf(plainReport(session.settings.partnerId));
      const answer = await session.post(`a report with ${check.id}`, withChanges(submission, changes));
      const finding = judgeRefusal(answer, { statuses: [PROBLEMS.invalid], code: 'invalid', mend });
      return finding.outcome === 'passed' ? judgePointers(answer, pointers, mend) : finding;
    },
  };
}

function judgePointers({ json }: Answer, expected: readonly string[], mend: string): Finding {
  const { errors } = (json ?? {}) as { errors?: unknown };
  const pointers = (Array.isArray(errors) ? errors : []).map(
    (error: unknown) => (error as { pointer?: unknown } | null)?.pointer,
  );
  if (pointers.some((pointer) => expected.includes(pointer as string)))
    return passed(`HTTP 422, pointing at ${quote(String(pointers[0]))}`);
  const seen = pointers.length === 0 ? 'no pointer' : `pointing at ${quote(pointers.map(String).join(' '))}`;
  return failed(
    `HTTP 422, ${seen}; expected ${expected.map((pointer) => quote(pointer)).join(' or ')}`,
    mend,
  );
}

export const FIELDS: readonly Check[] = [
  fault(
    {
      id: 'unknown-key',
      title: 'A member that the report does not have is refused where it is no short value',
      why: 'Attachments would come in by this door, and nobody would look after them.',
    },
    { [ECHO_CANARY]: [{ content: ECHO_CANARY }] },
    // The pointer may name the parent: the key itself is the sender’s text.
    ['', `/${ECHO_CANARY}`],
  ),
  fault(
    {
      id: 'missing-field',
      title: 'A report without any place is refused',
      why: 'Nobody can act on it; the form can ask again.',
    },
    { locations: undefined },
    ['/locations', ''],
  ),
  fault(
    {
      id: 'wrong-address',
      title: 'An address that would run code is refused',
      why: 'The analyst opens what was reported: it must never run in the hotline’s own tools.',
    },
    { locations: [{ id: 'L1', place: 'website', url: { value: 'javascript:void(0)', kind: 'http' } }] },
    ['/locations/0/url/value', '/locations/0/url'],
  ),
  {
    ...shared,
    id: 'too-large',
    title: 'A body of 70,000 bytes is refused with 413, and read no further',
    why: 'Whoever sends gigabytes must not keep others from reporting.',
    async run(session) {
      const submission = submissionOf(plainReport(session.settings.partnerId));
      const body = submission.body.padEnd(70_000);
      return judgeRefusal(await session.post('70,000 bytes', submission, {}, body), {
        statuses: [PROBLEMS['too-large']],
        code: 'too-large',
        mend: 'Limit bodies to 65,536 bytes while they stream in (nginx: client_max_body_size 64k; Express: limit: 65536).',
      });
    },
  },
];
