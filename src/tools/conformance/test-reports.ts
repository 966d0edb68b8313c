// The reports that a check sends: valid, marked as tests, about nothing that exists, and never urgent.

import { CATEGORIES, type CategoryId } from '../../core/report/categories.ts';
import { LIST_LIMITS, TEXT_LIMITS } from '../../core/report/limits.ts';
import { MAX_REQUEST_BYTES, SCHEMA_VERSION } from '../../core/report/protocol.ts';
import type { Report } from '../../core/report/report.ts';
import { VERSION } from '../../core/version.ts';
import { FULL_DETAILS, FULL_PARTS } from './full-report.ts';

/** Start of the description in every test report. */
export const TEST_MARK =
  'Conformance test of this endpoint (cliquez-signalez check). Nothing is reported; this may be deleted.';

/** A report ready to be posted. */
export interface Submission {
  /** The `submissionId`, and the `Idempotency-Key`. */
  readonly id: string;
  /** JSON text. */
  readonly body: string;
}

/** A report as it is posted. */
export const submissionOf = (report: Report): Submission => ({
  id: report.submissionId,
  body: JSON.stringify(report),
});

/** A submission with a changed body, for requests that must be refused. */
export const withChanges = ({ id, body }: Submission, changes: Record<string, unknown>): Submission => ({
  id,
  body: JSON.stringify({ ...(JSON.parse(body) as object), ...changes }),
});

/** A report with little more than the required fields, under a fresh id. */
export function plainReport(partnerId?: string): Extract<Report, { category: 'unsure' }> {
  return {
    schemaVersion: SCHEMA_VERSION,
    submissionId: crypto.randomUUID(),
    submittedAt: `${new Date().toISOString().slice(0, 16)}:00Z`,
    locale: 'en',
    category: 'unsure',
    danger: { immediate: 'no', helpShown: false },
    locations: [
      { id: 'L1', place: 'website', url: { value: 'https://example.com/conformance-test', kind: 'http' } },
    ],
    content: { description: TEST_MARK },
    reporter: { role: 'prefer_not_to_say', anonymous: true, followUp: 'none' },
    attestation: { goodFaith: true, textId: 'good-faith.en.1', method: 'submit' },
    source: { ...(partnerId && { partnerId }), embed: 'other', widgetVersion: VERSION, prefilled: false },
  };
}

/** The same, of a reporter who can ask what became of it. */
export function followedReport(hash: string, partnerId?: string): Report {
  const report = plainReport(partnerId);
  return {
    ...report,
    followUp: { hash },
    reporter: { role: 'prefer_not_to_say', anonymous: true, followUp: 'code' },
  };
}

/** For each category, a report with every field that a form can fill. */
export function fullReports(partnerId?: string): Report[] {
  return CATEGORIES.map(({ id }) => fullReport(id, plainReport(partnerId)));
}

function fullReport(category: CategoryId, plain: Report): Report {
  const content = { ...FULL_PARTS.content, description: TEST_MARK };
  const source = { ...plain.source, ...FULL_PARTS.source };
  return { ...plain, ...FULL_PARTS, content, source, category, details: FULL_DETAILS[category] } as Report;
}

/** A report that is newer than any endpoint: members that no version knows in each part that takes them, words of no list. */
export function newerReport(partnerId?: string): Report {
  const { locations, ...report } = plainReport(partnerId);
  const newer = {
    ...report,
    conformanceTest: true,
    details: { kinds: ['conformance_test'], conformanceTest: [TEXT_OF_LATER, 1.5, false] },
    locations: locations.map((place) => ({
      ...place,
      place: 'conformance_test',
      conformanceTest: TEXT_OF_LATER,
    })),
  };
  return newer as unknown as Report;
}

/** The longest text of a member that an endpoint does not know. */
const TEXT_OF_LATER = 'x'.repeat(200);

/** A report of exactly the size that a form may send: the most places, with long addresses, and the most accounts. */
export function largestReport(partnerId?: string): Report {
  const report = plainReport(partnerId);
  const withPadding = (padding: (index: number) => number): Report => ({
    ...report,
    reportedAccounts: Array.from({ length: LIST_LIMITS.accounts }, (_, index) => ({
      handle: `conformance-test-${index}`,
    })),
    locations: Array.from({ length: LIST_LIMITS.locations }, (_, index) => ({
      id: `L${index + 1}`,
      place: 'website' as const,
      url: {
        value: `https://example.com/conformance-test/${'a'.repeat(padding(index))}`,
        kind: 'http' as const,
        flags: ['very_long' as const],
      },
    })),
  });
  // Every character of padding is one byte.
  const missing = MAX_REQUEST_BYTES - JSON.stringify(withPadding(() => 0)).length;
  const share = Math.floor(missing / LIST_LIMITS.locations);
  return withPadding((index) => (index === 0 ? share + (missing % LIST_LIMITS.locations) : share));
}

/** A report whose text has broken databases, parsers and limits, of the maximum length in code points. */
export function unicodeReport(partnerId?: string): Report {
  const start = `${TEST_MARK}\n${HARD_TEXT}\n`;
  const rest = TEXT_LIMITS.description - [...start].length;
  const report = plainReport(partnerId);
  // Each character has two UTF-16 units and four bytes: an endpoint that does not count code points refuses it.
  return { ...report, content: { description: start + '\u{1F4A1}'.repeat(rest) } };
}

const HARD_TEXT = [
  '\u0153 \u00ff \u00df \u0130 \u0131 e\u0301 \u1e69\u0323', // letters that change length or form when folded
  '\u65e5\u672c\u8a9e \u0627\u0644\u0639\u0631\u0628\u064a\u0629 \u0939\u093f\u0928\u094d\u0926\u0940 \ufdfd',
  '\u{1F469}\u200d\u{1F469}\u200d\u{1F467} \u{1F1EB}\u{1F1F7} \u{20BB7} \u{1D4B3}', // joined, paired, astral
  '\u202eoverride\u202c \u2066isolate\u2069 \u200f\u200b\ufeff\u2028\u2029\ufffd\u0001\u007f\u0085\t\r\n',
  `' OR 1=1 -- "; <script>0</script> \${0} {{0}} %00 %s \\ \\u0000 ../ &amp; ]]>`,
].join('\n');

/** A report with escapes that are valid JSON but no valid text. Forms never send them: they replace them by U+FFFD. */
export function brokenTextReport(partnerId?: string): Report {
  return { ...plainReport(partnerId), content: { description: `${TEST_MARK} \0 \ud800` } };
}
