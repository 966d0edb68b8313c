// An example: takes the webhooks of a receiver, opens a case for each report in Coop, and notes what analysts decide in the
// file that `outcomes` and `figures` read. It keeps no report itself.
import { appendFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import { Webhook } from 'standardwebhooks';

const {
  WEBHOOK_SECRET = '',
  COOP_URL = '',
  COOP_KEY = '',
  DECISIONS = 'decisions.csv',
  PORT = '9000',
} = process.env;

/** What `WEBHOOK_BODY=report` carries. A sealed report has `envelope` in place of `report`. */
interface Message {
  readonly type: string;
  readonly data: {
    readonly reference: string;
    readonly receivedAt: string;
    readonly priority: 'urgent' | 'normal';
    readonly report?: {
      readonly category: string;
      readonly locations: readonly { readonly url?: { readonly value: string } }[];
      readonly content?: { readonly description?: string };
      readonly personsConcerned?: { readonly minor?: string };
    };
  };
}

const textOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
};

/** The report in the members of Coop's `POST /api/v1/report`. */
const toCoop = ({ data: { reference, receivedAt, priority, report } }: Message) => ({
  reporter: { kind: 'user', typeId: 'public', id: 'anonymous' },
  reportedAt: receivedAt,
  reportedForReason: {
    policyId: report?.category,
    reason: report?.content?.description,
    csam: report?.category === 'child_sexual_abuse',
  },
  reportedItem: {
    id: reference,
    typeId: 'report',
    data: {
      reference,
      priority,
      addresses: report?.locations.flatMap(({ url }) => (url ? [url.value] : [])) ?? [],
    },
  },
});

async function openCase(message: Message): Promise<void> {
  const response = await fetch(new URL('/api/v1/report', COOP_URL), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-API-KEY': COOP_KEY },
    body: JSON.stringify(toCoop(message)),
  });
  if (response.status !== 201) throw new Error(`Coop answered ${response.status}.`);
}

/** Messages that were taken: each may come more than once, under the same id. Keep them in your database. */
const taken = new Set<string>();

async function takeReport(request: IncomingMessage): Promise<number> {
  const text = await textOf(request);
  // Throws where the signature is not ours, or the message is older than five minutes.
  const message = new Webhook(WEBHOOK_SECRET).verify(
    text,
    request.headers as Record<string, string>,
  ) as Message;
  const id = String(request.headers['webhook-id']);
  if (taken.has(id)) return 204;
  await openCase(message);
  // After the case is open: if this process ends in between, the message comes again, and nothing is lost.
  taken.add(id);
  return 204;
}

/** What an analyst decided, as a row of the file of decisions: `7K4M-2QXD,Example Host,2026-11-30,removed`. */
async function noteDecision(request: IncomingMessage): Promise<number> {
  const { reference, provider, date, action } = JSON.parse(await textOf(request)) as Record<string, string>;
  await appendFile(DECISIONS, `${reference},${provider},${date},${action}\n`);
  return 204;
}

const ROUTES: Readonly<Record<string, (request: IncomingMessage) => Promise<number>>> = {
  '/hooks/reports': takeReport,
  '/decisions': noteDecision,
};

const server = createServer(async (request, response) => {
  try {
    const status = await ROUTES[request.url ?? '']?.(request);
    response.writeHead(status ?? 404).end();
  } catch (error) {
    // The receiver tries again: a case that could not be opened is not forgotten.
    console.error(String(error));
    response.writeHead(500).end();
  }
});
server.listen(Number(PORT), '127.0.0.1', () => console.log(`Listens at ${JSON.stringify(server.address())}`));
