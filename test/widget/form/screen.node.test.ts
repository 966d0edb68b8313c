// Which screen of a form may follow which: a question or a warning never comes where nothing can be lost.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  behind,
  confirmedIn,
  ScreenState,
  STEP,
  type Screen,
  type SentScreen,
} from '../../../src/widget/form/screen.ts';

const SENT: SentScreen = {
  kind: 'sent',
  confirmed: {
    reports: [
      {
        receipt: { submissionId: 'x', reference: 'ABCD-2345', receivedAt: '2026-11-29T10:00:00Z' },
        code: undefined,
        links: 1,
      },
    ],
    missing: undefined,
    replyTo: undefined,
    context: { category: 'unsure', questions: {} },
    repeat: undefined,
  },
};
const SCREENS: readonly Screen[] = [
  STEP,
  SENT,
  { kind: 'follow-up' },
  { kind: 'discard' },
  { kind: 'warning', behind: SENT },
  { kind: 'code', behind: SENT, label: 'header.close', way: () => {} },
  { kind: 'interrupted' },
  { kind: 'cleared', wasSent: false },
];

/** The kinds of screen that a screen may follow. */
function mayFollow(next: Screen): Screen['kind'][] {
  return SCREENS.filter((shown) => {
    const state = new ScreenState();
    state.shown = shown;
    const hasGone = state.go(next);
    // What may not follow changes nothing.
    assert.equal(state.shown, hasGone ? next : shown);
    return hasGone;
  }).map(({ kind }) => kind);
}
const screenOf = (kind: Screen['kind']): Screen => SCREENS.find((screen) => screen.kind === kind)!;

test('a form begins with a step', () => {
  assert.equal(new ScreenState().shown, STEP);
});

test('the question before answers are lost, and the word about the keyboard, come only where answers are given', () => {
  assert.deepEqual(mayFollow(screenOf('discard')), ['step']);
  assert.deepEqual(mayFollow(screenOf('interrupted')), ['step']);
});

test('the question about a code comes only where one is shown', () => {
  assert.deepEqual(mayFollow(screenOf('code')), ['sent']);
});

test('the warning comes over everything that can be forgotten, and once', () => {
  assert.deepEqual(mayFollow(screenOf('warning')), [
    'step',
    'sent',
    'follow-up',
    'discard',
    'code',
    'interrupted',
  ]);
});

test('answers are forgotten, and outcomes told, whatever is shown', () => {
  for (const kind of ['step', 'sent', 'cleared', 'follow-up'] as const)
    assert.equal(mayFollow(screenOf(kind)).length, SCREENS.length, kind);
});

test('a report that is confirmed is so behind the warning and the question about its code', () => {
  assert.equal(behind(screenOf('code')), SENT);
  assert.equal(confirmedIn(screenOf('code')), SENT.confirmed);
  assert.equal(behind(screenOf('warning')), SENT);
  assert.equal(behind(STEP), STEP);
  assert.equal(confirmedIn(SENT), SENT.confirmed);
  assert.equal(confirmedIn(screenOf('warning')), SENT.confirmed);
  assert.equal(confirmedIn({ kind: 'warning', behind: STEP }), undefined);
  assert.equal(confirmedIn({ kind: 'sent', confirmed: undefined }), undefined);
});
