// The form after a failed sending: every answer is kept, the message is true, and the same report is sent
// again.

import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { ERRORS, PANEL } from '../../../demo/gallery/driver.ts';
import { MAX_REPORT_BYTES } from '../../../src/core/report/protocol.ts';
import type { CsErrorEvent } from '../../../src/widget/shared/events.ts';
import type { FaultMode, RecordedRequest } from '../../setup/fault-proxy.ts';
import {
  breakReceiver,
  CHECK,
  DETAILS,
  DISCARD,
  endpoint,
  FormHarness,
  SENT,
  storedReports,
  WHAT,
  WHERE,
} from './form-harness.ts';
import { itInChromium } from '../../setup/every-here.ts';
import { until } from '../../setup/until.ts';

const posts = async (): Promise<RecordedRequest[]> =>
  (await executeServerCommand<RecordedRequest[], null>('requests', null)).filter(
    ({ method }) => method === 'POST',
  );

describe('sending', () => {
  const { random } = Math;

  beforeEach(() => {
    // The client waits a random time before it tries again. The test removes this wait.
    Math.random = () => 0;
    return executeServerCommand('requests-clear', null);
  });

  afterEach(async () => {
    Math.random = random;
    await breakReceiver({ mode: 'none' });
  });

  const failed = async (form: FormHarness): Promise<string> => {
    await until(() => form.find('.failure'), 'no failure was shown');
    return form.find('.failure')!.innerText;
  };

  /** Goes back to the first step, changes the category, and comes back. */
  const edit = async (form: FormHarness, category: string): Promise<void> => {
    await form.press('Modifier');
    await form.choose('category', category);
    await form.continueTo(CHECK);
  };

  /** Text of the elements that an attribute refers to. */
  const named = (form: FormHarness, element: Element, attribute: string): string =>
    form.find(`#${element.getAttribute(attribute)}`)!.innerText;

  it('keeps every answer when nobody answers, says that nothing is confirmed, and the same report arrives once', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    const stored = (await storedReports()).length;
    await breakReceiver({ mode: 'reset-after' });
    await form.press('Envoyer le signalement');
    const text = await failed(form);
    expect(text).to.contain('Envoi non confirmé').and.to.contain('Réessayer ne créera pas de doublon');
    expect(form.focused?.matches('.failure .summary-title')).to.equal(true);
    expect(form.text).to.contain('https://exemple.fr/page');
    expect(form.find('.failure a')!.getAttribute('href')).to.equal('https://hotline.example/');

    await breakReceiver({ mode: 'none' });
    await form.press('Réessayer');
    await form.reach(SENT);
    expect(await storedReports()).to.have.length(stored + 1);
    const keys = new Set((await posts()).map(({ headers }) => headers['idempotency-key']));
    expect(keys.size).to.equal(1);
  });

  itInChromium('is of the same report again, whatever the page has changed since the first try', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    await breakReceiver({ mode: 'reset-after' });
    await form.press('Envoyer le signalement');
    await failed(form);
    await breakReceiver({ mode: 'none' });
    form.element.setAttribute('partner', 'ville-autre');
    await form.element.updateComplete;
    await form.press('Réessayer');
    await form.reach(SENT);
    expect(new Set((await posts()).map(({ headers }) => headers['idempotency-key'])).size).to.equal(1);
    expect((await storedReports()).at(-1)!.source.partnerId).not.to.equal('ville-autre');
  });

  itInChromium('tries again by itself before it troubles the reporter', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    await breakReceiver({ mode: '503', times: 1 });
    await form.send();
    expect((await posts()).length).to.be.greaterThan(1);
  });

  itInChromium('names the report that edited answers replace', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    await breakReceiver({ mode: 'reset' });
    await form.press('Envoyer le signalement');
    await failed(form);
    await breakReceiver({ mode: 'none' });
    await form.press('Modifier');
    await form.choose('category', 'unsure');
    await form.continueTo(CHECK);
    expect(form.find('.failure') === null).to.equal(true);
    await form.send();
    const keys = [...new Set((await posts()).map(({ headers }) => headers['idempotency-key']))];
    expect(keys).to.have.length(2);
    const report = (await storedReports()).at(-1)!;
    expect(report.submissionId).to.equal(keys[1]);
    expect(report.supersedes).to.equal(keys[0]);
  });

  itInChromium('leads to the answer that the endpoint refused', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    await breakReceiver({ mode: 'invalid' });
    await form.press('Envoyer le signalement');
    await form.reach(WHERE);
    expect(form.errors).to.deep.equal(['Une de vos réponses n’a pas été acceptée. Vérifiez-la.']);
    expect(form.field('addresses.0')!.value).to.equal('https://exemple.fr/page');
  });

  itInChromium(
    'sends the reporter to the hotline where the endpoint does not read this version',
    async () => {
      const form = await FormHarness.mount();
      let error: CsErrorEvent | undefined;
      form.element.addEventListener('cs-error', (event) => (error = event));
      await form.reachCheck();
      await breakReceiver({ mode: 'version' });
      await form.press('Envoyer le signalement');
      expect(await failed(form)).to.contain('Utilisez le site de Point de Contact');
      expect([error?.code, error?.retryable]).to.deep.equal(['version', false]);
      expect(form.find('.footer a.primary')!.getAttribute('href')).to.equal('https://hotline.example/');
      expect(form.button('Réessayer')).to.equal(undefined);
    },
  );

  itInChromium('does not believe a web page that answers 200', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    await breakReceiver({ mode: 'html' });
    await form.press('Envoyer le signalement');
    expect(await failed(form)).to.contain('Envoi non confirmé');
  });

  it('keeps the answers, gives numbers and sends the same report again, whatever broke it on its way', async () => {
    const codes: string[] = [];
    const form = await FormHarness.mount();
    form.element.addEventListener('cs-error', ({ code }) => codes.push(code));
    await form.reachCheck();
    const stored = (await storedReports()).length;
    const faults: readonly [FaultMode, readonly string[]][] = [
      ['503-bare', ['network']],
      ['redirect', ['network']],
      ['portal', ['network']],
      ['reset-request', ['network']],
      ['other-id', ['unconfirmed']],
      ['long', ['unconfirmed']],
      ['truncate', ['unconfirmed']],
      // Whether the client reads the status before the connection breaks depends on the engine.
      ['reset-answer', ['unconfirmed', 'network']],
      ['404-page', ['refused']],
    ];
    for (const [mode, expected] of faults) {
      codes.length = 0;
      await breakReceiver({ mode });
      await form.press(form.button('Réessayer') ? 'Réessayer' : 'Envoyer le signalement');
      await until(() => codes.length > 0, `${mode}: sending did not end`);
      expect(await failed(form)).to.contain('Envoi non confirmé');
      expect(expected, mode).to.include(codes[0]);
      expect(form.text).to.contain('https://exemple.fr/page');
      expect(form.find('.help a[href^="tel:"]') === null).to.equal(false);
    }
    await breakReceiver({ mode: 'none' });
    await form.press('Réessayer');
    await form.reach(SENT);
    expect(await storedReports()).to.have.length(stored + 1);
    expect(new Set((await posts()).map(({ headers }) => headers['idempotency-key'])).size).to.equal(1);
    expect(await executeServerCommand<RecordedRequest[], null>('strays', null)).to.have.length(0);
  }).timeout(60_000);

  it('does not wait for ever for an answer that trickles in', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    await breakReceiver({ mode: 'trickle' });
    const { setTimeout: wait } = window;
    Object.assign(window, {
      setTimeout: (then: () => void, ms?: number) => wait(then, ms === 15_000 ? 200 : ms),
    });
    try {
      await form.press('Envoyer le signalement');
      expect(await failed(form)).to.contain('Envoi non confirmé');
    } finally {
      Object.assign(window, { setTimeout: wait });
    }
    await breakReceiver({ mode: 'none' });
    await form.press('Réessayer');
    await form.reach(SENT);
  }).timeout(20_000);

  it('says that nothing is confirmed where the endpoint’s name is not known', async () => {
    const form = await FormHarness.mount({ endpoint: 'https://hotline.invalid/v1/reports' });
    let error: CsErrorEvent | undefined;
    form.element.addEventListener('cs-error', (event) => (error = event));
    await form.reachCheck();
    await form.press('Envoyer le signalement');
    await until(() => error, 'sending did not end');
    expect(await failed(form)).to.contain('Envoi non confirmé');
    expect([error?.code, error?.retryable]).to.deep.equal(['network', true]);
  }).timeout(20_000);

  itInChromium('waits for a date that the endpoint gave, then sends by itself', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    await breakReceiver({ mode: '429-date', times: 1 });
    const startedMs = Date.now();
    await form.send();
    // The date is exact to the second, so the wait lasts two seconds at most.
    expect(Date.now() - startedMs).to.be.greaterThan(900);
    expect(await posts()).to.have.length(2);
  });

  itInChromium(
    'hands the report to the page’s own transport where it has one, and believes only its receipt',
    async () => {
      const form = await FormHarness.mount({ endpoint: '' });
      form.element.transport = async (report) => ({
        submissionId: report.submissionId,
        reference: 'ABCD-1234',
        receivedAt: '2026-11-24T10:00:00Z',
      });
      await form.element.updateComplete;
      await form.reachCheck();
      await form.send();
      expect(form.reference).to.equal('ABCD-1234');
      expect(await posts()).to.have.length(0);

      await form.press('Faire un autre signalement');
      form.element.close();
      form.element.transport = async () => ({ submissionId: 'x', reference: '<b>', receivedAt: '' });
      await form.reachCheck();
      await form.press('Envoyer le signalement');
      expect(await failed(form)).to.contain('Envoi non confirmé');
    },
  );

  it('says that it is sending, and does not send twice', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    const stored = (await storedReports()).length;
    form.button('Envoyer le signalement')!.click();
    form.find('form')!.dispatchEvent(new SubmitEvent('submit', { cancelable: true }));
    await until(
      () => form.heading === SENT || form.button('Envoi en cours…')?.getAttribute('aria-disabled') === 'true',
      'sending is not shown',
    );
    expect(form.root.textContent).not.to.contain('C’est plus long que prévu');
    await form.reach(SENT);
    expect(await storedReports()).to.have.length(stored + 1);
  });

  it('lets nobody change what is on its way', async () => {
    const form = await FormHarness.mount({ endpoint: '' });
    let arrive: (() => void) | undefined;
    form.element.transport = (report) =>
      new Promise((resolve) => {
        arrive = () =>
          resolve({
            submissionId: report.submissionId,
            reference: 'ABCD-1234',
            receivedAt: '2026-11-24T10:00:00Z',
          });
      });
    await form.element.updateComplete;
    await form.reachCheck();
    await form.press('Envoyer le signalement');
    await form.key('Escape');
    await form.element.updateComplete;
    expect(form.root.textContent).to.contain('C’est plus long que prévu');
    await form.press('Retour');
    await form.press('Modifier');
    expect(form.heading).to.equal('Votre signalement');
    expect(form.dialog.open).to.equal(true);
    arrive!();
    await form.reach(SENT);
  });

  itInChromium('says no more that it takes long, once the outcome is known', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    const { setTimeout: set, clearTimeout: clear } = window;
    const waits = new Set<unknown>();
    Object.assign(window, {
      setTimeout: (then: () => void, ms?: number) => {
        const id = set(then, ms);
        if (ms === 5_000 || ms === 15_000) waits.add(id);
        return id;
      },
      clearTimeout: (id: number) => {
        waits.delete(id);
        clear(id);
      },
    });
    try {
      await form.press('Envoyer le signalement');
      expect(waits.size).to.be.above(1);
      await form.reach(SENT);
      expect(waits.size).to.equal(0);
    } finally {
      Object.assign(window, { setTimeout: set, clearTimeout: clear });
    }
  });

  itInChromium('shows a report that was wiped on its way by its number alone', async () => {
    const form = await FormHarness.mount({ endpoint: '' });
    let arrive: (() => void) | undefined;
    form.element.transport = ({ submissionId }) =>
      new Promise((resolve) => {
        arrive = () => resolve({ submissionId, reference: 'ABCD-1234', receivedAt: '2026-11-24T10:00:00Z' });
      });
    const help: string[] = [];
    for (const isWiped of [false, true]) {
      await form.element.updateComplete;
      if (isWiped) {
        await form.press('Faire un autre signalement');
        await form.reach(WHAT);
        form.element.close();
        await until(() => !form.dialog.open, 'the dialog did not close');
      }
      await form.reachDetails('child_sexual_abuse');
      await form.choose('reply', 'yes');
      await form.fill('email', 'nom@exemple.fr');
      await form.continueTo(CHECK);
      await form.press('Envoyer le signalement');
      if (isWiped) form.element.reset();
      arrive!();
      await form.reach(SENT);
      expect(form.reference).to.equal('ABCD-1234');
      expect(form.root.textContent.includes('nom@exemple.fr'), `wiped: ${isWiped}`).to.equal(!isWiped);
      await form.openDoor('talk');
      help.push(form.find('.aim-talk')!.innerText);
    }
    // Nor does the help tell what it was about.
    expect(help[0]).not.to.equal(help[1]);
  });

  itInChromium('tells a wiped report that was refused from one on its way', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    await breakReceiver({ mode: 'stall' });
    await form.press('Envoyer le signalement');
    form.element.reset();
    await form.element.updateComplete;
    expect(form.text).to.contain('Envoi en cours…');
    await breakReceiver({ mode: 'invalid' });
    await executeServerCommand('release', null);
    await until(() => form.text.includes('Rien n’a été envoyé.'), 'the outcome is not said');
    expect(form.button('Recommencer')).not.to.equal(undefined);
  });

  it('names the unconfirmed report even after an edited one was refused', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    await breakReceiver({ mode: 'reset' });
    await form.press('Envoyer le signalement');
    await failed(form);
    await edit(form, 'unsure');
    await breakReceiver({ mode: '429-long' });
    await form.press('Envoyer le signalement');
    expect(await failed(form)).to.contain('Vos changements ne sont pas encore envoyés.');
    await edit(form, 'procuring');
    await breakReceiver({ mode: 'none' });
    await form.send();
    const keys = [...new Set((await posts()).map(({ headers }) => headers['idempotency-key']))];
    expect(keys).to.have.length(3);
    expect((await storedReports()).at(-1)!.supersedes).to.equal(keys[0]);
  });

  it('says each failure once: by focus, on a card that is no live region', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    await breakReceiver({ mode: 'html' });
    await form.press('Envoyer le signalement');
    await failed(form);
    const card = form.find('.failure')!;
    const title = form.focused!;
    expect(title.closest('.failure') === card).to.equal(true);
    expect(card.closest('[role="alert"], [role="status"], [aria-live]') === null).to.equal(true);
    expect(title.textContent).to.equal('Envoi non confirmé');
    expect(named(form, title, 'aria-describedby')).to.contain('Nous n’avons pas de confirmation');
    // The message shown while sending disappears.
    for (const region of form.root.querySelectorAll(`${PANEL} > .unseen`))
      expect(region.textContent).to.equal('');
  });

  itInChromium('counts the seconds down in silence, then says that it may be tried again', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    await breakReceiver({ mode: '429-long' });
    await form.press('Envoyer le signalement');
    const text = await failed(form);
    expect(text).to.match(/Attendez (?:40|39|38) secondes/);
    const sent = (await posts()).length;
    await form.press('Réessayer');
    expect(form.focused?.matches('.failure .summary-title')).to.equal(true);
    expect(form.button('Réessayer')!.getAttribute('aria-disabled')).to.equal('true');
    expect((await posts()).length).to.equal(sent);
    await until(() => !form.text.includes(/Attendez \d+/.exec(text)![0]), 'the number stands still');
    const region = form.find(`${PANEL} > [role="status"]`)!;
    expect(region.textContent).to.equal('');

    const { now } = Date;
    try {
      // A clock that is set back does not lengthen the wait.
      Date.now = () => now() - 3_600_000;
      await until(() => form.text.includes('Attendez 40 secondes'), 'the wait grew');
      Date.now = () => now() + 40_000;
      await until(() => region.textContent === 'Vous pouvez réessayer.', 'the end of the wait was not said');
      expect(form.find('.failure')!.innerText).to.contain('Vous pouvez réessayer.');
      await breakReceiver({ mode: 'none' });
      await form.press('Réessayer');
      await form.reach(SENT);
    } finally {
      Date.now = now;
    }
  });

  itInChromium('waits to the last second', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    await breakReceiver({ mode: '429-long' });
    const { now } = Date;
    let at = now();
    Date.now = () => at;
    try {
      await form.press('Envoyer le signalement');
      expect(await failed(form)).to.contain('Attendez 40 secondes');
      at += 39_001;
      await until(() => /Attendez 1 seconde\b/.test(form.text), 'the last second is not shown');
      await form.press('Réessayer');
      expect(form.element.matches(':state(sending)')).to.equal(false);
      at += 999;
      await until(() => form.text.includes('Vous pouvez réessayer.'), 'the end of the wait was not said');
    } finally {
      Date.now = now;
    }
  });

  describe('without a connection', () => {
    const pretend = (isOnline: boolean): void => {
      Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => isOnline });
      window.dispatchEvent(new Event(isOnline ? 'online' : 'offline'));
    };
    afterEach(() => {
      Reflect.deleteProperty(navigator, 'onLine');
    });

    itInChromium('says so before sending, and keeps nothing from being tried', async () => {
      const form = await FormHarness.mount();
      await form.reachCheck();
      pretend(false);
      await until(() => form.text.includes('Vous êtes hors connexion.'), 'nothing was said');
      expect(form.find('.failure') === null).to.equal(true);
      expect(form.button('Envoyer le signalement')!.hasAttribute('aria-disabled')).to.equal(false);
      pretend(true);
      await until(() => !form.text.includes('hors connexion'), 'it is still said');
      expect(form.find(`${PANEL} > [role="status"]`)!.textContent).to.equal('La connexion est revenue.');
    });

    itInChromium(
      'sends nothing, says when the connection is back, and still sends nothing without a tap',
      async () => {
        const form = await FormHarness.mount();
        await form.reachCheck();
        pretend(false);
        await form.press('Envoyer le signalement');
        expect(await failed(form))
          .to.contain('Vous êtes hors connexion.')
          .and.to.contain('Pas encore envoyé');
        pretend(true);
        await until(
          () => form.find('.failure')!.innerText.includes('La connexion est revenue.'),
          'nothing was said',
        );
        expect(form.find('.failure')!.innerText).not.to.contain('hors connexion');
        expect(form.find(`${PANEL} > [role="status"]`)!.textContent).to.equal('La connexion est revenue.');
        expect(await posts()).to.have.length(0);
        await form.press('Réessayer');
        await form.reach(SENT);
      },
    );

    itInChromium('sends for whoever insists: a device may be wrong about its connection', async () => {
      const form = await FormHarness.mount();
      await form.reachCheck();
      pretend(false);
      await form.press('Envoyer le signalement');
      expect(await failed(form)).to.contain('Pas encore envoyé');
      expect(await posts()).to.have.length(0);
      await form.press('Réessayer');
      await form.reach(SENT);
    });

    itInChromium('says nothing of it in a question, nor while a report is on its way', async () => {
      const form = await FormHarness.mount();
      const said = (): string => form.find(`${PANEL} > [role="status"]`)!.textContent ?? '';
      await form.reachCheck();
      await form.key('Escape');
      await form.reach(DISCARD);
      pretend(false);
      await form.element.updateComplete;
      expect(said()).to.equal('');
      pretend(true);
      await form.press('Continuer le signalement');
      await form.reach(CHECK);
      await breakReceiver({ mode: 'stall' });
      await form.press('Envoyer le signalement');
      pretend(false);
      await form.element.updateComplete;
      expect(said()).to.equal('');
    });

    itInChromium(
      'says nothing of it on the other steps, nor after the widget has left the page',
      async () => {
        const form = await FormHarness.mount();
        await form.open();
        pretend(false);
        await form.element.updateComplete;
        expect(form.find(`${PANEL} > [role="status"]`)!.textContent).to.equal('');
        pretend(true);
        form.element.reset();
        form.element.close();
        await form.reachCheck();
        form.element.remove();
        pretend(false);
        await form.element.updateComplete;
        expect(form.find(`${PANEL} > [role="status"]`)!.textContent).to.equal('');
      },
    );
  });

  itInChromium(
    'sends the reporter to the hotline where the page’s policy keeps the report back',
    async () => {
      const form = await FormHarness.mount();
      await form.reachCheck();
      const address = await endpoint();
      const { fetch } = window;
      // As a policy does, which would also keep the test from its server: test/widget/hosts/policy-matrix has real ones.
      window.fetch = () => {
        document.dispatchEvent(
          new SecurityPolicyViolationEvent('securitypolicyviolation', {
            blockedURI: address,
            disposition: 'enforce',
            documentURI: location.href,
            effectiveDirective: 'connect-src',
            originalPolicy: "connect-src 'none'",
            statusCode: 200,
            violatedDirective: 'connect-src',
          }),
        );
        return Promise.reject(new TypeError('blocked'));
      };
      await form.press('Envoyer le signalement');
      await until(() => form.find('.failure'), 'no failure was shown');
      window.fetch = fetch;
      const text = await failed(form);
      expect(text).to.contain('Ce site bloque l’envoi.').and.to.contain('Pas encore envoyé');
      expect(form.button('Réessayer') === undefined).to.equal(true);
    },
  );

  itInChromium('leads to the details where the endpoint refused them', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    await breakReceiver({ mode: 'invalid-details' });
    await form.press('Envoyer le signalement');
    await form.reach(DETAILS);
    form.find(`${ERRORS} a`)!.click();
    expect(form.focused?.field).to.equal('details');
  });

  it('makes one more report of what does not fit beside long details, and fills one nearly to the last byte', async () => {
    const form = await FormHarness.mount();
    await form.reachWhere('hate_violence_discrimination');
    await form.choose('where', 'elsewhere');
    const path = 'é'.repeat(1_150) + 'a'.repeat(870);
    await form.fill(
      'addresses.0',
      Array.from({ length: 6 }, (_, n) => `hxxp://exemple${n}.fr/${path}`).join(' '),
    );
    await form.continueToDetails();
    await form.fill('details', 'é'.repeat(1_000));
    await form.continueTo(CHECK);
    expect(form.text).to.contain('6 liens\u00a0: 2 signalements');
    await form.openDetails();
    await form.fill('details', '');
    await form.continueTo(CHECK);
    expect(form.text).not.to.contain('signalements, envoyés');
    await form.send();
    const [{ bodyLength } = { bodyLength: 0 }] = await posts();
    expect(bodyLength).to.be.within(39_000, MAX_REPORT_BYTES);
  }).timeout(60_000);

  it('offers to stop after a while; what was stopped is not confirmed', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    await breakReceiver({ mode: 'stall' });
    const { setTimeout: wait } = window;
    // Only the waits of 5 and 15 seconds end at once.
    Object.assign(window, {
      setTimeout: (then: () => void, ms?: number) => wait(then, ms === 5_000 ? 50 : ms === 15_000 ? 100 : ms),
    });
    try {
      await form.press('Envoyer le signalement');
      const place = form.button('Envoi en cours…')!;
      await until(
        () => form.find('.footer')!.innerText.includes('C’est plus long que prévu'),
        'no word was added',
      );
      Object.assign(window, { setTimeout: wait });
      await until(() => form.button('Annuler l’envoi'), 'it cannot be stopped');
      expect(form.button('Envoi en cours…') === place).to.equal(true);
      await form.press('Annuler l’envoi');
      expect(await failed(form))
        .to.contain('Envoi non confirmé')
        .and.to.contain('Vous avez annulé l’envoi.');
    } finally {
      Object.assign(window, { setTimeout: wait });
    }
  });

  itInChromium(
    'brings the hotline’s own form forward after two failures, and gives numbers to call',
    async () => {
      const form = await FormHarness.mount();
      await form.reachCheck();
      await breakReceiver({ mode: 'html' });
      await form.press('Envoyer le signalement');
      await failed(form);
      expect(form.find('.footer a') === null).to.equal(true);
      expect(form.find('.help a[href^="tel:"]') === null).to.equal(false);
      await form.press('Réessayer');
      await until(() => form.find('.footer a'), 'the hotline’s form was not brought forward');
      expect(form.find('.footer a')!.getAttribute('href')).to.equal('https://hotline.example/');
      expect(form.button('Réessayer') === undefined).to.equal(false);
    },
  );

  it('gives the report as text to take elsewhere: by the clipboard, or where that is refused, by hand', async () => {
    const form = await FormHarness.mount();
    await form.reachDetails('hate_violence_discrimination', 'https://exemple.fr/page?utm_source=x');
    await form.fill('details', 'Deux lignes\nde texte');
    await form.choose('reply', 'yes');
    await form.fill('email', 'nom@exemple.fr');
    await form.continueTo(CHECK);
    await breakReceiver({ mode: 'html' });
    await form.press('Envoyer le signalement');
    await failed(form);
    expect(form.find('.failure')!.innerText).to.contain('Collez-le dans le formulaire de Point de Contact');
    const copied: string[] = [];
    const { clipboard } = navigator;
    const replace = (writeText: (text: string) => Promise<void>): void =>
      void Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    try {
      replace(async (text) => void copied.push(text));
      await form.press('Copier mon signalement');
      await until(
        () => form.find(`${PANEL} > [role="status"]`)!.textContent === 'C’est copié.',
        'nothing was said',
      );
      expect(copied[0]!.split('\n')).to.include.members([
        'Incitation à la violence, à la discrimination ou à la haine',
        'https://exemple.fr/page',
        'Deux lignes',
        'de texte',
        'nom@exemple.fr',
      ]);
      // The name of the omitted part is absent too.
      expect(copied[0]).not.to.match(/utm_source|Non renseigné|Vos réponses/);
      replace(() => Promise.reject(new Error('denied')));
      await form.press('Copier mon signalement');
      await until(() => form.focused?.localName === 'textarea', 'no text was offered');
      const field = form.focused!;
      expect(field.value).to.equal(copied[0]);
      expect(field.selectionEnd! - field.selectionStart!).to.equal(field.value.length);
    } finally {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    }
  });

  itInChromium(
    'says that a report which was wiped on its way is not confirmed, without any of its text',
    async () => {
      const form = await FormHarness.mount({ endpoint: '' });
      let fail: (() => void) | undefined;
      form.element.transport = () =>
        new Promise((_, reject) => {
          fail = () => reject(new Error('canari'));
        });
      await form.element.updateComplete;
      await form.reachCheck({ address: 'https://canari.example/secret' });
      await form.press('Envoyer le signalement');
      form.element.reset();
      await until(() => !form.root.textContent.includes('canari'), 'the text is still there');
      fail!();
      await form.reach('Envoi non confirmé');
      expect(form.text).to.contain('Nous ne savons pas si votre signalement est arrivé.');
      expect(form.text).not.to.contain('canari');
      expect(form.find('.footer a')!.getAttribute('href')).to.equal('https://hotline.example/');
      await form.press('Faire un autre signalement');
      await form.reach(WHAT);
    },
  );

  for (const [told, attributes] of [
    ['wordpress', { embed: 'wordpress' }],
    ['script', {}],
  ] as const)
    itInChromium(`tells how the widget came into the page: ${told}`, async () => {
      const form = await FormHarness.mount(attributes);
      await form.reachCheck();
      await form.send();
      expect((await storedReports()).at(-1)!.source.embed).to.equal(told);
    });

  it('posts as JSON, with the key, and without cookie or referrer', async () => {
    document.cookie = 'canary=1';
    const form = await FormHarness.mount();
    await form.reachCheck();
    await form.send();
    const { headers, path } = (await posts()).at(-1)!;
    expect(await endpoint()).to.contain(path);
    expect(headers['content-type']).to.equal('application/json');
    expect(headers['idempotency-key']).to.match(/^[0-9a-f-]{36}$/);
    expect(headers.cookie).to.equal(undefined);
    expect(headers.referer).to.equal(undefined);
  });
});
