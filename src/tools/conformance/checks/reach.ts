// Checks that the endpoint can be reached at all, as a form reaches it.
import { usableEndpoint } from '../../../core/report/endpoint.ts';
import { isRedirect, problemOf, type Answer } from '../answer.ts';
import type { Check } from '../check.ts';
import { failed, passed, skipped, warning, type Finding } from '../finding.ts';
import { quote } from '../quote.ts';

const group = 'Reaching the endpoint';

export const REACH: readonly Check[] = [
  {
    id: 'https',
    group,
    title: 'Reports travel encrypted',
    why: 'Over plain http, everybody on the way reads who reports what, and can change it.',
    stores: 0,
    run: ({ settings: { endpoint } }) => judgeEncryption(endpoint),
  },
  {
    id: 'reach',
    group,
    title: 'The endpoint answers',
    why: 'Without an answer nobody can report anything.',
    stores: 1,
    async run(session) {
      const { status, durationMs } = await session.first();
      return passed(`HTTP ${status} after ${durationMs} ms`);
    },
  },
  {
    id: 'redirect',
    group,
    title: 'Nothing is redirected',
    why: 'A redirect would carry the report to an address that nobody agreed to; forms refuse it.',
    stores: 0,
    needs: 'contact',
    async run(session) {
      const found = [await session.first(), await session.preflight()].find(isRedirect);
      if (!found) return passed('neither the preflight nor the report');
      const target = quote(found.headers.get('location'));
      return failed(
        `${found.asked} is answered HTTP ${found.status || '3xx'}, to ${target}`,
        'Give forms the final address (https, www or not, final slash or not), or rewrite inside the server.',
      );
    },
  },
  {
    id: 'taken',
    group,
    title: 'A plain report is taken, with 201',
    why: 'This is what every reporter sends.',
    stores: 0,
    needs: 'answer',
    async run(session) {
      const answer = await session.first();
      if (answer.status === 201) return passed('HTTP 201');
      return failed(`HTTP ${answer.status}${quotedType(answer)}`, adviceFor(answer, session.settings.origin));
    },
  },
];

/** This check runs last, because it looks at every answer. */
export const SPEED: Check = {
  id: 'speed',
  group,
  title: 'Every answer comes soon',
  why: 'A person who waits for seconds believes that it failed, and leaves.',
  stores: 0,
  needs: 'answer',
  run({ answers, settings: { slowMs } }): Finding {
    const [slowest] = answers.toSorted((a, b) => b.durationMs - a.durationMs);
    if (!slowest) return skipped('nothing was answered');
    const seen = `the slowest of ${answers.length} answers took ${slowest.durationMs} ms (${slowest.asked})`;
    if (slowest.durationMs <= slowMs) return passed(seen);
    return failed(
      `${seen}; ${slowMs} ms is the most`,
      'Store the report, answer, and do the rest (mail, lookups) afterwards.',
    );
  },
};

/** Judges an address by its scheme. */
export function judgeEncryption({ protocol, href }: URL): Finding {
  if (protocol === 'https:') return passed('the address begins with https');
  const mend = 'Put a proxy with a certificate in front (Caddy gets one by itself; nginx with certbot).';
  return usableEndpoint(href, 'http://localhost/')
    ? warning('plain http, which browsers accept on this machine only', mend)
    : failed('plain http: forms refuse to send there', mend);
}

function quotedType({ json }: Answer): string {
  const type = (json as { type?: unknown } | null | undefined)?.type;
  return typeof type === 'string' ? `, ${quote(type)}` : '';
}

function adviceFor(answer: Answer, origin: string): string {
  const { status } = answer;
  if (problemOf(answer) === 'not-sealed')
    return 'It takes sealed reports alone, in which little can be examined: check it without SEALED_ONLY, before it is put to use.';
  if (status >= 200 && status < 300)
    return 'Answer 201 to a new report; 200 is for one that was stored before.';
  if (status === 401 || status === 403)
    return `Take reports without any login, from pages of ${origin} (or name one of your partners with --origin).`;
  if (status === 404 || status === 405) return 'Check the address: reports are posted to exactly this one.';
  if (status === 413) return 'Allow bodies of 64 KiB (nginx: client_max_body_size 64k; Express: limit).';
  if (status === 415) return 'Read application/json (Express: express.json(); PHP: php://input, not $_POST).';
  if (status === 400 || status === 422)
    return 'Accept what report.schema.json accepts: this report is valid. The pointers in the answer say where it stuck.';
  if (status === 429) return 'Allow some 60 requests a minute from one address: a school has one for all.';
  return 'Look into the log of the server: it fails on a valid report.';
}
