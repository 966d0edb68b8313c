// Endpoints that refuse valid reports.
import { problemResponse } from '../../../../src/receiver/protocol/problems.ts';
import { instead, memberOf, type Case } from '../spoil.ts';

export const CONTENTS_CASES: readonly Case[] = [
  {
    name: 'refuses one category',
    caughtBy: ['categories'],
    breakage: instead(
      (body) => memberOf(body, 'category') === 'procuring',
      () => problemResponse('invalid', { errors: [{ pointer: '/category', code: 'invalid_value' }] }),
    ),
  },
  {
    name: 'refuses members that it does not know',
    caughtBy: ['newer'],
    breakage: instead(
      (body) => body.includes('conformanceTest'),
      () => problemResponse('invalid'),
    ),
  },
  {
    name: 'refuses words that its lists do not have',
    caughtBy: ['newer'],
    breakage: instead(
      (body) => body.includes('"place":"conformance_test"'),
      () => problemResponse('invalid'),
    ),
  },
  {
    name: 'fails on letters beyond ASCII',
    caughtBy: ['unicode'],
    breakage: instead(
      (body, { headers }) => /[^\0-\x7f]/.test(body) && !headers.has('content-encoding'),
      () => problemResponse('storage'),
    ),
  },
  {
    name: 'refuses 60,000 bytes',
    caughtBy: ['largest'],
    breakage: instead(
      (body) => body.length > 50_000,
      () => problemResponse('too-large'),
    ),
  },
  {
    name: 'fails on NUL',
    caughtBy: ['broken-text'],
    breakage: instead(
      (body) => body.includes(String.raw`may be deleted. \u0000`),
      () => problemResponse('storage'),
    ),
  },
];
