// Endpoints that a form cannot reach.
import { problemResponse } from '../../../../src/receiver/protocol/problems.ts';
import { intact, withAnswer, withHeaders } from '../broken-endpoints.ts';
import { instead, isPreflight, spoil, type Case } from '../spoil.ts';

export const REACH_CASES: readonly Case[] = [
  {
    name: 'is on plain http',
    caughtBy: ['https'],
    endpoint: 'http://hotline.example/v1/reports',
    breakage: intact,
  },
  {
    name: 'does not listen',
    caughtBy: ['reach'],
    breakage: () =>
      Promise.reject(
        new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) }),
      ),
  },
  {
    name: 'redirects reports to another host',
    caughtBy: ['redirect'],
    breakage: instead(
      (_body, { method }) => method === 'POST',
      () => new Response(null, { status: 307, headers: { location: 'https://other.example/' } }),
    ),
  },
  {
    name: 'redirects the preflight to the address with a slash',
    caughtBy: ['redirect', 'preflight'],
    breakage: spoil(isPreflight, (response) =>
      withHeaders(withAnswer(response, { status: 301, body: null }), { location: '/v1/reports/' }),
    ),
  },
  {
    name: 'takes no report from this origin',
    caughtBy: ['taken'],
    breakage: instead(
      (_body, { method }) => method === 'POST',
      () => problemResponse('partner'),
    ),
  },
  {
    name: 'answers 200 to new reports',
    caughtBy: ['taken'],
    breakage: spoil(
      ({ status }) => status === 201,
      (response) => withAnswer(response, { status: 200, body: response.body }),
    ),
  },
  {
    name: 'answers slowly',
    caughtBy: ['speed'],
    slowMs: 100,
    breakage: async (request, pass) => {
      if (request.method === 'PATCH') await new Promise((resolve) => setTimeout(resolve, 150));
      return pass(request);
    },
  },
];
