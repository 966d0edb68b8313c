// The statements on known vulnerabilities: valid CycloneDX, about packages that the bills of materials name, the same to the
// byte twice; and npm's advisories that still lack one.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { unstated, type AuditReport } from '../../.build/advisories.ts';
import { BILLS, readBill, readStatements, statementsOn, type Statement } from '../../.build/vex.ts';

const { resolve } = createRequire(import.meta.url);
const SCHEMAS = join(dirname(resolve('@cyclonedx/cyclonedx-library/package.json')), 'res/schema');
const schemaOf = (name: string): object =>
  JSON.parse(readFileSync(join(SCHEMAS, `${name}.SNAPSHOT.schema.json`), 'utf8')) as object;

// Formats of other specifications (idn-email, iri-reference) are not looked at.
const ajv = new Ajv({ strict: false, validateFormats: false });
for (const name of ['spdx', 'jsf-0.82'])
  ajv.addSchema(schemaOf(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
const isValid = ajv.compile(schemaOf('bom-1.5'));

/** What a release says that has something to say. */
const SAMPLE: Statement = {
  id: 'GHSA-0000-0000-0000',
  url: 'https://github.com/advisories/GHSA-0000-0000-0000',
  component: 'lit',
  state: 'not_affected',
  justification: 'code_not_reachable',
  detail: 'The form never calls the function.',
  firstStated: '2026-11-02',
  lastChanged: '2026-11-03',
};

test('the statements of this version are valid, complete, and about packages that users get', () => {
  for (const name of Object.keys(BILLS)) {
    const document: unknown = JSON.parse(statementsOn(readBill(name), readStatements()));
    assert.ok(isValid(document), JSON.stringify(isValid.errors));
  }
  assert.deepEqual(unstated({}, readStatements().statements, Object.keys(BILLS).map(readBill)), []);
  for (const { id, state, justification, recommendation } of readStatements().statements) {
    if (state === 'not_affected') assert.ok(justification, id);
    if (state === 'exploitable') assert.ok(recommendation, id);
  }
});

test('a version with a day was compared with npm’s advisories in the month before', () => {
  const [, released] = /^## \[.+?\] - (\d{4}-\d\d-\d\d)$/m.exec(readFileSync('CHANGELOG.md', 'utf8')) ?? [];
  const { reviewedOn } = readStatements();
  if (released === undefined) return;
  const daysBefore = (Date.parse(released) - Date.parse(reviewedOn ?? '')) / 86_400_000;
  assert.ok(daysBefore >= 0 && daysBefore <= 31, 'npm run advisories, then write the day');
});

test('a statement names the package by the reference of the bill, with our reason', () => {
  const text = statementsOn(readBill('cliquez-signalez'), { reviewedOn: '2026-11-30', statements: [SAMPLE] });
  const document = JSON.parse(text) as {
    metadata: { timestamp: string; component: { 'bom-ref': string } };
    components: readonly { 'bom-ref': string }[];
    vulnerabilities: readonly {
      id: string;
      analysis: object;
      affects: readonly { ref: string; versions: readonly object[] }[];
    }[];
  };
  assert.ok(isValid(document), JSON.stringify(isValid.errors));
  const bill = readBill('cliquez-signalez');
  const billed = bill.components.find(({ name }) => name === 'lit')!;
  assert.equal(document.metadata.timestamp, '2026-11-30T00:00:00.000Z');
  assert.equal(document.metadata.component['bom-ref'], bill.metadata.component['bom-ref']);
  assert.deepEqual(
    document.components.map((each) => each['bom-ref']),
    [billed['bom-ref']],
  );
  const [vulnerability] = document.vulnerabilities;
  assert.deepEqual(
    [vulnerability?.id, vulnerability?.analysis],
    [
      SAMPLE.id,
      {
        state: 'not_affected',
        justification: 'code_not_reachable',
        detail: 'The form never calls the function.',
      },
    ],
  );
  assert.deepEqual(vulnerability?.affects, [
    { ref: billed['bom-ref'], versions: [{ version: billed.version, status: 'unaffected' }] },
  ]);
});

test('a version of ours with a flaw is named as affected', () => {
  const own: Statement = {
    ...SAMPLE,
    component: 'cliquez-signalez-tools',
    state: 'exploitable',
    recommendation: 'Take 0.1.1.',
  };
  const { justification: _, ...statement } = own;
  const text = statementsOn(readBill('cliquez-signalez-tools'), {
    reviewedOn: null,
    statements: [statement],
  });
  assert.ok(isValid(JSON.parse(text)), JSON.stringify(isValid.errors));
  assert.match(text, /"status": "affected"/);
  assert.match(text, /"recommendation": "Take 0\.1\.1\."/);
  assert.doesNotMatch(text, /timestamp/);
});

test('a word that CycloneDX does not have ends the release', () => {
  const made = (change: Partial<Statement>): string =>
    statementsOn(readBill('cliquez-signalez'), { reviewedOn: null, statements: [{ ...SAMPLE, ...change }] });
  assert.throws(() => made({ state: 'harmless' }), /« harmless » is none of .*not_affected/);
  assert.throws(() => made({ justification: 'unused' }), /« unused » is none of .*code_not_reachable/);
});

test('the same statements in any order give the same bytes, and each package gets its own alone', () => {
  const other: Statement = { ...SAMPLE, id: 'GHSA-0000-0000-0001', component: 'zod' };
  const made = (name: string, statements: readonly Statement[]): string =>
    statementsOn(readBill(name), { reviewedOn: '2026-11-30', statements });
  const text = made('cliquez-signalez', [SAMPLE, other]);
  assert.equal(made('cliquez-signalez', [other, SAMPLE]), text);
  assert.doesNotMatch(text, /serialNumber/);
  const { vulnerabilities } = JSON.parse(made('cliquez-signalez-tools', [SAMPLE, other])) as Record<
    string,
    unknown
  >;
  assert.deepEqual(vulnerabilities, [], 'nothing is to be stated of this one');
});

test('an advisory on a package that users get needs a statement; one on a tool of ours does not', () => {
  // As `npm audit --json` writes it.
  const advisory = (name: string, id: string): object => ({
    [name]: {
      name,
      severity: 'high',
      via: [
        'another-package',
        {
          source: 1,
          name,
          dependency: name,
          title: 'It overflows',
          url: `https://github.com/advisories/${id}`,
          severity: 'high',
          range: '<9',
        },
      ],
    },
  });
  const report = {
    auditReportVersion: 2,
    vulnerabilities: { ...advisory('lit', SAMPLE.id), ...advisory('vite', 'GHSA-0000-0000-0002') },
  } as AuditReport;
  const bills = Object.keys(BILLS).map(readBill);
  assert.deepEqual(unstated(report, [], bills), [
    'lit: GHSA-0000-0000-0000 (high) needs a statement: It overflows',
  ]);
  assert.deepEqual(unstated(report, [SAMPLE], bills), []);
  const left = { ...SAMPLE, component: 'left-pad' };
  assert.match(unstated({}, [left], bills)[0]!, /^left-pad: .* no bill names the package/);
});
