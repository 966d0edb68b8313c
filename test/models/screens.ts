// Model of a form's screens: which may follow which, that a question leads back to what it stood before, that a code goes only
// after its question, and that nothing that was answered, nor the number of a report, is left once it is forgotten.

import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { answer, createDraft, hasAnswers } from '../../src/core/draft/draft.ts';
import type { Receipt } from '../../src/core/report/protocol.ts';
import type { Report } from '../../src/core/report/report.ts';
import { DeliveryController } from '../../src/widget/form/controllers/delivery.ts';
import { IdleController } from '../../src/widget/form/controllers/idle.ts';
import { LeavingController } from '../../src/widget/form/controllers/leaving.ts';
import { FollowUp } from '../../src/widget/form/follow-up.ts';
import type { Change, FormState } from '../../src/widget/form/form-view.ts';
import { behind, confirmedIn, ScreenState, STEP, type Screen } from '../../src/widget/form/screen.ts';
import { settings } from '../core/draft-given.ts';
import { actionsOn, stepsModel } from './steps.ts';

/** Part of each answer. */
const SECRET = 'canari';
const NUMBER = '7K4M-2QXD';

type Kind = Screen['kind'];

/** What somebody who looks at the screen knows. */
interface Known {
  kind: Kind;
  /** Whether answers may be there. */
  hasTyped: boolean;
  /** Whether the number of a report may be there. */
  hasNumber: boolean;
  /** Whether it may stand beside what the screen tells of the answers: not if they were forgotten on the way. */
  isTold: boolean;
  isBusy: boolean;
  /** Whether the number may have a code beside it that nobody says to have noted, and that was not asked about. */
  isCodeAtRisk: boolean;
  /** Minutes since the reporter did anything. */
  idle: number;
  /** Whether the nine minutes have been over: from then on, only an answer gives ten minutes again. */
  isWarned: boolean;
}

/** The screens that a question or a warning may follow; the others follow all. */
const FOLLOWS: Readonly<Partial<Record<Kind, readonly Kind[]>>> = {
  discard: ['step'],
  interrupted: ['step'],
  code: ['sent'],
  warning: ['step', 'discard', 'interrupted', 'sent', 'follow-up', 'code'],
};

/**
 * The parts of a form that change its screen, with what they need of it. The form itself and its views need a page:
 * `widget/form/screens.test.ts` walks through those.
 */
class Parts {
  readonly state = new ScreenState();
  draft = createDraft(settings);
  isOpen = false;
  /** Ends the sending that is under way. */
  settle: { arrive(): void; fail(): void } | undefined;
  readonly window = new EventTarget();
  readonly leaving: LeavingController;
  readonly idle: IdleController;
  readonly followUp: FollowUp;
  delivery: DeliveryController;

  constructor() {
    const form = formOf(this);
    this.leaving = new LeavingController(form);
    this.idle = new IdleController(form);
    this.followUp = new FollowUp(form, 'https://hotline.example/v1/follow-up');
    this.delivery = new DeliveryController(form);
    this.#renew = (): void => void (this.delivery = new DeliveryController(form));
  }

  #renew: () => void;

  get screen(): Screen {
    return this.state.shown;
  }

  go(screen: Screen): boolean {
    const from = this.state.shown;
    const isAllowed = FOLLOWS[screen.kind]?.includes(from.kind) ?? true;
    assert.equal(this.state.go(screen), isAllowed, `${from.kind} → ${screen.kind}`);
    assert.equal(this.state.shown, isAllowed ? screen : from);
    this.update();
    return isAllowed;
  }

  #isStale = false;

  /** Asks for a rendering. */
  update(): void {
    this.#isStale = true;
  }

  /** Renders, if a change has asked for it: Lit renders once after all changes of a task. */
  render(): void {
    if (!this.#isStale) return;
    this.#isStale = false;
    this.idle.hostUpdated();
  }

  open(): void {
    this.isOpen = true;
    if (behind(this.screen).kind !== 'sent' && !hasAnswers(this.draft)) this.startOver();
    this.idle.extend();
    this.update();
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.leaving.closed(true);
  }

  startOver(): void {
    this.draft = createDraft(settings);
    this.go(this.delivery.isBusy ? { kind: 'cleared', wasSent: false } : STEP);
    this.followUp.startOver();
    if (!this.delivery.isBusy) this.#renew();
  }

  /** The reporter's hand, as the idle clock notices it. */
  touch(): void {
    this.window.dispatchEvent(new Event('click'));
  }

  /** Everything that a look at the form's memory finds. */
  get memory(): string {
    return JSON.stringify([this.screen, this.draft.answers, this.delivery.shownFailure]);
  }
}

/** What the parts see of the form. */
function formOf(parts: Parts): FormState {
  const transport = ({ submissionId }: Report): Promise<Receipt> =>
    new Promise((resolve, reject) => {
      const receipt = { submissionId, reference: NUMBER, receivedAt: '2026-11-24T13:50:00Z' };
      parts.settle = { arrive: () => resolve(receipt), fail: () => reject(new Error('no answer')) };
    });
  const form = {
    host: Object.assign(new EventTarget(), {
      addController: () => {},
      requestUpdate: () => parts.update(),
      matches: () => false,
      getAttribute: () => null,
      hasAttribute: () => false,
      isConnected: true,
      isInline: false,
      renderRoot: { querySelectorAll: () => [] },
    }),
    get screen() {
      return parts.screen;
    },
    get draft() {
      return parts.draft;
    },
    set draft(draft) {
      parts.draft = draft;
    },
    get delivery() {
      return parts.delivery;
    },
    get leaving() {
      return parts.leaving;
    },
    get idle() {
      return parts.idle;
    },
    dialog: {
      get isOpen() {
        return parts.isOpen;
      },
    },
    settings: { draft: settings, transport, publicKey: null, challenge: null, isPractice: false },
    localize: { tag: 'fr', own: {}, forget: () => {} },
    status: { say: () => {}, sayAfterView: () => {} },
    later: {
      get followUp() {
        return parts.followUp;
      },
    },
    options: {},
    text: (key: string) => key,
    go: (screen: Screen, _?: Change) => parts.go(screen),
    show: () => parts.update(),
    close: () => parts.close(),
    startOver: () => parts.startOver(),
    reset: () => parts.startOver(),
  };
  return form as unknown as FormState;
}

/** What stands there once everything is forgotten: a report on its way is told of, and one that may have arrived. */
const FORGOTTEN: readonly Kind[] = ['step', 'cleared', 'sent'];

function forget(known: Known): void {
  known.hasTyped = known.hasNumber = known.isCodeAtRisk = known.isTold = known.isWarned = false;
}

function extend(known: Known): void {
  known.idle = 0;
  known.isWarned = false;
}

const action = actionsOn<Known, Parts>();

/** An action of the reporter, in the form. */
const act = (
  can: (known: Readonly<Known>) => boolean,
  run: (known: Known, parts: Parts) => void | Promise<void>,
  to?: readonly Kind[],
  weight = 1,
) =>
  action({
    given: fc.constant(null),
    weight,
    can: (known) => can(known),
    async run(known, parts) {
      if (!parts.isOpen) return;
      parts.touch();
      known.idle = known.isWarned ? 9 : 0;
      await run(known, parts);
      if (to) assert.ok(to.includes(parts.screen.kind), `${known.kind} → ${parts.screen.kind}`);
    },
  });

const at =
  (...kinds: Kind[]) =>
  ({ kind }: Readonly<Known>): boolean =>
    kinds.includes(kind);

const actions = {
  open: action({
    given: fc.constant(null),
    weight: 3,
    run(known, parts) {
      if (parts.isOpen) return;
      parts.open();
      extend(known);
    },
  }),
  type: act(
    at('step'),
    (known, parts) => {
      if (parts.delivery.isBusy) return;
      parts.draft = answer(parts.draft, {
        category: 'unsure',
        where: 'none',
        place: SECRET,
        reply: 'yes',
        email: `${SECRET}@exemple.fr`,
        details: SECRET,
      });
      parts.update();
      known.hasTyped = true;
    },
    ['step'],
    4,
  ),
  'ask to close': act(
    () => true,
    (known, parts) => {
      const before = parts.screen;
      parts.leaving.askClose();
      const { kind } = parts.screen;
      if (before.kind === 'warning' || before.kind === 'discard') extend(known);
      if (before.kind === 'warning') assert.equal(parts.screen, before.behind);
      else if (before.kind === 'discard') assert.equal(kind, 'step');
      else if (before.kind === 'sent' && known.isCodeAtRisk) return assert.equal(kind, 'code');
      else if (!['sent', 'code', 'cleared'].includes(before.kind) && known.hasTyped)
        assert.equal(kind, known.isBusy ? 'step' : 'discard');
      else assert.ok(!parts.isOpen);
      if (['sent', 'code', 'cleared'].includes(before.kind)) forget(known);
    },
  ),
  'see the code again': act(
    at('code'),
    (known, parts) => {
      parts.followUp.seeAgain();
      extend(known);
      known.isCodeAtRisk = false;
    },
    ['sent'],
  ),
  'let the code go': act(
    at('code'),
    (known, parts) => {
      if (parts.screen.kind === 'code') parts.screen.way();
      forget(known);
    },
    ['step'],
  ),
  'note the code': act(at('sent'), (known, parts) => {
    parts.followUp.note(true);
    known.isCodeAtRisk = false;
  }),
  stay: act(at('discard', 'warning'), (known, parts) => {
    const before = parts.screen;
    parts.leaving.stay();
    extend(known);
    assert.equal(parts.screen, before.kind === 'warning' ? before.behind : STEP);
  }),
  discard: act(
    at('discard'),
    (known, parts) => {
      parts.leaving.discard();
      forget(known);
      assert.ok(!parts.isOpen);
    },
    ['step'],
  ),
  send: act(
    (known) => known.kind === 'step' && known.hasTyped && !known.isBusy,
    async (known, parts) => {
      await parts.followUp.made;
      parts.delivery.prepare();
      void parts.delivery.send();
      known.isBusy = true;
    },
    ['step'],
    3,
  ),
  'ask for an earlier report': act(
    (known) => known.kind === 'step' && !known.hasTyped && !known.isBusy,
    (_, parts) => void parts.go({ kind: 'follow-up' }),
  ),
  'lose the keyboard': act(at('step'), (_, parts) => void parts.go({ kind: 'interrupted' })),
  'take it back': act(at('interrupted', 'follow-up'), (_, parts) => void parts.go(STEP)),
  'begin again': act(at('sent', 'cleared'), (known, parts) => {
    parts.leaving.leaveSent('ok.again', () => {
      parts.startOver();
      parts.go(STEP);
    });
    if (known.kind === 'sent' && known.isCodeAtRisk) return assert.equal(parts.screen.kind, 'code');
    forget(known);
  }),
  'a question out of place': action({
    given: fc.constantFrom<Kind>('discard', 'interrupted', 'warning', 'code'),
    can: () => true,
    run({ kind }, parts, wanted) {
      if (FOLLOWS[wanted]?.includes(kind)) return;
      assert.equal(
        parts.go(wanted === 'warning' ? { kind: wanted, behind: STEP } : ({ kind: wanted } as Screen)),
        false,
      );
    },
  }),
  'the browser closes': action({
    given: fc.constant(null),
    run(known, parts) {
      if (!parts.isOpen) return;
      parts.isOpen = false;
      const { kind } = behind(parts.screen);
      parts.leaving.closed(false);
      if (kind === 'cleared') forget(known);
    },
  }),
  'the page goes': action({
    given: fc.constant(null),
    run(known, parts) {
      parts.window.dispatchEvent(new Event('pagehide'));
      forget(known);
      assert.ok(FORGOTTEN.includes(parts.screen.kind), parts.screen.kind);
    },
  }),
  arrive: action({
    given: fc.constant(null),
    weight: 2,
    can: ({ isBusy }) => isBusy,
    async run(known, parts) {
      const before = parts.screen;
      parts.settle?.arrive();
      await nextTurn();
      // The clock of a number begins with it.
      if (!known.hasTyped && behind(before).kind !== 'sent') extend(known);
      Object.assign(known, {
        isBusy: false,
        isTold: known.hasTyped,
        isCodeAtRisk: known.hasTyped,
        hasTyped: false,
        hasNumber: true,
      });
    },
  }),
  fail: action({
    given: fc.constant(null),
    can: ({ isBusy }) => isBusy,
    async run(known, parts) {
      const before = parts.screen;
      parts.settle?.fail();
      await nextTurn();
      // So does that of the news that a wiped report may have arrived.
      if (!known.hasTyped && behind(before).kind !== 'sent') extend(known);
      known.isBusy = false;
      // Nobody is told that nothing was sent.
      if (!known.hasTyped) assert.deepEqual(parts.screen, { kind: 'sent', confirmed: undefined });
    },
  }),
  wait: action({
    given: fc.record({ minutes: fc.constantFrom(1, 5, 8, 9, 10, 60), isAsleep: fc.boolean() }),
    weight: 2,
    run(known, parts, { minutes, isAsleep }) {
      const before = parts.screen;
      // A device that sleeps has no timers until it wakes.
      for (let past = 0; past < minutes; past += isAsleep ? minutes : 1) {
        mock.timers.tick((isAsleep ? minutes : 1) * 60_000);
        parts.render();
      }
      known.idle += minutes;
      const { kind } = parts.screen;
      // A report on its way may take its time.
      if (known.isBusy && known.hasTyped && (!isAsleep || known.idle < 10)) {
        known.idle = known.idle < 9 ? known.idle : isAsleep ? 0 : known.idle % 9;
        return assert.equal(parts.screen, before);
      }
      const hasSomething = known.hasTyped || behind(before).kind === 'sent';
      if (known.idle < 9 || !hasSomething) return assert.equal(parts.screen, before);
      if (known.idle < 10) {
        known.isWarned = true;
        return assert.equal(kind, parts.isOpen ? 'warning' : before.kind);
      }
      forget(known);
      assert.ok(FORGOTTEN.includes(behind(parts.screen).kind), kind);
      // That a report may have arrived is told for ever, and its clock begins again.
      if (behind(parts.screen).kind !== 'sent') return;
      known.idle = isAsleep ? 0 : known.idle % 10;
      known.isWarned = known.idle === 9;
    },
  }),
};

export const model = stepsModel<Known, Parts>({
  name: 'screens',
  runs: 400,
  most: 30,
  start() {
    mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 10, 24, 13, 50) });
    mock.method(performance, 'now', () => Date.now());
    const parts = new Parts();
    Object.assign(globalThis, { window: parts.window });
    parts.leaving.hostConnected();
    const known = {
      kind: 'step',
      hasTyped: false,
      hasNumber: false,
      isTold: false,
      isBusy: false,
      isCodeAtRisk: false,
      idle: 0,
      isWarned: false,
    } as const;
    return { model: { ...known }, real: parts };
  },
  actions,
  holds(known, parts) {
    parts.render();
    const { screen, memory } = parts;
    known.kind = screen.kind;
    if (screen.kind === 'warning') assert.ok(['step', 'sent', 'follow-up'].includes(screen.behind.kind));
    if (!known.hasTyped && !known.isTold) assert.ok(!memory.includes(SECRET), `an answer is left: ${memory}`);
    if (!known.hasNumber) assert.ok(!memory.includes(NUMBER), `a number is left: ${memory}`);
    assert.equal(confirmedIn(screen) !== undefined, known.hasNumber);
    if (!known.hasNumber) assert.ok(screen.kind !== 'code');
    assert.equal(hasAnswers(parts.draft), known.hasTyped);
    assert.equal(parts.delivery.isBusy, known.isBusy);
  },
  close() {
    mock.reset();
    mock.timers.reset();
    Reflect.deleteProperty(globalThis, 'window');
  },
});
