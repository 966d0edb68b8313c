// What the reporter meets when sending does not work: every answer kept, the truth said, and the same report tried again.

import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import type { CsErrorEvent } from '../../src/elements/events.ts';
import type { RecordedRequest } from '../setup/fault-proxy.ts';
import {
  breakReceiver,
  CHECK,
  endpoint,
  FormHarness,
  SENT,
  storedReports,
  until,
  WHERE,
} from './form-harness.ts';

const posts = async (): Promise<RecordedRequest[]> =>
  (await executeServerCommand<RecordedRequest[], null>('requests', null)).filter(
    ({ method }) => method === 'POST',
  );

describe('sending', () => {
  const { random } = Math;

  beforeEach(() => {
    // Chance decides how long the client waits before it tries again: here it does not wait.
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

  it('keeps every answer when nobody answers, says that nothing is confirmed, and the same report arrives once', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    const stored = (await storedReports()).length;
    await breakReceiver({ mode: 'reset-after' });
    await form.press('Envoyer le signalement');
    const text = await failed(form);
    expect(text).to.contain('Envoi non confirmé').and.to.contain('Réessayer ne créera pas de doublon');
    expect(form.focused?.className).to.contain('failure');
    expect(form.text).to.contain('https://exemple.fr/page');
    expect(form.find('.failure a')!.getAttribute('href')).to.equal('https://hotline.example/');

    await breakReceiver({ mode: 'none' });
    await form.press('Réessayer');
    await form.reach(SENT);
    expect(await storedReports()).to.have.length(stored + 1);
    const keys = new Set((await posts()).map(({ headers }) => headers['idempotency-key']));
    expect(keys.size).to.equal(1);
  });

  it('tries again by itself before it troubles the reporter', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    await breakReceiver({ mode: '503', times: 1 });
    await form.send();
    expect((await posts()).length).to.be.greaterThan(1);
  });

  it('names the report that edited answers replace', async () => {
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

  it('leads to the answer that the endpoint refused', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    await breakReceiver({ mode: 'invalid' });
    await form.press('Envoyer le signalement');
    await form.reach(WHERE);
    expect(form.errors).to.deep.equal(['Le service n’a pas accepté une réponse. Vérifiez-la.']);
    expect(form.field('[name="addresses.0"]')!.value).to.equal('https://exemple.fr/page');
  });

  it('sends the reporter to the hotline where the endpoint does not read this version', async () => {
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
  });

  it('does not believe a web page that answers 200', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    await breakReceiver({ mode: 'html' });
    await form.press('Envoyer le signalement');
    expect(await failed(form)).to.contain('Envoi non confirmé');
  });

  it('hands the report to the page’s own transport where it has one, and believes only its receipt', async () => {
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
  });

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
    await form.press('Retour');
    await form.press('Modifier');
    await form.key('Escape');
    expect(form.heading).to.equal(CHECK);
    expect(form.dialog.open).to.equal(true);
    arrive!();
    await form.reach(SENT);
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
