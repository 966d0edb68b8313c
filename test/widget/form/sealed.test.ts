// Sealed reports in the form: only the hotline can open what leaves, and the form does not open if it cannot seal.

import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { base64url, calculateJwkThumbprint, compactDecrypt, exportJWK, generateKeyPair } from 'jose';
import { PANEL } from '../../../demo/gallery/driver.ts';
import { MAX_REQUEST_BYTES, type Envelope } from '../../../src/core/report/protocol.ts';
import type { Report } from '../../../src/core/report/report.ts';
import { breakReceiver, CHECK, FormHarness, SENT, WHAT, type Attributes } from './form-harness.ts';
import { itInChromium } from '../../setup/every-here.ts';
import { until } from '../../setup/until.ts';

const CANARY = 'canari-7f3a';
/** How long the button waits before it warns (report-button.ts). */
const LATE_MS = 3_000;
const SENTENCE = 'L’envoi est chiffré\u00a0: seul Point de Contact peut l’ouvrir.';

const makeKeys = async () => {
  const { publicKey, privateKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
  const jwk = await exportJWK(publicKey);
  const { x = '', y = '' } = jwk;
  const point = Uint8Array.from([4, ...base64url.decode(x), ...base64url.decode(y)]);
  return { privateKey, jwk, point, text: base64url.encode(point) };
};

describe('sealed reports', () => {
  const { fetch, setTimeout } = window;
  const { random } = Math;
  const { warn } = console;
  const { encrypt, generateKey } = SubtleCrypto.prototype;
  let keys: Awaited<ReturnType<typeof makeKeys>>;
  /** The posted bodies, whether they arrive or not. */
  let sent: { body: string; headers: Record<string, string>; address: string }[];
  let warnings: string[];
  /** How many texts have been sealed so far. */
  let sealings: number;

  before(async () => {
    keys = await makeKeys();
  });

  beforeEach(() => {
    sent = [];
    warnings = [];
    sealings = 0;
    Math.random = () => 0;
    console.warn = (text: string) => void warnings.push(text);
    // The button warns three seconds after it was rendered: here at once.
    window.setTimeout = ((then: () => void, ms = 0) =>
      setTimeout(then, ms === LATE_MS ? 0 : ms)) as unknown as typeof setTimeout;
    window.fetch = (address, init) => {
      if (init?.method === 'POST')
        sent.push({
          body: init.body as string,
          headers: init.headers as Record<string, string>,
          address: address as string,
        });
      return fetch(address, init);
    };
    SubtleCrypto.prototype.encrypt = async function (...given) {
      const result = await encrypt.apply(this, given);
      // The counter changes after the code that awaits the result.
      setTimeout(() => (sealings += 1));
      return result;
    };
  });

  afterEach(async () => {
    Object.assign(window, { fetch, setTimeout });
    Math.random = random;
    console.warn = warn;
    Object.assign(SubtleCrypto.prototype, { encrypt, generateKey });
    await breakReceiver({ mode: 'none' });
  });

  const open = async ({ sealed }: Envelope): Promise<Report> => {
    const { plaintext } = await compactDecrypt(sealed, keys.privateKey, {
      keyManagementAlgorithms: ['ECDH-ES'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    return JSON.parse(new TextDecoder().decode(plaintext)) as Report;
  };

  const envelope = (index: number): Envelope => JSON.parse(sent.at(index)!.body) as Envelope;

  const mount = (attributes: Attributes = {}): Promise<FormHarness> =>
    FormHarness.mount({ 'public-key': keys.text, partner: 'ville-exemple', ...attributes });

  /** Goes to the review, with a word that must not be readable in transit. */
  const reachCheck = async (form: FormHarness, whileTyping?: () => void): Promise<void> => {
    await form.reachDetails('hate_violence_discrimination', `https://exemple.fr/${CANARY}`);
    await form.fill('details', CANARY);
    whileTyping?.();
    await form.continueTo(CHECK);
  };

  const failure = async (form: FormHarness): Promise<string> => {
    await until(() => form.find('.failure'), 'no failure was shown');
    return form.find('.failure')!.innerText;
  };

  it('arrive as an envelope that only the hotline can open, with every answer in it', async () => {
    const form = await mount();
    await reachCheck(form);
    await form.send();
    expect(sent).to.have.length(1);
    const { sealed, ...rest } = envelope(0);
    const report = await open(envelope(0));
    expect(rest).to.deep.equal({
      schemaVersion: '1.0',
      submissionId: report.submissionId,
      partnerId: 'ville-exemple',
    });
    expect(report.content?.description).to.equal(CANARY);
    expect(report.locations[0]!.url?.value).to.equal(`https://exemple.fr/${CANARY}`);
    expect(report.source.partnerId).to.equal('ville-exemple');
    expect(sent[0]!.headers['idempotency-key']).to.equal(report.submissionId);
    const outside =
      JSON.stringify(sent) +
      sealed.split('.').map((part) => atob(part.replace(/-/g, '+').replace(/_/g, '/')));
    expect(outside).not.to.contain(CANARY);
    expect(outside).not.to.contain('hate_violence');
    const stored = await executeServerCommand<string[], null>('receiver-reports', null);
    expect(stored.at(-1)).to.equal(sent[0]!.body);
  });

  it('are sealed before the tap, which then sends in the same task', async () => {
    const form = await mount();
    await form.reachCheck();
    await until(() => sealings === 1, 'nothing was sealed ahead');
    expect(sent).to.have.length(0);
    form.button('Envoyer le signalement')!.click();
    expect(sent).to.have.length(1);
    await form.reach(SENT);
    expect(sealings).to.equal(1);
  });

  it('are the same bytes on every attempt, and sealed anew once answers were edited', async () => {
    const form = await mount();
    await reachCheck(form);
    await breakReceiver({ mode: 'reset-after' });
    await form.press('Envoyer le signalement');
    await failure(form);
    const before = sent.length;
    await breakReceiver({ mode: '503', times: 1 });
    await form.press('Réessayer');
    await until(() => sent.length > before, 'it was not sent again');
    await form.reach(SENT);
    expect(new Set(sent.map(({ body }) => body)).size).to.equal(1);

    await form.press('Faire un autre signalement');
    await form.reach(WHAT);
    form.element.close();
    await reachCheck(form);
    await breakReceiver({ mode: 'reset' });
    await form.press('Envoyer le signalement');
    await failure(form);
    const first = envelope(-1);
    await breakReceiver({ mode: 'none' });
    await form.press('Modifier');
    await form.choose('category', 'unsure');
    await form.continueTo(CHECK);
    await form.send();
    const second = envelope(-1);
    expect(second.submissionId).not.to.equal(first.submissionId);
    const report = await open(second);
    expect([report.category, report.supersedes]).to.deep.equal(['unsure', first.submissionId]);
  });

  it('are shown in clear to whoever sends them, with the word that they leave encrypted', async () => {
    const form = await mount();
    await reachCheck(form);
    form.find('.exact summary')!.click();
    await until(() => form.find('.exact pre'), 'the exact report was not shown');
    expect(form.find('.exact')!.innerText).to.contain(SENTENCE);
    const shown = JSON.parse(form.find('.exact pre')!.textContent) as Report;
    await form.send();
    expect(await open(envelope(0))).to.deep.equal(shown);
  });

  itInChromium('are not spoken of where nothing is sealed', async () => {
    const form = await FormHarness.mount();
    await reachCheck(form);
    form.find('.exact summary')!.click();
    await until(() => form.find('.exact pre'), 'the exact report was not shown');
    expect(form.find('.exact')!.innerText).not.to.contain('chiffré');
    await form.send();
    expect(sent[0]!.body).to.contain(CANARY);
    expect(sealings).to.equal(0);
  });

  it('reach a page that takes over the sending as they are', async () => {
    const form = await mount({ 'public-key': 'none' });
    const reports: Report[] = [];
    form.element.transport = async (report) => {
      reports.push(report);
      return { submissionId: report.submissionId, reference: 'A', receivedAt: '2026-11-24T13:50:00Z' };
    };
    await form.element.updateComplete;
    await reachCheck(form);
    form.find('.exact summary')!.click();
    await until(() => form.find('.exact pre'), 'the exact report was not shown');
    expect(form.find('.exact')!.innerText).not.to.contain('chiffré');
    await form.send();
    expect(reports[0]!.content?.description).to.equal(CANARY);
  });

  it('are sealed even where the page gave its key while the form was open', async () => {
    const form = await FormHarness.mount();
    await reachCheck(form, () => form.element.setAttribute('public-key', keys.text));
    await form.send();
    expect((await open(envelope(0))).content?.description).to.equal(CANARY);
  });

  describe('with a key that cannot be used', () => {
    const link = (form: FormHarness): boolean =>
      form.launcher.localName === 'a' && form.launcher.getAttribute('href') === 'https://hotline.example/';

    for (const key of [
      '',
      'AAAA',
      '{"kty":"EC"}',
      `A${'A'.repeat(86)}`,
      `B${'A'.repeat(87)}`,
      `B${'+'.repeat(86)}`,
    ]) {
      itInChromium(`“${key.slice(0, 12)}”, there is only the link, and one warning`, async () => {
        const form = await mount({ 'public-key': key });
        expect(link(form)).to.equal(true);
        await form.element.open();
        form.element.requestUpdate();
        await until(() => warnings.length, 'nobody was warned');
        expect(form.dialog === null).to.equal(true);
        expect(warnings).to.have.length(1);
        expect(warnings[0]).to.contain('no report may leave unsealed').and.to.contain('P-256');
      });
    }

    for (const [name, change] of Object.entries({
      'of the right length that is not on the curve': (point: Uint8Array) => (point[64]! ^= 1),
      'of zeros': (point: Uint8Array) => point.fill(0, 1),
      'beyond the field': (point: Uint8Array) => point.fill(255, 1),
    })) {
      it(`${name}, it does not open either, and there is only the link from then on`, async () => {
        const point = Uint8Array.from(keys.point);
        change(point);
        const form = await mount({ 'public-key': base64url.encode(point) });
        form.launcher.click();
        await until(() => link(form), 'the button did not become a link');
        await until(() => warnings.length, 'nobody was warned');
        expect(form.dialog === null).to.equal(true);
        expect(form.root.querySelector('[role="alert"]')!.textContent).to.contain('ne s’est pas ouvert');
        expect(warnings).to.have.length(1);
        expect(warnings[0]).to.contain(base64url.encode(point));
      });
    }

    itInChromium('the fallback link stays where there is no hotline-url, in the page as well', async () => {
      const form = await FormHarness.mount(
        { 'public-key': 'AAAA', 'hotline-url': '' },
        'cliquez-signalez-form',
      );
      expect(form.element.querySelector('a')!.checkVisibility()).to.equal(true);
      expect(form.find(PANEL) === null).to.equal(true);
    });

    for (const key of ['', 'AAAA']) {
      itInChromium(
        `given while the form is open (“${key}”), nothing leaves: the hotline’s own form is the way on`,
        async () => {
          const form = await FormHarness.mount();
          await reachCheck(form, () => form.element.setAttribute('public-key', key));
          await form.press('Envoyer le signalement');
          const text = await failure(form);
          expect(text)
            .to.contain('Pas encore envoyé')
            .and.to.contain('ne peuvent pas partir d’ici en sécurité');
          expect(form.find('.footer a.primary')!.getAttribute('href')).to.equal('https://hotline.example/');
          expect(form.button('Réessayer') === undefined).to.equal(true);
          expect(sent).to.have.length(0);
        },
      );
    }

    itInChromium('mended, the button comes back', async () => {
      const form = await mount({ 'public-key': 'AAAA' });
      expect(link(form)).to.equal(true);
      form.element.setAttribute('public-key', keys.text);
      await form.element.updateComplete;
      await form.open();
      expect(form.heading).to.equal(WHAT);
    });
  });

  it('do not exist on a page without cryptography: there is only the link', async () => {
    Object.defineProperty(crypto, 'subtle', { configurable: true, value: undefined });
    try {
      const form = await mount();
      expect(form.launcher.localName).to.equal('a');
      await form.element.open();
      expect(form.dialog === null).to.equal(true);
      await until(() => warnings.length, 'nobody was warned');
      expect(warnings[0]).to.contain('https');
      // Without a key, such a page reports as usual.
      const plain = await FormHarness.mount();
      expect(plain.launcher.localName).to.equal('button');
    } finally {
      delete (crypto as { subtle?: SubtleCrypto }).subtle;
    }
  });

  it('that cannot be sealed do not leave, and every answer is kept', async () => {
    const form = await mount();
    const events: string[] = [];
    form.element.addEventListener('cs-error', ({ code }) => events.push(code));
    await reachCheck(form, () => {
      Object.assign(SubtleCrypto.prototype, { generateKey: () => Promise.reject(new Error(CANARY)) });
    });
    await form.press('Envoyer le signalement');
    const text = await failure(form);
    expect(text)
      .to.contain('ne peuvent pas partir d’ici en sécurité')
      .and.to.contain('Signalez sur le site de Point de Contact');
    expect(form.text).to.contain(`https://exemple.fr/${CANARY}`);
    expect(sent).to.have.length(0);
    expect(events).to.deep.equal(['sealing']);
  });

  it('that could not be sealed ahead are sealed at the tap', async () => {
    const form = await mount();
    let failures = 0;
    await reachCheck(form, () => {
      Object.assign(SubtleCrypto.prototype, {
        generateKey: () => {
          failures += 1;
          return Promise.reject(new Error(CANARY));
        },
      });
    });
    // Each update of the review tries again.
    await until(() => failures > 0, 'nothing was sealed ahead');
    Object.assign(SubtleCrypto.prototype, { generateKey });
    await form.send();
    expect(sent).to.have.length(1);
  });

  it('are not stopped on their way by an earlier version that cannot be sealed', async () => {
    const form = await mount();
    let giveUp: (() => void) | undefined;
    await reachCheck(form, () => {
      Object.assign(SubtleCrypto.prototype, {
        generateKey: () => new Promise((_, reject) => (giveUp = () => reject(new Error(CANARY)))),
      });
    });
    await until(() => giveUp, 'nothing was sealed ahead');
    Object.assign(SubtleCrypto.prototype, { generateKey });
    await form.press('Modifier');
    await form.choose('category', 'unsure');
    await form.continueTo(CHECK);
    const { fetch: post } = window;
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    window.fetch = (address, init) => held.then(() => post(address, init));
    await form.press('Envoyer le signalement');
    await until(() => form.button('Envoi en cours…'), 'nothing is on its way');
    giveUp!();
    await new Promise((resolve) => void setTimeout(resolve));
    release();
    await form.reach(SENT);
    expect(sent).to.have.length(1);
  });

  describe('and plain ones that the hotline does not take', () => {
    /** An endpoint that accepts only reports sealed for its one key. */
    let endpoint: string;
    let otherKey: string;
    const arrived = (): Promise<string[]> =>
      executeServerCommand<string[], string>('receiver-with-reports', endpoint);

    before(async function () {
      // A separate process has to start.
      this.timeout(30_000);
      otherKey = (await makeKeys()).text;
      const settings = { SEAL_KEYS: await calculateJwkThumbprint(keys.jwk), SEALED_ONLY: '1' };
      const started = await executeServerCommand<{ endpoint: string }, object>('receiver-with', settings);
      endpoint = started.endpoint;
    });

    /** Sends, and reads the failure message; the reporter's text must still be there. */
    const refusedWith = async (form: FormHarness): Promise<{ text: string; errors: unknown[] }> => {
      const errors: unknown[] = [];
      form.element.addEventListener('cs-error', ({ code, retryable }) => errors.push([code, retryable]));
      const before = await arrived();
      await form.press('Envoyer le signalement');
      const text = await failure(form);
      expect(form.text).to.contain(`https://exemple.fr/${CANARY}`);
      expect(form.find('.footer a.primary')!.getAttribute('href')).to.equal('https://hotline.example/');
      expect(form.button('Réessayer') === undefined).to.equal(true);
      expect(form.button('Copier mon signalement') === undefined).to.equal(false);
      expect(await arrived()).to.deep.equal(before);
      return { text, errors };
    };

    it('for a key that nobody there has are refused: nothing is lost, and the way on is shown', async () => {
      const form = await mount({ endpoint, 'public-key': otherKey });
      await reachCheck(form);
      const { text, errors } = await refusedWith(form);
      expect(text)
        .to.contain('Pas encore envoyé')
        .and.to.contain('ne peuvent pas partir d’ici en sécurité')
        .and.to.contain('Signalez sur le site de Point de Contact')
        .and.to.contain('Vos réponses sont toujours là');
      expect(errors).to.deep.equal([['seal-key', false]]);
      expect(sent).to.have.length(1);
    });

    it('pass once the page has the new key, with the same answers', async () => {
      const form = await mount({ endpoint, 'public-key': otherKey });
      await reachCheck(form);
      await refusedWith(form);
      form.element.setAttribute('public-key', keys.text);
      await form.press('Modifier');
      await form.choose('category', 'unsure');
      await form.continueTo(CHECK);
      await form.send();
      const body = (await arrived()).at(-1);
      const report = await open(JSON.parse(body!) as Envelope);
      expect([report.category, report.content?.description]).to.deep.equal(['unsure', CANARY]);
    });

    itInChromium(
      'in clear, where only sealed ones are taken, are refused in words of their own',
      async () => {
        const form = await FormHarness.mount({ endpoint });
        await reachCheck(form);
        const { text, errors } = await refusedWith(form);
        expect(text)
          .to.contain('Pas encore envoyé')
          .and.to.contain('ne peuvent pas partir d’ici en sécurité')
          .and.to.contain('Vos réponses sont toujours là');
        expect(errors).to.deep.equal([['not-sealed', false]]);
      },
    );
  });

  itInChromium('are never too long once they are sealed: more links make more envelopes', async () => {
    const form = await mount();
    const addresses = Array.from({ length: 10 }, (_, n) => `hxxps://exemple.fr/${n}/${'x'.repeat(2_000)}`);
    await form.reachCheck({ address: addresses.join(' ') });
    await until(() => sealings === 2, 'not both were sealed ahead');
    await form.press('Envoyer les 2 signalements');
    await form.reach('2 signalements envoyés');
    expect(sent).to.have.length(2);
    expect(new Blob([sent[0]!.body]).size).to.be.within(50_000, MAX_REQUEST_BYTES);
    const reports = await Promise.all([open(envelope(0)), open(envelope(1))]);
    expect(reports.map(({ locations }) => locations.length)).to.deep.equal([9, 1]);
    expect(reports.map(({ submissionId }) => submissionId)).to.deep.equal(
      sent.map(({ headers }) => headers['idempotency-key']),
    );
  }).timeout(20_000);
});
