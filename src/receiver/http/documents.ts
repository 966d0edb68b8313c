// The documents that a receiver serves to developers and their tools: its schema, its contract and its refusals.
import type { Env, Hono } from 'hono';
import {
  MAX_RECEIVED_BYTES,
  PROBLEM_PREFIX,
  PROBLEMS,
  type ProblemCode,
} from '../../core/report/protocol.ts';
import { MAX_QUESTION_BYTES } from '../intake/question.ts';
import { sha256 } from '../protocol/digest.ts';
import { DOCUMENT_PATHS } from '../protocol/paths.ts';
import { httpProblemResponse, TITLES } from '../protocol/problems.ts';

/** One entry of `/problems`. */
export interface ProblemEntry {
  readonly type: string;
  readonly status: number;
  readonly title: string;
  /** The remedy, for the developer of a form. */
  readonly advice: string;
}

const AGAIN = 'Wait as many seconds as Retry-After says, then send the same bytes under the same key again.';

const ADVICE: Readonly<Record<ProblemCode, string>> = {
  'key-mismatch': 'Send the submissionId of the body as Idempotency-Key.',
  malformed: 'Send one JSON object in UTF-8, without a byte order mark, in which no key comes twice.',
  partner: 'Ask the hotline to allow the origin of the page.',
  'in-progress': 'Wait a second, then send the same bytes under the same key again.',
  version: 'Write one of the versions that acceptedVersions lists.',
  'too-large': `Send a report of at most ${MAX_RECEIVED_BYTES} bytes: shorten the texts. A question has at most ${MAX_QUESTION_BYTES}.`,
  'media-type': 'Send application/json as it is, without Content-Encoding.',
  invalid: `Mend the fields that errors points at; ${DOCUMENT_PATHS.schema} says what each may hold.`,
  'key-reused': 'Give edited answers a new submissionId, and name the former one in supersedes.',
  'not-sealed': 'Seal reports with the public key of the hotline.',
  'seal-key':
    'Seal reports with the public key that the hotline uses now, and name its thumbprint (RFC 7638) in kid.',
  'slow-down': AGAIN,
  unavailable: AGAIN,
  storage: `${AGAIN} Somebody at the hotline has to make room.`,
};

/** The closed list of refusals, as `/problems` gives it. */
export function problemList(): ProblemEntry[] {
  return (Object.entries(PROBLEMS) as [ProblemCode, number][]).map(([code, status]) => ({
    type: PROBLEM_PREFIX + code,
    status,
    title: TITLES[code],
    advice: ADVICE[code],
  }));
}

/**
 * Adds the routes. The documents are the same for every client, so any page may read them, and caches keep them for an
 * hour. No form requests them, so a cached copy says nothing about who reports.
 * @param path where reports are posted to
 */
export function addDocuments<Bound extends Env>(app: Hono<Bound>, path: string): void {
  // Each document is made at its first request: most receivers get none.
  const documents: Record<string, () => Promise<unknown>> = {
    [DOCUMENT_PATHS.schema]: async () =>
      (await import('../../core/report/report-json-schema.ts')).reportJsonSchema(),
    [DOCUMENT_PATHS.openApi]: async () => (await import('./openapi.ts')).openApiDocument(path),
    [DOCUMENT_PATHS.problems]: async () => problemList(),
  };
  for (const [where, make] of Object.entries(documents)) {
    let made: Promise<TaggedText> | undefined;
    app.get(where, async (context) =>
      documentResponse(await (made ??= make().then(tagged)), context.req.raw.headers.get('if-none-match')),
    );
    app.all(where, () => httpProblemResponse(405, { Allow: 'GET, HEAD' }));
  }
}

interface TaggedText {
  readonly text: string;
  readonly etag: string;
}

async function tagged(value: unknown): Promise<TaggedText> {
  const text = JSON.stringify(value);
  return { text, etag: `"${await sha256(new TextEncoder().encode(text))}"` };
}

function documentResponse({ text, etag }: TaggedText, known: string | null): Response {
  const headers = {
    'Access-Control-Allow-Origin': '*',
    'Cache-Control': 'public, max-age=3600',
    ETag: etag,
  };
  const isKnown = known?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag) ?? false;
  if (isKnown) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, 'Content-Type': 'application/json' } });
}
