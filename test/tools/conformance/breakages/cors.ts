// Endpoints whose CORS headers block pages of other sites.
import { withAnswer, withHeaders } from '../broken-endpoints.ts';
import { always, dropHeader, isPreflight, isReceipt, isRefusal, spoil, type Case } from '../spoil.ts';

export const CORS_CASES: readonly Case[] = [
  {
    name: 'wants a login for the preflight',
    caughtBy: ['preflight'],
    breakage: spoil(isPreflight, (response) => withAnswer(response, { status: 401, body: null })),
  },
  {
    name: 'allows another origin in the preflight',
    caughtBy: ['preflight-origin', 'vary'],
    breakage: spoil(isPreflight, (response) =>
      withHeaders(response, { 'access-control-allow-origin': 'https://other.example', vary: null }),
    ),
  },
  {
    name: 'sends two origins in the preflight',
    caughtBy: ['preflight-origin'],
    breakage: dropHeader(isPreflight, 'access-control-allow-origin', '*, https://www.example.com'),
  },
  {
    name: 'forgets a header in the preflight',
    caughtBy: ['preflight-headers'],
    breakage: dropHeader(isPreflight, 'access-control-allow-headers', 'Content-Type, Altcha'),
  },
  {
    name: 'allows any header by a wildcard',
    caughtBy: ['preflight-headers'],
    breakage: dropHeader(isPreflight, 'access-control-allow-headers', '*'),
  },
  {
    name: 'has the preflight asked each time',
    caughtBy: ['preflight-age'],
    breakage: dropHeader(isPreflight, 'access-control-max-age'),
  },
  {
    name: 'forgets CORS on receipts',
    caughtBy: ['cors-receipt'],
    breakage: dropHeader(isReceipt, 'access-control-allow-origin'),
  },
  {
    name: 'forgets CORS on errors',
    caughtBy: ['cors-refusals'],
    breakage: dropHeader(isRefusal, 'access-control-allow-origin'),
  },
  {
    name: 'does not expose Retry-After',
    caughtBy: ['expose-headers'],
    breakage: dropHeader(always, 'access-control-expose-headers'),
  },
  {
    name: 'allows credentials',
    caughtBy: ['credentials'],
    breakage: dropHeader(always, 'access-control-allow-credentials', 'true'),
  },
  {
    name: 'allows one origin, and forgets Vary',
    caughtBy: ['vary'],
    breakage: spoil(always, (response) =>
      withHeaders(response, { 'access-control-allow-origin': 'https://www.example.com', vary: null }),
    ),
  },
];
