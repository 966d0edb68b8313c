// Politeness of a crowd: no client comes too early or too often, and ten thousand do not come back as one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sendSubmission } from '../../../src/widget/client/submit.ts';
import { failureOf, RECEIPT, SUBMISSION, virtualClock } from './harness.ts';

const NOW = Date.parse('2026-11-24T13:50:00Z');

// The effect of a server outage on one attempt: its duration and its result.
const fault = fc.record({
  tookMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 15_000 })),
  status: fc.constantFrom(0, 200, 408, 409, 425, 429, 500, 502, 503, 504, 507),
  retryAfter: fc.option(fc.integer({ min: 0, max: 40 })),
  isDate: fc.boolean(),
});

test('10,000 clients of a server that is down: never earlier than Retry-After, at most six attempts, at most thirty seconds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fault, { minLength: 6, maxLength: 6 }),
      fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
      async (faults, chances) => {
        const clock = virtualClock(NOW);
        const startsMs: number[] = [];
        let earliestMs = 0;
        let attempts = 0;
        const fetch = async (_: unknown, { keepalive }: RequestInit = {}): Promise<Response> => {
          if (!keepalive && startsMs.length === attempts) throw new TypeError('the fallback fares no better');
          const { tookMs, status, retryAfter, isDate } = faults[attempts++]!;
          assert.ok(clock.ms >= earliestMs, `${earliestMs - clock.ms} ms too early`);
          startsMs.push(clock.ms);
          clock.ms += tookMs;
          if (!status) throw new TypeError('network');
          const headers = new Headers();
          if (retryAfter !== null) {
            headers.set(
              'retry-after',
              isDate ? new Date(clock.ms + retryAfter * 1_000).toUTCString() : `${retryAfter}`,
            );
            // A date has no milliseconds, so it stands for its whole second.
            earliestMs = isDate ? Date.parse(headers.get('retry-after')!) : clock.ms + retryAfter * 1_000;
          }
          return new Response('down', { status, headers });
        };
        const onRetry = ({ attempt, delayMs }: { attempt: number; delayMs: number }): void => {
          assert.equal(attempt, attempts + 1);
          assert.ok(delayMs >= 0);
        };
        const { retryable } = await failureOf(
          sendSubmission(SUBMISSION, {
            endpoint: 'https://hotline.example',
            fetch,
            random: () => chances.next().value,
            onRetry,
            ...clock,
            now: clock.now,
          }),
        );
        assert.ok(retryable);
        assert.ok(attempts <= 6);
        assert.ok(clock.waits.reduce((sum, ms) => sum + ms, 0) <= 30_000);
        assert.ok(startsMs.every((ms) => ms - NOW <= 30_000));
      },
    ),
    { numRuns: 10_000 },
  );
});

test('a crowd that meets a dead server does not come back as one: after the outage, no more than during it, and soon the usual traffic', async (t) => {
  const OUTAGE_MS = 60_000;
  for (const retryAfter of [undefined, 5]) {
    const arrivalsPerSecond = new Map<number, number>();
    let delivered = 0;
    // 10,000 reporters over two minutes, as evenly as people come; the server is back after one minute.
    for (let client = 0; client < 10_000; client++) {
      const clock = virtualClock(Math.random() * 2 * OUTAGE_MS);
      const fetch = async (): Promise<Response> => {
        const second = Math.floor(clock.ms / 1_000);
        arrivalsPerSecond.set(second, (arrivalsPerSecond.get(second) ?? 0) + 1);
        if (clock.ms >= OUTAGE_MS) return Response.json(RECEIPT);
        return new Response('', {
          status: 503,
          headers: retryAfter ? { 'retry-after': `${retryAfter}` } : {},
        });
      };
      const sending = sendSubmission(SUBMISSION, {
        endpoint: 'https://hotline.example',
        fetch,
        ...clock,
        now: clock.now,
      });
      await sending.then(
        () => delivered++,
        () => {},
      );
    }
    const between = (from: number, to: number) => {
      const counts = Array.from(
        { length: to - from },
        (_, index) => arrivalsPerSecond.get(from + index) ?? 0,
      );
      return {
        peak: Math.max(...counts),
        mean: counts.reduce((sum, count) => sum + count, 0) / counts.length,
      };
    };
    const [usual, during, after] = [10_000 / 120, between(30, 60).mean, between(60, 120).peak];
    t.diagnostic(
      `Retry-After ${retryAfter ?? 'none'}: usually ${usual.toFixed()} requests/s, ${during.toFixed()} during the outage, ` +
        `at most ${after} in a second after it, ${between(60, 70).mean.toFixed()} on average in the first ten, ` +
        `${between(70, 120).mean.toFixed()} later`,
    );
    // A synchronised crowd would be 30 times the usual traffic.
    assert.ok(after <= 1.2 * during, `${after} after ${during}`);
    assert.ok(between(70, 120).mean <= 2 * usual, 'ten seconds later it is not forgotten');
    assert.ok(between(90, 120).mean < 1.2 * usual, 'half a minute later the outage is not forgotten');
    assert.ok(delivered > 5_000);
  }
});
