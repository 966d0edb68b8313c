// Drafts for the draft tests: settings, a walk through the steps, and the final report.

import { answer, createDraft, stepsOf } from '../../src/core/draft/draft.ts';
import type { Answers, Draft, DraftSettings } from '../../src/core/draft/types.ts';
import { reportOf, type ReportContext } from '../../src/core/draft/to-report.ts';
import { advance } from '../../src/core/draft/moves.ts';
import { reportSchema, type Report } from '../../src/core/report/report.ts';

export const settings: DraftSettings = {
  location: 'https://forum.example/fil/12?utm_source=x',
  pageContext: 'ask',
  fields: ['questions', 'role', 'details', 'reply'],
  flow: 'steps',
};

export const context: ReportContext = {
  submissionId: '3f1c2b6e-8a54-4d0a-9c1e-5b7f0a2d9e11',
  now: Date.UTC(2026, 10, 24, 13, 50, 42),
  locale: 'fr',
  embed: 'script',
  widgetVersion: '1.0.0',
  timeZoneOffset: -60,
};

/** A draft with these answers at its first step. */
export const draftWith = (answers: Partial<Answers>, its: Partial<DraftSettings> = {}): Draft =>
  answer(createDraft({ ...settings, ...its }), answers);

/** Advances a draft through its steps, as far as its answers allow. */
export function walk(start: Draft): Draft {
  let draft = start;
  for (const step of stepsOf(start)) {
    if (draft.step !== step) break;
    draft = advance(draft);
  }
  return draft;
}

/** The report of these answers; the schema accepts it unchanged. */
export function reportWith(answers: Partial<Answers>, its?: Partial<DraftSettings>): Report {
  const draft = walk(draftWith({ category: 'unsure', where: 'here', ...answers }, its));
  if (draft.step !== 'check') throw new Error(`The draft stays at « ${draft.step} ».`);
  const report = reportOf(draft, context);
  return reportSchema.parse(report);
}
