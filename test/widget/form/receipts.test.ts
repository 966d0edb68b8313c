// Receipts that can be proved: with `receipt-key`, only the hotline's own receipt makes the form say « envoyé ».

import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import { PANEL } from '../../../demo/gallery/driver.ts';
import type { Receipt } from '../../../src/core/report/protocol.ts';
import { CHECK, FormHarness, SENT, WHERE, type Attributes } from './form-harness.ts';
import { until } from '../../setup/until.ts';

const REFERENCE = 'FA1S-E000';

const makeKeys = async () => {
  const { publicKey, privateKey } = await generateKeyPair('Ed25519', { extractable: true });
  const { x = '' } = await exportJWK(publicKey);
  return { publicKey: x, privateKey, jwk: JSON.stringify(await exportJWK(privateKey)) };
};

type Keys = Awaited<ReturnType<typeof makeKeys>>;

const hexDigest = async (text: string): Promise<string> =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

const sign = (facts: object, { privateKey }: Keys, header: object = {}): Promise<string> =>
  new CompactSign(new TextEncoder().encode(JSON.stringify(facts)))
    .setProtectedHeader({ alg: 'Ed25519', typ: 'cliquez-signalez-receipt', ...header })
    .sign(privateKey);

const json = (value: unknown, status = 201): Response =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } });

/** A report as a relay sees it, and the way to ask the hotline. */
interface Passing {
  readonly id: string;
  readonly body: string;
  /** The hotline's own answer. */
  ask(body?: string): Promise<Receipt & { signature: string }>;
}

/** The relay's answer. */
type Relay = (passing: Passing) => Promise<Response>;

describe('a receipt that can be proved', () => {
  const { fetch } = window;
  const { random } = Math;
  const { warn } = console;
  const { importKey } = SubtleCrypto.prototype;
  let keys: Keys;
  let others: Keys;
  let endpoint: string;
  let relay: Relay | undefined;
  let warnings: string[];

  before(async () => {
    [keys, others] = await Promise.all([makeKeys(), makeKeys()]);
    ({ endpoint } = await executeServerCommand<{ endpoint: string }, object>('receiver-with', {
      RECEIPT_KEY: keys.jwk,
      FREE_REPORTS: '1000',
    }));
  });

  beforeEach(() => {
    relay = undefined;
    warnings = [];
    Math.random = () => 0;
    console.warn = (text: string) => void warnings.push(text);
    window.fetch = async (address, init = {}) => {
      if (init.method !== 'POST' || !relay) return fetch(address, init);
      const body = init.body as string;
      return relay({
        id: (init.headers as Record<string, string>)['idempotency-key']!,
        body,
        ask: async (other = body) =>
          (await (await fetch(address, { ...init, body: other })).json()) as Receipt & { signature: string },
      });
    };
  });

  afterEach(() => {
    Object.assign(window, { fetch });
    Math.random = random;
    console.warn = warn;
    Object.assign(SubtleCrypto.prototype, { importKey });
  });

  const mount = (attributes: Attributes = {}): Promise<FormHarness> =>
    FormHarness.mount({ endpoint, 'receipt-key': keys.publicKey, ...attributes });

  const failure = async (form: FormHarness): Promise<string> => {
    await until(() => form.find('.failure'), 'no failure was shown');
    return form.find('.failure')!.innerText;
  };

  const refuses = async (form: FormHarness): Promise<void> => {
    await form.reachCheck();
    await form.press('Envoyer le signalement');
    expect(await failure(form)).to.match(/non confirmé/i);
    expect(form.text).not.to.contain(REFERENCE);
  };

  it('of the hotline makes the form say « envoyé », with its reference', async () => {
    let receipt: Receipt | undefined;
    relay = async ({ ask }) => json((receipt = await ask()));
    const form = await mount();
    await form.reachCheck();
    await form.send();
    expect(form.text).to.contain(receipt!.reference);
  });

  it('is believed for each of several keys, while keys change', async () => {
    const form = await mount({ 'receipt-key': `${others.publicKey}  ${keys.publicKey}` });
    await form.reachCheck();
    await form.send();
  });

  const invented = (id: string): Receipt => ({
    submissionId: id,
    reference: REFERENCE,
    receivedAt: '2026-11-24T13:50:00Z',
  });

  const ATTACKS: Readonly<Record<string, Relay>> = {
    'is invented by a relay that keeps the report': async ({ id }) => json(invented(id)),
    'is invented, and signed with another key': async ({ id, body }) => {
      const facts = invented(id);
      return json({ ...facts, signature: await sign({ ...facts, digest: await hexDigest(body) }, others) });
    },
    'is invented, with a signature that is none': async ({ id }) =>
      json({ ...invented(id), signature: 'e30.e30.AA' }),
    'is invented under an algorithm that signs nothing': async ({ id, body }) => {
      const facts = invented(id);
      const part = (value: object): string =>
        btoa(JSON.stringify(value)).replaceAll('=', '').replaceAll('+', '-').replaceAll('/', '_');
      const header = { alg: 'none', typ: 'cliquez-signalez-receipt' };
      return json({
        ...facts,
        signature: `${part(header)}.${part({ ...facts, digest: await hexDigest(body) })}.`,
      });
    },
    'is for a report that the relay changed on its way': async ({ body, ask }) =>
      json(await ask(body.replace('"locale":"fr"', '"locale":"en"'))),
    'has another reference than the hotline gave': async ({ ask }) =>
      json({ ...(await ask()), reference: REFERENCE }),
    'says another minute than the hotline did': async ({ ask }) =>
      json({ ...(await ask()), receivedAt: '2025-01-01T00:00:00Z' }),
    'is signed as something else, by the same key': async ({ id, body }) => {
      const facts = invented(id);
      return json({
        ...facts,
        signature: await sign({ ...facts, digest: await hexDigest(body) }, keys, { typ: 'JWT' }),
      });
    },
    'says its time to the second': async ({ id, body }) => {
      const facts = { ...invented(id), receivedAt: '2026-11-24T13:50:07Z' };
      return json({ ...facts, signature: await sign({ ...facts, digest: await hexDigest(body) }, keys) });
    },
    'lacks its signature': async ({ ask }) => {
      const { signature: _, ...receipt } = await ask();
      return json(receipt);
    },
  };
  for (const [name, attack] of Object.entries(ATTACKS))
    it(`is not believed where it ${name}`, async () => {
      relay = attack;
      await refuses(await mount());
    });

  /** A relay that delivers the report, and then refuses it. */
  const delivering =
    (refuse: (passing: Passing) => Promise<Response>): Relay =>
    async (passing) => {
      await passing.ask();
      return refuse(passing);
    };
  const problem = (code: string, status: number, more: object = {}): Response =>
    new Response(
      JSON.stringify({ type: `urn:cliquez-signalez:problem:${code}`, title: 'No.', status, ...more }),
      { status, headers: { 'content-type': 'application/problem+json' } },
    );
  const refusalFacts = async (body: string, code: string, errors: object[] = []) => ({
    digest: await hexDigest(body),
    type: `urn:cliquez-signalez:problem:${code}`,
    errors,
  });
  const REFUSAL = { typ: 'cliquez-signalez-refusal' };
  const POINTED = [{ pointer: '/locations/0/url/value', code: 'invalid' }];

  const REFUSALS: Readonly<Record<string, Relay>> = {
    '429 slow-down': delivering(async () => problem('slow-down', 429)),
    '422 invalid, pointing at an answer': delivering(async () =>
      problem('invalid', 422, { errors: POINTED }),
    ),
    '413 too-large': delivering(async () => problem('too-large', 413)),
    '413 of a proxy': delivering(async () => new Response('Too large', { status: 413 })),
    '409 version': delivering(async () => problem('version', 409)),
    '403 partner': delivering(async () => problem('partner', 403)),
    '422 not-sealed': delivering(async () => problem('not-sealed', 422)),
    '422, signed with another key': delivering(async ({ body }) =>
      problem('invalid', 422, {
        errors: POINTED,
        signature: await sign(await refusalFacts(body, 'invalid', POINTED), others, REFUSAL),
      }),
    ),
    '422, signed for another body': delivering(async ({ body }) =>
      problem('invalid', 422, {
        errors: POINTED,
        signature: await sign(await refusalFacts(`${body} `, 'invalid', POINTED), keys, REFUSAL),
      }),
    ),
    '422, signed for other errors': delivering(async ({ body }) =>
      problem('invalid', 422, {
        errors: POINTED,
        signature: await sign(await refusalFacts(body, 'invalid'), keys, REFUSAL),
      }),
    ),
    '409 version, where invalid was signed': delivering(async ({ body }) =>
      problem('version', 409, {
        signature: await sign(await refusalFacts(body, 'invalid'), keys, REFUSAL),
      }),
    ),
    '422, signed as a receipt': delivering(async ({ body }) =>
      problem('invalid', 422, {
        errors: POINTED,
        signature: await sign(await refusalFacts(body, 'invalid', POINTED), keys),
      }),
    ),
    '422 of the hotline for a body that the relay spoilt': async ({ body, ask }) => {
      await ask();
      const spoilt = (await ask(body.replace('"locale":"fr"', '"locale":"?"'))) as object;
      return problem('invalid', 422, spoilt);
    },
  };
  for (const [name, attack] of Object.entries(REFUSALS))
    it(`is missing, and nothing is said to be unsent, where a relay delivers and answers ${name}`, async () => {
      relay = attack;
      const form = await mount();
      await refuses(form);
      expect(form.heading).to.equal('Votre signalement');
      expect(form.find(PANEL)!.textContent).not.to.match(/pas encore envoy|trop long|n’a pas accepté/i);
    });

  it('need not come where the hotline itself refuses: a signed refusal leads to the answer', async () => {
    relay = async ({ body }) =>
      problem('invalid', 422, {
        errors: POINTED,
        signature: await sign(await refusalFacts(body, 'invalid', POINTED), keys, REFUSAL),
      });
    const form = await mount();
    await form.reachCheck();
    await form.press('Envoyer le signalement');
    await form.reach(WHERE);
    expect(form.errors).to.deep.equal(['Une de vos réponses n’a pas été acceptée. Vérifiez-la.']);
    await form.continueTo(CHECK);
    expect(form.text).to.contain('Pas encore envoyé');
  });

  it('is refused by our receiver with a signature that the form believes', async () => {
    // A relay that spoils each report makes the receiver refuse it; the form is shown what it would send itself.
    let spoilt = '';
    relay = async ({ body, ask }) => {
      spoilt = body.replace('"locale":"fr"', '"locale":"?"');
      const refusal = (await ask(spoilt)) as unknown as { signature: string; type: string; errors: object[] };
      const [, payload = ''] = refusal.signature.split('.');
      const said = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as object;
      expect(said).to.deep.equal({
        digest: await hexDigest(spoilt),
        type: refusal.type,
        errors: refusal.errors,
      });
      return problem('invalid', 422, refusal);
    };
    await refuses(await mount());
    expect(spoilt).not.to.equal('');
  });

  it('of an earlier report is not believed for this one', async () => {
    let earlier: Receipt | undefined;
    relay = async ({ ask }) => json((earlier = await ask()));
    const first = await mount();
    await first.reachCheck();
    await first.send();
    relay = async ({ id }) => json({ ...earlier!, submissionId: id });
    await refuses(await mount());
  });

  it('of a sealed report is over the envelope, the bytes that were stored', async () => {
    const { publicKey } = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, [
      'deriveBits',
    ]);
    const point = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey));
    const key = btoa(String.fromCharCode(...point))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '');
    const form = await mount({ 'public-key': key });
    await form.reachCheck();
    await form.send();
  });

  it('that was not believed is, once the hotline’s own comes', async () => {
    relay = ATTACKS['is invented by a relay that keeps the report'];
    const form = await mount();
    await refuses(form);
    relay = undefined;
    await form.press('Réessayer');
    await form.reach(SENT);
  });

  for (const wrong of ['', 'pas une clé', 'A'.repeat(42)])
    it(`is never believed with the key “${wrong}”, of which the developer hears`, async () => {
      await refuses(await mount({ 'receipt-key': wrong }));
      await until(() => warnings.length, 'nobody was warned');
      expect(warnings[0]).to.contain('receipt-key').and.to.contain('no receipt');
    });

  it('is taken as it is where the engine has no Ed25519', async () => {
    SubtleCrypto.prototype.importKey = function (this: SubtleCrypto, ...given: unknown[]) {
      if (given[2] === 'Ed25519') return Promise.reject(new DOMException('', 'NotSupportedError'));
      return (importKey as (...all: unknown[]) => Promise<CryptoKey>).apply(this, given);
    } as typeof importKey;
    relay = async ({ id }) => json(invented(id));
    const form = await mount();
    await form.reachCheck();
    await form.send();
    expect(form.text).to.contain(REFERENCE);
  });

  it('is not asked for where the page has no key', async () => {
    relay = async ({ id }) => json(invented(id));
    const form = await FormHarness.mount({ endpoint });
    await form.reachCheck();
    await form.send();
  });
});
