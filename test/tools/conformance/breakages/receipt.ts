// Endpoints whose receipts a form rejects.
import { withAnswer, withHeaders } from '../broken-endpoints.ts';
import { dropHeader, isReceipt, spoil, spoilReceipt, type Case } from '../spoil.ts';

export const RECEIPT_CASES: readonly Case[] = [
  {
    name: 'wraps receipts in a web page',
    caughtBy: ['receipt-json'],
    breakage: spoil(isReceipt, async (response) =>
      withHeaders(withAnswer(response, { body: `<html>${await response.text()}` }), {
        'content-type': 'text/html',
      }),
    ),
  },
  {
    name: 'sends receipts as text',
    caughtBy: ['receipt-json'],
    breakage: dropHeader(isReceipt, 'content-type', 'text/plain'),
  },
  {
    name: 'cuts receipts short',
    caughtBy: ['receipt-json'],
    breakage: spoil(isReceipt, async (response) =>
      withAnswer(response, { body: (await response.text()).slice(0, -4) }),
    ),
  },
  {
    name: 'sends receipts of 17 KiB',
    caughtBy: ['receipt-size'],
    breakage: spoilReceipt((receipt) => ({ ...receipt, log: 'x'.repeat(17_408) })),
  },
  {
    name: 'echoes another id',
    caughtBy: ['receipt-id'],
    breakage: spoilReceipt((receipt) => ({ ...receipt, submissionId: crypto.randomUUID() })),
  },
  {
    name: 'writes references in a wrong alphabet',
    caughtBy: ['receipt-reference'],
    breakage: spoilReceipt((receipt) => ({ ...receipt, reference: '<b>réf_1</b>' })),
  },
  {
    name: 'says the time in words',
    caughtBy: ['receipt-time'],
    breakage: spoilReceipt((receipt) => ({ ...receipt, receivedAt: 'mardi, vers midi' })),
  },
  ...(
    [
      ['in local time', '2026-11-24T14:50:00+01:00'],
      ['in UTC, written as an offset', '2026-11-24T13:50:00+00:00'],
      ['without a zone', '2026-11-24T13:50:00'],
      ['by the day alone', '2026-11-24'],
    ] as const
  ).map(([how, receivedAt]): Case => ({
    name: `says the time ${how}`,
    caughtBy: ['receipt-time'],
    outcome: 'failed',
    breakage: spoilReceipt((receipt) => ({ ...receipt, receivedAt })),
  })),
  {
    name: 'has a clock two days late',
    caughtBy: ['receipt-time'],
    outcome: 'warning',
    breakage: spoilReceipt((receipt) => ({
      ...receipt,
      receivedAt: new Date(Date.parse(String(receipt['receivedAt'])) - 172_800_000).toISOString(),
    })),
  },
  {
    name: 'gives everybody the same reference',
    caughtBy: ['references'],
    breakage: spoilReceipt((receipt) => ({ ...receipt, reference: 'REPORT-1' })),
  },
];
