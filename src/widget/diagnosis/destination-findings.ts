// Checks the destination of reports: whether reports may go there, and whether the server answers this page. The
// request carries an object that is no report, without an id, so that no endpoint stores it. It has the headers of a
// report, so that the browser asks for the same permissions. It is sealed where reports are sealed, so that an endpoint
// that knows its keys can answer that it lacks this one.

import { usableEndpoint } from '../../core/report/endpoint.ts';
import { PROBLEM_PREFIX, SCHEMA_VERSION } from '../../core/report/protocol.ts';
import type { Widget } from '../shared/widget.ts';
import { error, warning, type Finding } from './finding.ts';
import { frameFindings, unusableFrame } from './frame-findings.ts';
import type { PolicyRefusals } from './policy-refusals.ts';
import { postAsForm, whyUnanswered } from './unanswered.ts';

export async function destinationFindings(host: Widget, refusals: PolicyRefusals): Promise<Finding[]> {
  const { transport, endpoint, publicKey, practice } = host;
  const training = practice ? [PRACTICE] : [];
  if (host.hasAttribute(FRAME)) return [...training, ...(await frameFindings(host, refusals))];
  if (practice) return training;
  const insecure = publicKey != null && !crypto.subtle ? [INSECURE] : [];
  if (transport) return insecure;
  const fault = destinationFault(host);
  if (fault) return [fault];
  const address = usableEndpoint(endpoint, location.href)!;
  return [...insecure, ...(await ask(address, await bodyFor(host), refusals))];
}

/** The fault of the address that reports go to, found without a request; undefined if reports may go there. */
export function destinationFault(host: Widget): Finding | undefined {
  const { src, practice, transport, endpoint } = host;
  if (src != null) return usableEndpoint(src, location.href) ? undefined : unusableFrame(host);
  if (practice || transport || usableEndpoint(endpoint, location.href)) return undefined;
  // A page may set the property to anything.
  const given: unknown = endpoint ?? '';
  const written = String(given).trim();
  return written
    ? unusable(written, shownInstead(host))
    : error(
        'endpoint-missing',
        `There is no endpoint, so ${shownInstead(host)}.`,
        'Set the attribute endpoint to the address that the hotline gave you.',
      );
}

/** Replacement for the form on the page. */
function shownInstead(host: Widget): string {
  if (!host.isInline && host.hotlineAddress) return 'the button is a link to hotline-url';
  return host.textContent?.trim() ? 'only what stands inside the element is shown' : 'nothing is shown';
}

/** The attribute of the isolated form. */
const FRAME = 'src';

const PRACTICE = warning(
  'practice',
  'This widget is for practice: no report leaves it, and a band on every view says so.',
  'Remove the attribute practice from a page that visitors see.',
);

const INSECURE = error(
  'page-insecure',
  'This page is not over https, so the browser has no cryptography, and no report can be sealed: only links are shown.',
  'Serve the page over https.',
);

function unusable(endpoint: string, instead: string): Finding {
  const { why, remedy } = faultOf(endpoint);
  return error(
    'endpoint-unusable',
    `Reports must not go to endpoint="${endpoint}"${why && `, ${why}`}, so ${instead}.`,
    remedy,
  );
}

/** What is wrong with the text of an address, and what to write instead. */
function faultOf(endpoint: string): { readonly why: string; readonly remedy: string } {
  const quote = /["‘-‟«»]/.exec(endpoint)?.[0];
  if (quote)
    return {
      why: `in which ${quote} was read as a part of the address`,
      remedy: 'Write straight quotes around the value: endpoint="https://…".',
    };
  if (/^http:/i.test(endpoint))
    return { why: 'which is not encrypted', remedy: 'Use the https address of the same server.' };
  if (!/^[a-z][a-z\d+.-]*:|^\.{0,2}\//i.test(endpoint))
    return {
      why: 'which has no https:// before it',
      remedy: `Write endpoint="https://${endpoint}", or endpoint="/${endpoint}" if it is a path on this site.`,
    };
  return { why: '', remedy: 'Give an https address without user name and password, or a path on this site.' };
}

/** An object that is no report, of the version of reports; where reports are sealed, it is no envelope either. */
async function bodyFor(host: Widget): Promise<string> {
  const { publicKey } = host;
  const version = { schemaVersion: SCHEMA_VERSION };
  if (publicKey == null) return JSON.stringify(version);
  try {
    const { sealText } = await import('../../core/report/seal.ts');
    return JSON.stringify({ ...version, sealed: await sealText('{}', publicKey) });
  } catch {
    // Another finding reports an unusable key, or a file that did not load.
    return JSON.stringify(version);
  }
}

async function ask(address: string, body: string, refusals: PolicyRefusals): Promise<Finding[]> {
  let answer: Response;
  try {
    answer = await postAsForm(address, body, {
      'idempotency-key': crypto.randomUUID?.() ?? '00000000-0000-4000-8000-000000000000',
    });
  } catch {
    return [unanswered(address, await whyUnanswered(address, refusals))];
  }
  const { origin } = new URL(address);
  if (answer.status === 422) return judgeSealing(await problemOf(answer), origin);
  if (answer.status === 409) return judgeVersion(await problemOf(answer), origin);
  // Only the status of the answer counts.
  void answer.body?.cancel();
  return judge(answer.status, `${address} answered ${answer.status}`);
}

function unanswered(address: string, why: Awaited<ReturnType<typeof whyUnanswered>>): Finding {
  const { origin } = new URL(address);
  if (why === 'csp')
    return error(
      'endpoint-csp',
      `The page’s Content-Security-Policy refuses requests to ${origin}: no report can be sent.`,
      `Add ${origin} to connect-src.`,
    );
  return why === 'cors'
    ? error(
        'endpoint-cors',
        `${origin} is there, but does not let pages of ${location.origin} post to it: no report can be sent.`,
        'Ask the hotline to answer OPTIONS and POST with Access-Control-Allow-Origin for your site, without a redirect; « npx cliquez-signalez check » shows it what is missing.',
      )
    : error(
        'endpoint-unreachable',
        `${address} cannot be reached from here.`,
        'Check the address, its certificate, and that the server runs.',
      );
}

/** The problem that a refusal names, without the prefix of the contract. */
async function problemOf(answer: Response): Promise<string> {
  const value: unknown = await answer.json().catch(() => undefined);
  const { type } = (value ?? {}) as { type?: unknown };
  return String(type).replace(PROBLEM_PREFIX, '');
}

function judgeSealing(problem: string, origin: string): Finding[] {
  if (problem === 'seal-key')
    return [
      error(
        'endpoint-key',
        `${origin} cannot open what is sealed with this public-key: every report from this page is refused.`,
        'Ask the hotline for its present key, and put it into the attribute public-key.',
      ),
    ];
  if (problem === 'not-sealed')
    return [
      error(
        'endpoint-sealed',
        `${origin} takes sealed reports alone, and this page does not seal: every report from it is refused.`,
        'Ask the hotline for its key, and put it into the attribute public-key.',
      ),
    ];
  return [];
}

function judgeVersion(problem: string, origin: string): Finding[] {
  if (problem !== 'version') return [];
  return [
    error(
      'endpoint-version',
      `${origin} takes no reports of version ${SCHEMA_VERSION}: every report from this page is refused.`,
      'Give the page the version of the widget that the hotline’s receiver reads.',
    ),
  ];
}

function judge(status: number, said: string): Finding[] {
  // The endpoint refuses the object correctly: it has no id, or is no report at all.
  if (status === 400) return [];
  if (status === 401 || status === 403)
    return [
      error(
        'endpoint-refuses',
        `${said}: the endpoint does not take reports from this site.`,
        'Give the hotline the exact origin of your site, and check the attribute partner.',
      ),
    ];
  if (status < 300)
    return [
      error(
        'endpoint-takes-anything',
        `${said} to an object that is no report: it would confirm reports that it cannot read.`,
        'Point endpoint to an address that follows the contract; « npx cliquez-signalez-tools check » examines it.',
      ),
    ];
  if (status === 429 || status >= 500)
    return [
      warning(
        'endpoint-unwell',
        `${said}: it is there, but takes nothing at the moment.`,
        'Try again in some minutes; then tell the hotline.',
      ),
    ];
  return [
    error(
      'endpoint-absent',
      `${said}: no reports are taken at this address.`,
      'Check the path of endpoint; it often ends with /v1/reports.',
    ),
  ];
}
