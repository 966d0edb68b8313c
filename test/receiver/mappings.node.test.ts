// The three mappings, for any report: they never throw, respect length limits, and never identify the reporter.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CATEGORIES } from '../../src/core/report/categories.ts';
import { reportSchema, type Report } from '../../src/core/report/report.ts';
import { KINDS } from '../../src/core/report/vocabulary.ts';
import { cyberTiplineXml, toCyberTipline, toDsaNotice, toIccam } from '../../src/receiver/index.ts';
import { validReport, type JsonObject } from '../core/report-arbitrary.ts';
import { checkDocumented } from './cybertipline-fields.ts';
import { CANARY, EXAMPLES, filed, HOTLINE } from './mapping-examples.ts';
import { readXml } from './xml-reader.ts';

const inAllWays = (report: Report) => {
  const notices = (['fr', 'en'] as const).map((locale) =>
    toDsaNotice(filed(report), { hotline: { ...HOTLINE, secret: CANARY } as typeof HOTLINE, locale }),
  );
  const iccam = toIccam(filed(report));
  const cyberTipline = toCyberTipline(filed(report), { hotline: HOTLINE });
  const xml = cyberTipline.document && cyberTiplineXml(cyberTipline.document);
  return { notices, iccam, cyberTipline, xml };
};

for (const { id } of CATEGORIES) {
  test(`${id}: the example is a valid report, and nothing about the reporter goes on`, () => {
    const report = reportSchema.parse(EXAMPLES[id]);
    assert.ok(JSON.stringify(report).includes(CANARY));
    const mapped = JSON.stringify(inAllWays(report));
    assert.ok(!mapped.includes(CANARY));
    assert.ok(!mapped.includes(report.submissionId));
    assert.ok(mapped.includes('7K4M-2QXD'));
  });
}

test('whether the reporter is the person aimed at, or is afraid, changes no word', () => {
  const { sexual_harassment: report } = EXAMPLES;
  const aimedAt = (target: 'me' | 'someone_else', known: 'self' | 'not_known', answer: 'yes' | 'no') =>
    inAllWays({
      ...report,
      personsConcerned: { ...report.personsConcerned, known },
      details: { ...report.details, target, authorKnown: answer, evidenceKept: answer, fearNow: answer },
      reporter: { ...report.reporter, role: target === 'me' ? 'victim' : 'witness' },
    });
  assert.deepEqual(aimedAt('me', 'self', 'yes'), aimedAt('someone_else', 'not_known', 'no'));
});

test('any report: no mapping throws, and every limit is kept', { timeout: 300_000 }, () => {
  const taken = { iccam: 0, cyberTipline: 0 };
  fc.assert(
    fc.property(validReport, (json) => {
      const report = reportSchema.parse(withCanaries(json));
      const { notices, iccam, cyberTipline, xml } = inAllWays(report);
      for (const { document } of notices) {
        assert.ok(document.explanation.length <= 2000);
        assert.equal(document.locations.length, report.locations.length);
        assert.ok(document.keywords.length > 0 && document.contentTypes.length > 0);
        for (const list of [document.keywords, document.contentTypes])
          assert.equal(new Set<string>(list).size, list.length);
      }
      if (iccam.document) {
        taken.iccam++;
        assert.equal(iccam.document.urls.filter(({ isSourceUrl }) => isSourceUrl).length, 1);
        assert.equal(iccam.document.urls.length, report.locations.filter(({ url }) => url).length);
      }
      if (cyberTipline.document) {
        taken.cyberTipline++;
        const { incidentSummary } = cyberTipline.document;
        assert.match(incidentSummary.incidentDateTime, /^\d{4}-\d\d-\d\dT\d\d:\d\d:00Z$/);
        assert.ok(!Number.isNaN(Date.parse(incidentSummary.incidentDateTime)));
        checkDocumented(readXml(xml ?? ''));
      }
      assert.ok(!JSON.stringify([...notices, iccam, cyberTipline, xml]).includes(CANARY));
    }),
    { numRuns: 3000 },
  );
  assert.ok(taken.iccam > 100 && taken.cyberTipline > 100, JSON.stringify(taken));
});

test('any report of any kind of a category that is taken has its way', () => {
  for (const { id } of CATEGORIES) {
    for (const kind of KINDS[id]) {
      const report = reportSchema.parse({ ...EXAMPLES[id], details: { kinds: [kind] } });
      const { notices, iccam, cyberTipline } = inAllWays(report);
      assert.ok(notices.every(({ document }) => document.keywords.length > 0));
      for (const mapped of [iccam, cyberTipline])
        assert.ok(mapped.document ?? mapped.reason, `${id} ${kind}`);
    }
  }
});

/** The report with canaries in every field that may identify the reporter, their device or the page. */
function withCanaries(report: JsonObject): JsonObject {
  const asEnteredAnew = (key: string, value: unknown): unknown => (key === 'asEntered' ? CANARY : value);
  return {
    ...(JSON.parse(JSON.stringify(report), asEnteredAnew) as JsonObject),
    reporter: {
      role: 'victim',
      ageBand: 'adult',
      anonymous: false,
      followUp: 'email',
      contact: { email: `${CANARY}@example.org`, name: CANARY },
    },
    source: {
      embed: 'script',
      widgetVersion: '1.0.0',
      prefilled: false,
      partnerId: CANARY,
      placement: CANARY,
      hostOrigin: `https://${CANARY}.example`,
    },
    personsConcerned: { ...(report['personsConcerned'] as JsonObject | undefined), areaHint: CANARY },
  };
}
