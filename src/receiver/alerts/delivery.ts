// Delivers messages about stored reports, at least once, by any process of the receiver.
import type { AlertChannel, Outbox, TakenMessage, WaitingCount } from '../database/outbox.ts';
import type { ReportStore } from '../store/store.ts';
import { minutesFrom } from '../database/moments.ts';
import type { Alerts } from './alerts.ts';
import type { MailServer } from './mail-server.ts';
import { sendMail } from './mail.ts';
import { within } from './time-limit.ts';
import { callWebhook } from './webhook.ts';
import type { AlertEvent } from '../events/alert-event.ts';
import { causeOf } from '../events/request-event.ts';

/** Options of the delivery. */
export interface DeliveryOptions {
  readonly store: Pick<ReportStore, 'find'> & { readonly outbox: Outbox };
  readonly alerts: Alerts;
  readonly now: () => Date;
  readonly emit: (event: AlertEvent) => void;
  /** Longest time of one look at the outbox, with what it delivers; a minute by default. */
  readonly lookMs?: number;
}

/** A delivery that goes on until it is closed. */
export interface Delivery {
  /** Looks at once: a message was stored by this process. */
  wake(): void;
  /** Which messages waited when this minute began, or shortly after it. */
  waiting(): readonly WaitingCount[];
  /** Ends the attempts under way. What was not delivered stays in the outbox. */
  close(): Promise<void>;
}

/**
 * Minutes to wait after each failed attempt: three days in all. Attempts are counted rather than days, so that a clock
 * that jumps ends nothing.
 */
export const WAITS: readonly number[] = [
  1, 1, 2, 5, 10, 20, 40, 60, 120, 240, 480, 480, 480, 480, 480, 480, 480, 480,
];

/** More than this between two attempts, only a clock that was ahead has written. */
const LONGEST_WAIT = Math.max(...WAITS);

/** How often a process looks for messages of others, and for those that are to be tried again. */
const POLL_MS = 5_000;

/** More than a webhook or a mail may take, and less than the time for which messages are taken. */
const LOOK_MS = 60_000;

/** How long the end of a process waits for a look that is under way. */
const CLOSE_GRACE_MS = 5_000;

/** Webhooks under way at once. A program that hangs holds up as many, for 15 seconds. */
const AT_ONCE = 8;

/** References in one mail: more come in the next one. */
const DIGEST = 100;

/** Starts to deliver. */
export function startDelivery({ store, alerts, now, emit, lookMs = LOOK_MS }: DeliveryOptions): Delivery {
  const { outbox } = store;
  const ending = new AbortController();
  const { signal } = ending;
  let counts: readonly WaitingCount[] = [];
  let countedAt = '';

  /** Whether the report is as safe as an acknowledged one. A failover must lose nothing that was announced. */
  const confirm = async (channel: AlertChannel, message: TakenMessage): Promise<boolean> => {
    try {
      if (await store.find(message.report.id)) return true;
    } catch {
      emit({ event: 'alert-unconfirmed', channel });
      await outbox.delay(message.id, { attempts: message.attempts, dueAt: minutesFrom(now(), 1) });
    }
    // Without a row, the report was erased meanwhile, and its message with it.
    return false;
  };

  const fail = async (
    channel: AlertChannel,
    { id, attempts }: TakenMessage,
    fault: string,
  ): Promise<void> => {
    // Cut off by the end of this process: the next one tries at once.
    if (signal.aborted) return outbox.delay(id, { attempts, dueAt: minutesFrom(now(), 0) });
    const wait = WAITS[attempts];
    await outbox.delay(id, {
      attempts: attempts + 1,
      dueAt: minutesFrom(now(), wait ?? 0),
      isStopped: wait === undefined,
      fault,
    });
    emit({ event: wait === undefined ? 'alert-stopped' : 'alert-delayed', channel, cause: fault });
  };

  const deliverByWebhook = async (message: TakenMessage): Promise<boolean> => {
    if (!alerts.webhook || !(await confirm('webhook', message))) return false;
    const result = await callWebhook(alerts.webhook, message, now(), signal);
    if (!result.isDelivered) {
      await fail('webhook', message, result.fault);
      return false;
    }
    await outbox.finish('webhook', [message.id]);
    emit({ event: 'alert-sent', channel: 'webhook' });
    return true;
  };

  // If none gets through, the others wait for the next look: a program that is down is not asked for each.
  const tellWebhook = async (): Promise<boolean> => {
    const taken = await outbox.take('webhook', { now: now(), limit: AT_ONCE, longestWait: LONGEST_WAIT });
    return (await Promise.all(taken.map(deliverByWebhook))).includes(true);
  };

  const tellByMail = async (mail: MailServer): Promise<void> => {
    const taken = await outbox.take('mail', {
      now: now(),
      limit: DIGEST,
      longestWait: LONGEST_WAIT,
      oncePerMinute: true,
    });
    const confirmed: TakenMessage[] = [];
    for (const message of taken) if (await confirm('mail', message)) confirmed.push(message);
    if (confirmed.length === 0) return;
    const result = await sendMail(
      mail,
      confirmed.map(({ id, report }) => ({ id, reference: report.reference })),
      signal,
    );
    if (result.isDelivered) {
      await outbox.finish(
        'mail',
        confirmed.map(({ id }) => id),
      );
      emit({ event: 'alert-sent', channel: 'mail' });
    } else for (const message of confirmed) await fail('mail', message, result.fault);
  };

  // Once a minute: a count that is finer would tell the moment of a report.
  const count = async (): Promise<void> => {
    const minute = minutesFrom(now(), 0);
    if (minute === countedAt) return;
    counts = await outbox.counts();
    countedAt = minute;
  };

  const { mail } = alerts;
  const loops = [
    ...(alerts.webhook ? [startLoop('webhook', tellWebhook)] : []),
    ...(mail ? [startLoop('mail', () => tellByMail(mail).then(() => false))] : []),
  ];

  /** @param tell tells of some messages. @returns whether there may be more to tell at once */
  function startLoop(channel: AlertChannel, tell: () => Promise<boolean>): Loop {
    // A target that never answers must not stop the loop, nor a database that never counts.
    const bounded = async <Result>(work: Promise<Result>): Promise<Result | undefined> => {
      try {
        return await within(work, lookMs);
      } catch (error) {
        emit({ event: 'alerts-unread', channel, cause: causeOf(error) });
        return undefined;
      }
    };
    const work = async (): Promise<void> => {
      let isMore: boolean | undefined = true;
      while (isMore && !signal.aborted) {
        isMore = await bounded(tell());
        await bounded(count());
      }
    };
    return repeat(work, POLL_MS);
  }

  return {
    wake() {
      for (const loop of loops) loop.wake();
    },
    waiting: () => counts,
    async close() {
      ending.abort();
      await Promise.all(loops.map((loop) => loop.close()));
    },
  };
}

/** Work that is done again and again. */
interface Loop {
  /** Does it at once, or once more after the work under way. */
  wake(): void;
  /** Does it no more. @returns a promise of the end of the work under way */
  close(): Promise<void>;
}

function repeat(work: () => Promise<void>, pauseMs: number): Loop {
  let isClosed = false;
  let isAskedFor = false;
  let underWay: Promise<void> | undefined;
  const run = (): void => {
    if (isClosed) return;
    isAskedFor = true;
    underWay ??= (async () => {
      while (isAskedFor && !isClosed) {
        isAskedFor = false;
        await work();
      }
      underWay = undefined;
    })();
  };
  const timer = setInterval(run, pauseMs).unref();
  run();
  return {
    wake: run,
    async close() {
      isClosed = true;
      clearInterval(timer);
      if (underWay) await within(underWay, CLOSE_GRACE_MS).catch(() => {});
    },
  };
}
