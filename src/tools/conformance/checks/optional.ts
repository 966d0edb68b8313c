// Optional services of an endpoint: health, sealed reports, proof of work, signed receipts. Where they exist, they must work.
import { MAX_ANSWER_BYTES, PROBLEMS, type Problem, type Receipt } from '../../../core/report/protocol.ts';
import {
  digestOf,
  hasEd25519,
  holds,
  holdsRefusal,
  importReceiptKey,
} from '../../../core/report/receipt-signature.ts';
import { sealReport } from '../../../core/report/seal.ts';
import { isTaken, problemOf, receiptOf, type Answer } from '../answer.ts';
import type { Check } from '../check.ts';
import { failed, passed, skipped, warning, type Finding } from '../finding.ts';
import { quote } from '../quote.ts';
import type { Session } from '../session.ts';
import { plainReport, submissionOf, withChanges, type Submission } from '../test-reports.ts';
import { judgeRefusal } from './refusals.ts';

const shared = { group: 'What is optional', needs: 'answer' } as const;

export const HEALTH: Check = {
  ...shared,
  id: 'health',
  title: 'The health check, if there is one, says that all is well',
  isRaw: true,
  why: 'Who runs the endpoint learns before the reporters that it is down.',
  stores: 0,
  async run(session) {
    const address = new URL('/health', session.settings.endpoint);
    const { status } = await session.ask({ asked: 'GET /health', address, method: 'GET' });
    if (status >= 200 && status < 300) return passed(`GET /health: HTTP ${status}`);
    if (status < 500) return skipped('there is none at /health, which is fine');
    return warning(`GET /health: HTTP ${status}`, 'Mend what it complains about, or take it away.');
  },
};

/** The checks of proof of work, for the address of challenges. */
export const proofChecks = (challenge: URL): readonly Check[] => [
  {
    ...shared,
    id: 'challenge',
    title: 'A challenge can be fetched by a page, and solved by a form',
    why: 'Otherwise reports go without a proof, and look like the flood that it was meant to sort out.',
    stores: 0,
    run: (session) => checkChallenge(session, challenge),
  },
  {
    ...shared,
    id: 'proof-optional',
    title: 'A report with a proof that is worth nothing is taken all the same',
    why: 'An old phone must never be the reason why somebody cannot report.',
    stores: 1,
    needs: 'receipt',
    async run(session) {
      const submission = submissionOf(plainReport(session.settings.partnerId));
      const answer = await session.post('a worthless proof', submission, { altcha: 'bm90IGEgcHJvb2Y=' });
      if (receiptOf(answer)) return passed(`HTTP ${answer.status}`);
      return failed(
        `HTTP ${answer.status}`,
        'Store it with low trust instead of refusing it: the analyst sees it later.',
      );
    },
  },
];

/** The checks of sealed reports, for the key that the form seals them with. */
export const sealedChecks = (publicKey: string): readonly Check[] => [
  {
    ...shared,
    id: 'sealed',
    title: 'A sealed report is taken like any other',
    why: 'With a key, forms send nothing else: an endpoint that refuses it refuses every report.',
    stores: 1,
    needs: 'receipt',
    async run(session) {
      const submission = await sealedSubmission(session, publicKey).catch(() => undefined);
      if (!submission)
        return failed(
          'the public key is no point on the curve P-256',
          'Take the one that `cliquez-signalez keys` prints: 65 bytes in base64url.',
        );
      const answer = await session.post('a sealed report', submission);
      if (receiptOf(answer)) return passed(`HTTP ${answer.status}`);
      return failed(
        `HTTP ${answer.status}`,
        problemOf(answer) === 'seal-key'
          ? 'Tell the endpoint the key of the forms (SEAL_KEYS), or give the forms one that it knows.'
          : 'Store {schemaVersion, submissionId, partnerId?, sealed} as it is, under the same key and the same answers; or take public-key off the forms.',
      );
    },
  },
  {
    ...shared,
    id: 'sealed-unknown-key',
    title: 'A report that is sealed for a key nobody has is refused',
    why: 'Once it is acknowledged, the person believes that it can be read; nobody ever will.',
    stores: 0,
    needs: 'receipt',
    async run(session) {
      const submission = await sealedSubmission(session, await drawPublicKey());
      return judgeRefusal(await session.post('a report sealed for an unknown key', submission), {
        statuses: [PROBLEMS['seal-key']],
        code: 'seal-key',
        mend: 'Read kid in the header of the JWE: the RFC 7638 thumbprint of the key. Answer 422 seal-key where it is missing, or none of yours (receiver: SEAL_KEYS).',
      });
    },
  },
];

/** The checks of signatures, for the keys that forms have. */
export const receiptChecks = (receiptKey: string): readonly Check[] => {
  const withKeys =
    (run: (session: Session, keys: readonly CryptoKey[]) => Promise<Finding>) =>
    async (session: Session): Promise<Finding> => {
      const keys = await Promise.all(receiptKey.trim().split(/\s+/).map(importReceiptKey)).catch(
        () => undefined,
      );
      if (keys) return run(session, keys);
      return (await hasEd25519())
        ? failed(
            'the receipt key is no Ed25519 public key',
            'Take the one that `cliquez-signalez keys --receipts` prints: 32 bytes in base64url.',
          )
        : skipped('there is no Ed25519 here');
    };
  return [
    {
      ...shared,
      id: 'receipt-signature',
      title: 'Each receipt is signed for its own report, the first time and again',
      why: 'With a receipt key, forms believe nothing else, and say that the report is not confirmed.',
      stores: 1,
      needs: 'receipt',
      run: withKeys(async (session, keys) => {
        const first = await session.first();
        const again = await session.post('the same report again', first.submission!);
        const other = await session.post(
          'another report',
          submissionOf(plainReport(session.settings.partnerId)),
        );
        for (const [what, answer] of [
          ['the first receipt', first],
          ['the receipt of a repeated report', again],
          ['the receipt of another report', other],
        ] as const)
          if (!(await isSigned(answer, keys)))
            return failed(
              `${what} does not hold`,
              'Sign {submissionId, digest, reference, receivedAt} as a compact JWS, Ed25519, typ cliquez-signalez-receipt: digest is the SHA-256 of the bytes that came, receivedAt to the minute (receiver: RECEIPT_KEY); or take receipt-key off the forms.',
            );
        return passed('three receipts hold');
      }),
    },
    {
      ...shared,
      id: 'refusal-signature',
      title: 'A refusal of a wrong report is signed',
      why: 'With a receipt key, an unsigned refusal settles nothing: the form cannot lead to the answer that was refused.',
      stores: 0,
      needs: 'receipt',
      run: withKeys(async (session, keys) => {
        const report = withChanges(submissionOf(plainReport(session.settings.partnerId)), { locations: [] });
        const { json, status } = await session.post('a report without a location, for its signature', report);
        const { signature, type, errors = [] } = { ...(json as Partial<Problem>) };
        const facts = { digest: await digestOf(report.body), type: `${type}`, errors };
        return (await holdsRefusal(signature, facts, keys))
          ? passed('the refusal holds')
          : warning(
              `HTTP ${status}, ${signature === undefined ? 'without a signature' : 'with a signature that does not hold'}`,
              'Sign {digest, type, errors} of malformed, version, invalid, not-sealed and seal-key as a compact JWS, Ed25519, typ cliquez-signalez-refusal: digest is the SHA-256 of the bytes that came (receiver: RECEIPT_KEY).',
            );
      }),
    },
  ];
};

async function isSigned({ json, submission }: Answer, keys: readonly CryptoKey[]): Promise<boolean> {
  const { signature, ...receipt } = { ...(json as Receipt) };
  return holds(signature, { ...receipt, digest: await digestOf(submission!.body) }, keys);
}

async function sealedSubmission(session: Session, publicKey: string): Promise<Submission> {
  const report = plainReport(session.settings.partnerId);
  return {
    id: report.submissionId,
    body: JSON.stringify(await sealReport(report, JSON.stringify(report), publicKey)),
  };
}

/** A public key whose private key is not kept. */
async function drawPublicKey(): Promise<string> {
  const agreement = { name: 'ECDH', namedCurve: 'P-256' };
  const { publicKey } = await crypto.subtle.generateKey(agreement, false, ['deriveBits']);
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey));
  return btoa(String.fromCharCode(...point))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

async function checkChallenge(session: Session, address: URL): Promise<Finding> {
  const mend =
    'Answer GET with 204 (nothing to prove) or an ALTCHA v2 challenge in JSON, PBKDF2/SHA-256, signed, not expired, at the endpoint’s own origin, with Access-Control-Allow-Origin as for reports.';
  const { endpoint, origin } = session.settings;
  if (address.origin !== endpoint.origin) return failed('it is at another origin than the endpoint', mend);
  const answer = await session.ask({ asked: 'GET challenge', address, method: 'GET' });
  const allowed = answer.headers.get('access-control-allow-origin');
  if (session.isRaw && !['*', origin].includes(allowed ?? ''))
    return failed(`Access-Control-Allow-Origin: ${quote(allowed)}`, mend);
  if (answer.status === 204) return passed('HTTP 204: nothing to prove for now');
  if (!isTaken(answer)) return failed(`HTTP ${answer.status}`, mend);
  const fault = faultOf(answer);
  return fault ? failed(fault, mend) : passed('a challenge that forms can solve');
}

/** Why a form would not solve a challenge; undefined if it would. */
function faultOf({ json, size }: Answer): string | undefined {
  if (size > MAX_ANSWER_BYTES) return `${size} bytes`;
  const { parameters, signature } = (json ?? {}) as { parameters?: unknown; signature?: unknown };
  if (typeof parameters !== 'object' || parameters === null) return 'no JSON with parameters';
  const { algorithm, nonce, salt, cost, keyPrefix, expiresAt } = parameters as Record<string, unknown>;
  if (algorithm !== 'PBKDF2/SHA-256') return `algorithm: ${quote(String(algorithm))}`;
  if (
    ![nonce, salt, keyPrefix, signature].every(
      (value) => typeof value === 'string' && /^[\da-f]+$/i.test(value),
    )
  )
    return 'nonce, salt, keyPrefix and signature are not all hexadecimal';
  if (!Number.isSafeInteger(cost) || (cost as number) < 1) return 'cost is no whole number';
  if (typeof expiresAt === 'number' && expiresAt * 1_000 < Date.now()) return 'it has expired already';
  return undefined;
}
