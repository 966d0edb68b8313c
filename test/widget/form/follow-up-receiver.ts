// The real receiver for attacks on follow-up codes: it writes down all that arrives, and answers as the test decides.
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { getRequestListener } from '@hono/node-server';
import type { FollowUpState } from '../../../src/core/follow-up/answer.ts';
import { makeCode, readCode, writtenCode } from '../../../src/core/follow-up/code.ts';
import { hashOf, locatorOf } from '../../../src/core/follow-up/locator.ts';
import { createReceiver, openStore, type DatabaseStore } from '../../../src/receiver/index.ts';
import { row } from '../../receiver/store-rows.ts';
import { startServer, type RecordingServer } from '../../setup/site.ts';

/** The day of every state that `decided` sets, as the form says it. */
export const DAY = '24 novembre 2026';

/** A code, and what is made of it. */
export interface Code {
  /** In four groups. */
  readonly written: string;
  readonly locator: string;
  /** All that must be nowhere. */
  readonly secrets: readonly string[];
}

export async function codeOf(written: string): Promise<Code> {
  const read = readCode(written);
  assert.ok('code' in read, written);
  const locator = await locatorOf(read.code);
  return { written, locator, secrets: [written, read.code, locator] };
}

/** A code of no report. */
export const strayCode = (): Promise<Code> => codeOf(writtenCode(makeCode()));

export interface FollowUpReceiver {
  readonly server: RecordingServer;
  readonly endpoint: string;
  readonly followUp: string;
  /** The bodies that have arrived. */
  readonly bodies: string[];
  readonly store: DatabaseStore;
  /** What the receiver has said in its log. */
  readonly log: unknown[];
  /** The code of a report of which the hotline has decided. */
  decided(state: FollowUpState): Promise<Code>;
}

export async function startFollowUpReceiver(t: TestContext): Promise<FollowUpReceiver> {
  const store = await openStore('sqlite::memory:');
  t.after(() => store.close());
  const log: unknown[] = [];
  const bodies: string[] = [];
  const receive = createReceiver({ store, freeReports: 1_000, log: (event) => void log.push(event) });
  const listener = getRequestListener(
    async (request) => {
      bodies.push(await request.clone().text());
      return receive(request);
    },
    { overrideGlobalObjects: false },
  );
  const server = await startServer(t, (request, response) => void listener(request, response));
  let reports = 0;
  return {
    server,
    endpoint: `${server.origin}/v1/reports`,
    followUp: `${server.origin}/v1/follow-up`,
    bodies,
    store,
    log,
    async decided(state) {
      const code = await strayCode();
      const reference = `R${(reports += 1)}`;
      const put = await store.put(row(reference.toLowerCase(), { reference }), await hashOf(code.locator));
      assert.ok(put.stored);
      await store.followUps.setOutcome(reference, { state, since: '2026-11-24' });
      return code;
    },
  };
}
