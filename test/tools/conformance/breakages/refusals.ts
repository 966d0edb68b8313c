// Endpoints that accept requests that they must refuse.
import { problemResponse } from '../../../../src/receiver/protocol/problems.ts';
import { withAnswer } from '../broken-endpoints.ts';
import {
  always,
  instead,
  isHalf,
  memberOf,
  mislead,
  spoil,
  withMembers,
  type Case,
  type Members,
} from '../spoil.ts';

export const REFUSALS_CASES: readonly Case[] = [
  {
    name: 'takes any key',
    caughtBy: ['key-mismatch'],
    breakage: mislead(
      (body, { headers }) => headers.has('idempotency-key') && memberOf(body, 'submissionId') !== undefined,
      (body, headers) => (headers.set('idempotency-key', String(memberOf(body, 'submissionId'))), body),
    ),
  },
  {
    name: 'needs no key',
    caughtBy: ['key-missing'],
    breakage: mislead(
      (_body, { headers }) => !headers.has('idempotency-key'),
      (body, headers) => (headers.set('idempotency-key', String(memberOf(body, 'submissionId'))), body),
    ),
  },
  {
    name: 'takes text/plain',
    caughtBy: ['text-plain'],
    breakage: mislead(always, (body, headers) => (headers.set('content-type', 'application/json'), body)),
  },
  {
    name: 'unpacks compressed bodies',
    caughtBy: ['compressed'],
    breakage: async (request, pass) => {
      if (request.headers.get('content-encoding') !== 'gzip') return pass(request);
      const headers = new Headers(request.headers);
      headers.delete('content-encoding');
      const body = await new Response(request.body?.pipeThrough(new DecompressionStream('gzip'))).text();
      return pass(new Request(request.url, { method: 'POST', headers, body }));
    },
  },
  {
    name: 'calls half a JSON text invalid',
    caughtBy: ['malformed'],
    breakage: instead(
      (body) => isHalf(body),
      () => problemResponse('invalid'),
    ),
  },
  {
    name: 'calls half a JSON text a wrong key',
    caughtBy: ['malformed'],
    breakage: instead(
      (body) => isHalf(body),
      () => problemResponse('key-mismatch'),
    ),
  },
  {
    name: 'takes any version',
    caughtBy: ['version'],
    breakage: mislead(
      (body) => memberOf(body, 'schemaVersion') === '9.0',
      (body) => withMembers(body, { schemaVersion: '1.0' }),
    ),
  },
  {
    name: 'does not say which versions it reads',
    caughtBy: ['version'],
    breakage: spoil(
      ({ status }) => status === 409,
      async (response) =>
        withAnswer(response, {
          body: JSON.stringify({ ...((await response.json()) as Members), acceptedVersions: undefined }),
        }),
    ),
  },
  {
    name: 'stores text/plain before it refuses it',
    caughtBy: ['refused-not-kept'],
    breakage: async (request, pass) => {
      if (request.headers.get('content-type') === 'text/plain') {
        const stored = new Request(request.clone());
        stored.headers.set('content-type', 'application/json');
        await pass(stored);
      }
      return pass(request);
    },
  },
  {
    name: 'overlooks unknown keys',
    caughtBy: ['unknown-key'],
    breakage: mislead(
      (body) => body.includes('conformance":[') || body.includes('unknownMember'),
      (body) => {
        const {
          'canary-7f3a-conformance': _canary,
          unknownMember: _member,
          ...report
        } = JSON.parse(body) as Members;
        return JSON.stringify(report);
      },
    ),
  },
  {
    name: 'points at a field that is not there',
    caughtBy: ['missing-field'],
    breakage: instead(
      (body) =>
        memberOf(body, 'submissionId') !== undefined &&
        memberOf(body, 'locations') === undefined &&
        memberOf(body, 'sealed') === undefined,
      () => problemResponse('invalid', { errors: [{ pointer: '/addresses', code: 'missing' }] }),
    ),
  },
  {
    name: 'takes addresses that run code',
    caughtBy: ['wrong-address'],
    breakage: mislead(
      (body) => body.includes('javascript:'),
      (body) => body.replace('javascript:void(0)', 'https://example.com'),
    ),
  },
  {
    name: 'takes bodies of any size',
    caughtBy: ['too-large'],
    breakage: mislead(
      (body) => body.length > 65_536,
      (body) => body.trim(),
    ),
  },
];
