// The test reports: valid, marked as tests, never urgent, and as complete as they claim to be.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  brokenTextReport,
  followedReport,
  fullReports,
  largestReport,
  newerReport,
  plainReport,
  TEST_MARK,
  unicodeReport,
} from '../../../src/tools/conformance/test-reports.ts';
import { CATEGORIES } from '../../../src/core/report/categories.ts';
import { TEXT_LIMITS } from '../../../src/core/report/limits.ts';
import { MAX_REQUEST_BYTES } from '../../../src/core/report/protocol.ts';
import { reportSchema, type Report } from '../../../src/core/report/report.ts';
import { reportJsonSchema } from '../../../src/core/report/report-json-schema.ts';
import { othersOf } from '../../../src/core/report/report-known-members.ts';
import { priorityOf } from '../../../src/receiver/intake/priority.ts';

const size = (report: Report): number => new TextEncoder().encode(JSON.stringify(report)).length;

for (const partnerId of [undefined, 'ville-exemple']) {
  test(`they are valid, marked and never urgent (partner: ${partnerId})`, () => {
    const reports = [
      plainReport(partnerId),
      ...fullReports(partnerId),
      newerReport(partnerId),
      largestReport(partnerId),
      unicodeReport(partnerId),
      brokenTextReport(partnerId),
      followedReport('u5qUT1EecCe8HtvHijiRqwO8dCO9-Ciz4dtYXLxSLMc', partnerId),
    ];
    for (const report of reports) {
      assert.deepEqual(reportSchema.parse(report), report);
      assert.equal(priorityOf(report), 'normal');
      assert.equal(report.source.partnerId, partnerId);
      assert.match(report.locations[0]?.url?.value ?? '', /^https:\/\/example\.com\/conformance-test/);
      assert.ok(report.content?.description?.startsWith(TEST_MARK));
    }
    assert.equal(new Set(reports.map(({ submissionId }) => submissionId)).size, reports.length);
  });
}

test('the largest has exactly the size that a form may send', () => {
  for (const partnerId of [undefined, 'ville-exemple'])
    assert.equal(size(largestReport(partnerId)), MAX_REQUEST_BYTES);
});

test('the one with hard text is as long as a description may be, in code points alone', () => {
  const description = unicodeReport().content?.description ?? '';
  assert.equal([...description].length, TEXT_LIMITS.description);
  assert.ok(description.length > 1.5 * TEXT_LIMITS.description);
});

test('the full ones leave out nothing that a report can say', () => {
  const reports = fullReports('ville-exemple');
  assert.deepEqual(
    reports.map(({ category }) => category),
    CATEGORIES.map(({ id }) => id),
  );
  const { $defs, allOf, ...shared } = reportJsonSchema() as unknown as ReportSchema;
  for (const [index, report] of reports.entries()) {
    const { details } = allOf[index]!.then.properties;
    const missing = [
      ...missingKeys(shared, report, $defs),
      ...missingKeys(details, report.details, $defs, '/details'),
    ];
    // A test report replaces no earlier report, and only one for the follow-up has a hash.
    assert.deepEqual(missing, ['/supersedes', '/followUp'], report.category);
  }
});

test('the newer one has members that no version knows, in each part that takes them', () => {
  assert.deepEqual(
    othersOf(newerReport()).map(({ path }) => path),
    ['conformanceTest', 'details.conformanceTest', 'locations.0.conformanceTest'],
  );
});

interface ReportSchema extends Schema {
  readonly $defs: Record<string, Schema>;
  readonly allOf: readonly { readonly then: { readonly properties: { readonly details: Schema } } }[];
}

interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly oneOf?: Schema[];
}

/** Keys of the schema that the value lacks. In lists the first item counts; `foundVia.url` needs only a `url`. */
function missingKeys(schema: Schema, value: unknown, defs: Record<string, Schema>, path = ''): string[] {
  if (schema.$ref) return missingKeys(defs[schema.$ref.replace('#/$defs/', '')] ?? {}, value, defs, path);
  if (schema.items) return missingKeys(schema.items, (value as unknown[])[0], defs, path);
  if (schema.oneOf) return missingKeys(schema.oneOf.at(-1) ?? {}, value, defs, path);
  return Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
    const below = `${path}/${key}`;
    if (/(foundVia\/url|profileUrl)\//.test(below)) return [];
    const member = (value as Record<string, unknown>)[key];
    return member === undefined ? [below] : missingKeys(property, member, defs, below);
  });
}
