// What a file of decisions tells reporters: the state of each action, and which of several rows of a report wins.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readStatedDecisions } from '../../src/receiver/figures/decisions.ts';
import { statesOf } from '../../src/receiver/figures/reporter-states.ts';

/** The states that these lines tell on the 20th of November. */
const statesIn = (...lines: readonly string[]) =>
  statesOf(
    readStatedDecisions(['reference,provider,date,action,answered', ...lines].join('\n')),
    '2026-11-20',
  );

/** The same, of a single report: its state and the day. */
const stateIn = (...lines: readonly string[]): string => {
  const [state, ...others] = statesIn(...lines);
  assert.equal(others.length, 0);
  return [state!.state, ...(state!.since === undefined ? [] : [state!.since])].join(' ');
};

test('each action has the state that is true for the reporter', () => {
  for (const [action, state] of [
    ['removed', 'removed'],
    ['restricted', 'removed'],
    ['refused', 'passed_on'],
    ['no answer', 'passed_on'],
    ['unknown', 'passed_on'],
    ['police', 'passed_on'],
    ['not illegal', 'not_illegal'],
    ['duplicate', 'reading'],
    ['reading', 'reading'],
    ['gone', 'gone'],
    ['not ours', 'not_ours'],
    ['link?', 'question'],
  ] as const)
    assert.equal(stateIn(`A,P,2026-11-05,${action},`), `${state} 2026-11-05`, action);
});

test('a state is of the day of the answer, else of that of the row, else of none', () => {
  assert.equal(stateIn('A,P,2026-11-05,removed,2026-11-07'), 'removed 2026-11-07');
  assert.equal(stateIn('A,P,,removed,2026-11-07'), 'removed 2026-11-07');
  assert.equal(stateIn('A,P,,no answer,'), 'passed_on');
});

test('a final state wins over any other, whichever stands first', () => {
  const [final, later] = ['A,P,2026-11-01,removed,', 'A,,2026-11-09,reading,'];
  assert.equal(stateIn(final, later), 'removed 2026-11-01');
  assert.equal(stateIn(later, final), 'removed 2026-11-01');
});

test('of two final states, and of two others, that of the later day wins, then that of the later line', () => {
  for (const [one, other, states] of [
    ['not illegal', 'gone', ['not_illegal', 'gone']],
    ['reading', 'link?', ['reading', 'question']],
  ] as const) {
    assert.equal(stateIn(`A,,2026-11-05,${one},`, `A,,2026-11-04,${other},`), `${states[0]} 2026-11-05`);
    assert.equal(stateIn(`A,,2026-11-04,${one},`, `A,,2026-11-05,${other},`), `${states[1]} 2026-11-05`);
    assert.equal(stateIn(`A,,2026-11-05,${one},`, `A,,2026-11-05,${other},`), `${states[1]} 2026-11-05`);
  }
});

test('a row without a day is of today, and an answer counts from its own day', () => {
  assert.equal(stateIn('A,,,reading,', 'A,,2026-11-19,link?,'), 'reading');
  assert.equal(stateIn('A,,,reading,', 'A,,2026-11-21,link?,'), 'question 2026-11-21');
  assert.equal(stateIn('A,P,2026-11-01,removed,2026-11-09', 'A,,2026-11-05,gone,'), 'removed 2026-11-09');
});

test('reports come in the order of the file, each with its lines', () => {
  assert.deepEqual(statesIn('B,,,reading,', 'A,,2026-11-05,gone,', 'B,P,2026-11-06,removed,'), [
    { reference: 'B', state: 'removed', since: '2026-11-06', lines: [2, 4] },
    { reference: 'A', state: 'gone', since: '2026-11-05', lines: [3] },
  ]);
});
