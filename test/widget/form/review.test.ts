// The report that arrives is the one that the review shows, whatever the page changes during the report, before or
// after the tap on « Envoyer ».

import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import fc from 'fast-check';
import { base64url, compactDecrypt, exportJWK, generateKeyPair, type CryptoKey } from 'jose';
import { choice, ERRORS, MAIN, named, ONE_PAGE, REFERENCE } from '../../../demo/gallery/driver.ts';
import type { Envelope } from '../../../src/core/report/protocol.ts';
import type { Report } from '../../../src/core/report/report.ts';
import type { ReportButton } from '../../../src/widget/button/report-button.ts';
import type { RecordedRequest } from '../../setup/fault-proxy.ts';
import {
  CHECK,
  endpoint,
  FormHarness,
  nextTask,
  SENT,
  storedReports,
  WHERE,
  type Attributes,
} from './form-harness.ts';
import { until } from '../../setup/until.ts';

const HERE = choice('where', 'here');
const EARLIER = choice('where', 'earlier');

const place = location.href;
const { origin } = location;

/** The page's settings, with one change. */
type Change = (element: ReportButton) => void;

const set =
  (name: string, value: string | null): Change =>
  (element) =>
    value === null ? element.removeAttribute(name) : element.setAttribute(name, value);

const visit =
  (path: string): Change =>
  () =>
    history.pushState(null, '', path);

const nameCanonical =
  (path: string | null): Change =>
  () => {
    document.querySelector('link[rel="canonical"]')?.remove();
    if (path === null) return;
    const link = document.createElement('link');
    link.rel = 'canonical';
    link.href = path;
    document.head.append(link);
  };

/** The address in the hint of a choice. */
const addressOf = (form: FormHarness, selector: string): string | undefined =>
  form.find(selector)?.closest('.option')?.querySelector('bdi')?.textContent;

/** The addresses of the review. */
const reviewed = (form: FormHarness): string[] =>
  [...form.root.querySelectorAll('.row bdi[dir="ltr"]')].map(({ textContent }) => textContent);

const addressesIn = ({ locations }: Report): (string | undefined)[] => locations.map(({ url }) => url?.value);

describe('the review', () => {
  afterEach(() => {
    nameCanonical(null)(document.createElement('cliquez-signalez'));
    history.replaceState(null, '', place);
  });

  for (const isSealed of [false, true])
    it(`shows the page that was chosen and sends it${isSealed ? ' sealed' : ''}, whatever the page says on the way`, async () => {
      const keys = await makeKeys();
      const form = await FormHarness.mount(isSealed ? { 'public-key': keys.text } : {});
      form.element.addEventListener('cs-step', ({ step }) => {
        if (step === 3) set('page-url', 'https://elsewhere.example/unseen')(form.element);
      });
      visit('/page')(form.element);
      await form.reachWhere('unsure');
      const shown = addressOf(form, HERE);
      expect(shown).to.equal(`${origin}/page`);
      await form.choose('where', 'here');
      await form.continueTo(CHECK);
      await form.element.updateComplete;
      expect(reviewed(form)).to.deep.equal([shown]);
      await form.send();
      const arrived = await opened((await storedReports()).at(-1)!, keys.privateKey);
      expect(addressesIn(arrived)).to.deep.equal([shown]);
    });

  it('leads to the answer that was changed, and to its heading where none was', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    for (const [category, focused] of [
      ['unsure', '.row-what dt'],
      ['unsure', 'h2'],
    ] as const) {
      await form.press('Modifier');
      await form.choose('category', category);
      await form.continueTo(CHECK);
      expect(form.focused?.matches(focused), `${form.focused?.outerHTML}`).to.equal(true);
    }
  });

  it('keeps the page of an answer, names it, and offers the page that the form was opened on since', async () => {
    const form = await FormHarness.mount();
    visit('/a')(form.element);
    await form.reachWhere('unsure');
    await form.choose('where', 'here');
    form.element.close();
    visit('/b')(form.element);
    await form.open();
    expect(form.heading).to.equal(WHERE);
    expect(addressOf(form, EARLIER)).to.equal(`${origin}/a`);
    expect(form.input(EARLIER)!.checked).to.equal(true);
    expect(addressOf(form, HERE)).to.equal(`${origin}/b`);
    expect(form.input(HERE)!.checked).to.equal(false);
    await form.choose('where', 'here');
    // Both are still present for the way back.
    expect([form.input(EARLIER)!.checked, form.input(HERE)!.checked]).to.deep.equal([false, true]);
    await form.choose('where', 'earlier');
    await form.continueTo(CHECK);
    expect(reviewed(form)).to.deep.equal([`${origin}/a`]);
    await form.send();
    expect(addressesIn((await storedReports()).at(-1)!)).to.deep.equal([`${origin}/a`]);
  });

  it('offers the page of the moment in a form that never closes', async () => {
    const form = await FormHarness.mount({}, 'cliquez-signalez-form');
    await until(() => form.heading, 'the form did not come');
    visit('/b')(form.element);
    await form.choose('category', 'unsure');
    await form.continueTo(WHERE);
    expect(addressOf(form, HERE)).to.equal(`${origin}/b`);
  });

  it('says where the report goes, and it goes there', async () => {
    const form = await FormHarness.mount({ hotline: '' });
    const other = (await endpoint()).replace('127.0.0.1', 'localhost');
    expect(other).not.to.equal(await endpoint());
    await form.reachCheck();
    expect(form.terms).to.contain('Votre signalement va à 127.0.0.1');
    form.element.endpoint = other;
    await until(() => form.terms.includes('Votre signalement va à localhost.'), 'the change was not shown');
    await executeServerCommand('requests-clear', null);
    form.button('Envoyer le signalement')!.click();
    form.element.endpoint = await endpoint();
    await form.reach(SENT);
    expect(await hosts()).to.deep.equal(['localhost']);
  });

  it('does not claim a sentence of ours where the page shows its own', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    form.element.messages = { 's4.faith': 'Envoyez.' };
    await form.element.updateComplete;
    expect(form.terms).to.contain('Envoyez.');
    await form.send();
    expect((await storedReports()).at(-1)!.attestation.textId).to.equal('good-faith.page.1');
  });

  it('equals what arrives, for any changes of the page between any two taps', async function () {
    this.timeout(60_000);
    const keys = await makeKeys();
    const changes = await everyChange(keys.text);
    const gap = fc.array(fc.constantFrom(...Object.keys(changes)), { maxLength: 3 });
    const gaps = fc.record({ first: fc.array(gap, { minLength: 4, maxLength: 8 }), review: gap, after: gap });
    await fc.assert(
      fc.asyncProperty(fc.boolean(), gaps, async (isSealed, { first, review, after }) => {
        const form = await FormHarness.mount(isSealed ? { 'public-key': keys.text } : {});
        form.element.lang = 'fr';
        const make = (names: readonly string[] = []): void =>
          names.forEach((name) => changes[name]!(form.element));
        await toReview(form, () => make(first.shift()));
        make(review);
        await form.element.updateComplete;
        const [taken, stored] = [taking.length, (await storedReports()).length];
        await executeServerCommand('requests-clear', null);
        const shown = shownReport(form);
        const sentence = form.find('.terms p + p')!.innerText;
        const [address] = reviewed(form);
        const hotline = form.element.getAttribute('hotline');
        form.find(MAIN)!.click();
        make(after);
        await until(() => form.find(REFERENCE), 'the report was not sent');
        const isTaken = taking.length > taken;
        const arrived = isTaken
          ? taking.at(-1)!
          : await opened((await storedReports()).slice(stored).at(-1)!, keys.privateKey);
        expect(arrived).to.deep.equal(shown);
        expect(addressesIn(shown)).to.deep.equal([address]);
        // « passe par », « pas à », or the hotline alone.
        expect(/ passe par | goes through |va à \S+\. Nous|goes to \S+\. We/.test(sentence)).to.equal(
          isTaken,
        );
        if (!isTaken && !hotline)
          expect(await hosts()).to.satisfy((all: string[]) => sentence.includes(all[0]!));
      }),
      { numRuns: 8, endOnFailure: true, includeErrorInReport: true },
    );
  });
});

/** The reports that a page's own transport receives. */
const taking: Report[] = [];

/** The hosts that have received a report since the list was last cleared. */
const hosts = async (): Promise<string[]> =>
  (await executeServerCommand<RecordedRequest[], null>('requests', null))
    .filter(({ method }) => method === 'POST')
    .map(({ headers }) => String(headers['host']).replace(/:.*/, ''));

async function makeKeys(): Promise<{ privateKey: CryptoKey; text: string }> {
  const { publicKey, privateKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
  const { x = '', y = '' } = await exportJWK(publicKey);
  return {
    privateKey,
    text: base64url.encode(Uint8Array.from([4, ...base64url.decode(x), ...base64url.decode(y)])),
  };
}

/** A report as the hotline reads it. */
async function opened(stored: Report | Envelope, key: CryptoKey): Promise<Report> {
  if (!('sealed' in stored)) return stored;
  const { plaintext } = await compactDecrypt(stored.sealed, key);
  return JSON.parse(new TextDecoder().decode(plaintext)) as Report;
}

/** Everything that a report or its delivery could depend on, with each value that a page may set. */
async function everyChange(publicKey: string): Promise<Readonly<Record<string, Change>>> {
  const real = await endpoint();
  const values: Attributes = {
    'page-url': 'https://elsewhere.example/unseen',
    partner: 'ville-exemple',
    embed: 'npm',
    lang: 'en',
    fields: 'details',
    flow: 'page',
    'page-context': 'elsewhere',
    categories: 'procuring',
    category: 'procuring',
    url: 'https://elsewhere.example/prefilled',
    endpoint: real.replace('127.0.0.1', 'localhost'),
    hotline: '',
    'public-key': publicKey,
    theme: 'presse',
  };
  const otherwise: Attributes = { endpoint: real, lang: 'fr', hotline: 'Point de Contact' };
  return {
    ...Object.fromEntries(
      Object.entries(values).flatMap(([name, value]) => [
        [`${name}=${value}`, set(name, value)],
        [`${name} gone`, set(name, otherwise[name] ?? null)],
      ]),
    ),
    'to /a': visit('/a'),
    'to /b': visit('/b'),
    'canonical /c': nameCanonical('/c'),
    'canonical gone': nameCanonical(null),
    'own words': (element) => (element.messages = { 's4.faith': 'Envoyez.', 's2.here': 'Partout' }),
    'no own words': (element) => (element.messages = undefined),
    'own transport': (element) => {
      element.transport = (report) => {
        taking.push(structuredClone(report));
        const { submissionId } = report;
        return Promise.resolve({ submissionId, reference: '1', receivedAt: '2026-01-01T00:00:00Z' });
      };
    },
    'no own transport': (element) => (element.transport = undefined),
  };
}

/** The one-page form comes in a file of its own, and takes the place of a first step that has no answer yet. */
async function flowed(form: FormHarness): Promise<void> {
  if (form.element.getAttribute('flow') !== 'page') return;
  await until(() => form.find(ONE_PAGE), 'the one-page form did not come');
  await form.element.updateComplete;
}

/** Answers every question until the review appears, with the exact report in it. */
async function toReview(form: FormHarness, between: () => void): Promise<void> {
  await form.open();
  for (let taps = 0; !form.find('dl.rows'); taps++) {
    expect(taps).to.be.lessThan(12);
    between();
    // A change of `flow` shows another step, once the form has heard of it.
    await nextTask();
    await form.element.updateComplete;
    if (taps === 0) await flowed(form);
    form.find(choice('category', 'unsure'))?.click();
    const pages = form.find(HERE) ?? form.find(EARLIER);
    if (pages) pages.click();
    else if (form.find(named('where'))) await form.choose('where', 'elsewhere');
    await form.element.updateComplete;
    if (form.find(`${choice('where', 'elsewhere')}:checked`)) await form.fill('addresses.0', 'exemple.fr/x');
    between();
    // A tap on the step before, which is still on screen, would do nothing.
    await nextTask();
    await form.element.updateComplete;
    let isNext = false;
    form.element.addEventListener('cs-step', () => (isNext = true), { once: true });
    form.find(MAIN)!.click();
    await nextTask();
    await until(() => isNext || form.find(ERRORS), 'no step followed');
    await form.element.updateComplete;
  }
  form.find('.exact summary')!.click();
  await until(() => form.find('.exact pre'), 'the exact report did not come');
}

const shownReport = (form: FormHarness): Report => JSON.parse(form.find('.exact pre')!.textContent) as Report;
