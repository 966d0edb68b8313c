// Load on endpoints, from a separate process: distinct reports, as if from many addresses. `runLoad` starts this file
// and reads its output.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import autocannon from 'autocannon';
import { sampleReport } from '../sample-report.ts';

/** The size and target of the load. */
export interface Load {
  /** Endpoints; the connections are shared evenly among them. */
  readonly endpoints: readonly string[];
  readonly seconds: number;
  /** Number of concurrent requests, over all endpoints. */
  readonly connections: number;
  /** Reports a second over all endpoints; without a value, as fast as the endpoints answer. */
  readonly rate?: number;
  /** Number of simulated addresses, each in a separate network, behind a proxy on this machine. */
  readonly addresses: number;
  /** Whether those networks lie within one /48, as one provider's customer holds. */
  readonly isOneNetwork?: boolean;
  /** Extra bytes of each report. */
  readonly padding?: number;
}

/** The answers to the load. */
export interface LoadResult {
  /** Status → number of answers. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Requests without an answer: broken off, or given up after ten seconds. */
  readonly unanswered: number;
  readonly seconds: number;
  /** Milliseconds; the worst endpoint if there are several. */
  readonly p50: number;
  readonly p99: number;
}

/** Sends reports from another process for the given time. */
export async function runLoad(load: Load): Promise<LoadResult> {
  const { stdout } = await promisify(execFile)(process.execPath, [SELF, JSON.stringify(load)]);
  return JSON.parse(stdout) as LoadResult;
}

const SELF = fileURLToPath(import.meta.url);

const DESCRIPTION =
  'Dans ce fil, plusieurs messages appellent à s’en prendre à une personne nommée, avec son adresse. ' +
  'Le premier message date de ce matin. Les réponses ajoutent d’autres noms et d’autres adresses. ' +
  'La page demande un compte pour être lue en entier, mais les messages visés sont publics.';

async function generate(load: Load): Promise<LoadResult> {
  const share = (total: number): number => Math.max(1, Math.round(total / load.endpoints.length));
  const results = await Promise.all(
    load.endpoints.map((url) =>
      autocannon({
        url,
        duration: load.seconds,
        connections: share(load.connections),
        ...(load.rate && { overallRate: share(load.rate) }),
        requests: [
          {
            method: 'POST',
            setupRequest: (request) => ({ ...request, ...nextRequest(load) }),
          },
        ],
      }),
    ),
  );
  const statuses: Record<string, number> = {};
  for (const { statusCodeStats = {} } of results) {
    for (const [status, { count = 0 }] of Object.entries(statusCodeStats)) {
      statuses[status] = (statuses[status] ?? 0) + count;
    }
  }
  return {
    statuses,
    unanswered: results.reduce((sum, { errors }) => sum + errors, 0),
    seconds: Math.max(...results.map(({ duration }) => duration)),
    p50: Math.max(...results.map(({ latency }) => latency.p50)),
    p99: Math.max(...results.map(({ latency }) => latency.p99)),
  };
}

// Serialised once and split at the id, so that each report costs the generator little.
const [HEAD = '', TAIL = ''] = JSON.stringify(
  sampleReport({ submissionId: '\u0000', content: { description: DESCRIPTION } }),
).split('\\u0000');

function nextRequest({ addresses, isOneNetwork = false, padding = 0 }: Load) {
  const id = crypto.randomUUID();
  const index = Math.floor(Math.random() * addresses);
  return {
    body: HEAD + id + TAIL + ' '.repeat(padding),
    headers: {
      'content-type': 'application/json',
      'idempotency-key': id,
      'x-forwarded-for': isOneNetwork ? addressWithin(index) : addressOf(index),
    },
  };
}

/** The address of one of 65,536 sources, each in a separate network. Private addresses would not be counted. */
function addressOf(index: number): string {
  return `2001:db8:${index.toString(16)}::7`;
}

/** The address of one of the 65,536 networks within a /48. */
function addressWithin(index: number): string {
  return `2001:db8:7:${index.toString(16)}::7`;
}

if (process.argv[1] === SELF) {
  console.log(JSON.stringify(await generate(JSON.parse(process.argv[2] ?? '') as Load)));
}
