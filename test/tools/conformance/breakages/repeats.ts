// Endpoints that store a repeated report twice.
import { withAnswer } from '../broken-endpoints.ts';
import {
  anotherReference,
  mislead,
  problemLike,
  raced,
  spoilReceipt,
  withMembers,
  type Case,
  type Members,
} from '../spoil.ts';

export const REPEATS_CASES: readonly Case[] = [
  {
    name: 'gives a new reference to a replay',
    caughtBy: ['replay', 'concurrent'],
    breakage: spoilReceipt(
      (receipt) => ({ ...receipt, reference: anotherReference() }),
      ({ status }) => status === 200,
    ),
  },
  {
    name: 'gives a new time to a replay',
    caughtBy: ['replay'],
    breakage: spoilReceipt(
      (receipt) => ({ ...receipt, receivedAt: '2026-01-01T00:00:00Z' }),
      ({ status }) => status === 200,
    ),
  },
  {
    name: 'stores twice what comes twice at once',
    caughtBy: ['concurrent'],
    breakage: raced(async (response, place) => {
      if (place < 2) return response;
      const receipt = { ...((await response.json()) as Members), reference: anotherReference() };
      return withAnswer(response, { status: 201, body: JSON.stringify(receipt) });
    }),
  },
  {
    name: 'says 201 to all that come at once',
    caughtBy: ['concurrent'],
    breakage: raced((response, place) =>
      place < 2 ? response : withAnswer(response, { status: 201, body: response.body }),
    ),
  },
  {
    name: 'fails when the same comes at once',
    caughtBy: ['concurrent'],
    breakage: raced((response, place) => (place < 2 ? response : problemLike(response, 'storage'))),
  },
  {
    name: 'takes another report under a used key',
    caughtBy: ['key-reused'],
    breakage: mislead(
      (body) => body.includes('another report under the same key'),
      (body, headers) => {
        const id = crypto.randomUUID();
        headers.set('idempotency-key', id);
        return withMembers(body, { submissionId: id });
      },
    ),
  },
];
