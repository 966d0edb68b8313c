// More links or accounts than one report has: told before they are sent, sent one after another, and of each report what
// became of it. Nothing is sent twice, nothing is lost, and nothing is sent in silence.

import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { CLOSE, HEADING, PANEL } from '../../../demo/gallery/driver.ts';
import { readCode } from '../../../src/core/follow-up/code.ts';
import { hashOf, locatorOf } from '../../../src/core/follow-up/locator.ts';
import type { Report } from '../../../src/core/report/report.ts';
import type { FormTexts, Locale } from '../../../src/words/locale.ts';
import { localeAt } from '../../../src/words/locales.ts';
import { registerLocale } from '../../../src/words/register-locale.ts';
import type { FaultMode, RecordedRequest } from '../../setup/fault-proxy.ts';
import {
  breakReceiver,
  CHECK,
  DISCARD,
  endpoint,
  FormHarness,
  SENT,
  storedReports,
  WHERE,
  type Attributes,
} from './form-harness.ts';
import { startFollowUps } from './follow-up-harness.ts';
import { itInChromium } from '../../setup/every-here.ts';
import { until } from '../../setup/until.ts';

const links = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, index) => `https://exemple.fr/${from + index}`);

async function paste(form: FormHarness, text: string): Promise<void> {
  const data = new DataTransfer();
  data.setData('text', text);
  const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data });
  // WebKit's constructor omits the data.
  if (!event.clipboardData?.types.length) Object.defineProperty(event, 'clipboardData', { value: data });
  form.field('addresses.0')!.dispatchEvent(event);
  await form.element.updateComplete;
}

/** A form with links in the step « where ». */
async function withLinks(count: number, attributes: Attributes = {}): Promise<FormHarness> {
  const form = await FormHarness.mount(attributes);
  await form.reachWhere('hate_violence_discrimination');
  await form.choose('where', 'elsewhere');
  await paste(form, links(count).join('\n'));
  return form;
}

async function atReview(count: number, attributes: Attributes = {}): Promise<FormHarness> {
  const form = await withLinks(count, attributes);
  await form.continueTo(CHECK);
  return form;
}

const linksOf = ({ locations }: Report): string[] => locations.map(({ url }) => url!.value);
const numbersOn = (form: FormHarness): string[] =>
  [...form.root.querySelectorAll('.reports .ref output')].map(({ textContent }) => textContent);
const codesOn = (form: FormHarness): string[] =>
  [...form.root.querySelectorAll('.reports .code output')].map(({ textContent }) => textContent);
const linesOn = (form: FormHarness): string[] =>
  [...form.root.querySelectorAll<HTMLElement>('.reports > li')].map(({ innerText }) =>
    innerText.replaceAll(/\s+/g, ' ').trim(),
  );
const posts = async (): Promise<RecordedRequest[]> =>
  (await executeServerCommand<RecordedRequest[], null>('requests', null)).filter(
    ({ method }) => method === 'POST',
  );
/** What a screen reader hears of the heading. */
const heard = (form: FormHarness): string =>
  (form.find(HEADING)!.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => form.find(`#${id}`)?.textContent?.trim())
    .join(' ');

describe('more links than one report has', () => {
  const { fetch } = window;
  const { random } = Math;
  const { now } = Date;
  beforeEach(async () => {
    Math.random = () => 0;
    await executeServerCommand('requests-clear', null);
  });
  afterEach(async () => {
    Object.assign(window, { fetch });
    Object.assign(Math, { random });
    Object.assign(Date, { now });
    await breakReceiver({ mode: 'none' });
  });

  /** Breaks the answers to one report and to those after it, whichever it is in order. */
  function breakFrom(nth: number, mode: FaultMode): void {
    const seen: string[] = [];
    window.fetch = async (input, init = {}) => {
      const key = (init.headers as Record<string, string>)['idempotency-key'];
      if (init.method === 'POST' && key && !seen.includes(key)) {
        seen.push(key);
        if (seen.length === nth) await breakReceiver({ mode });
      }
      return fetch(input, init);
    };
  }

  const failed = async (form: FormHarness): Promise<string> => {
    await until(() => form.find('.failure'), 'no failure was shown');
    return form.find('.failure')!.innerText;
  };

  it('make several: told before they are sent, each with its id, and all numbers on one list', async () => {
    const before = (await storedReports()).length;
    const form = await withLinks(31);
    const area = form.field('addresses.0')!;
    expect(area.localName).to.equal('textarea');
    expect(area.value).to.equal(links(31).join('\n'));
    expect(form.text).to.contain('31 liens trouvés.');
    expect(form.errors).to.deep.equal([]);
    let sent = 0;
    form.element.addEventListener('cs-sent', () => (sent += 1));
    await form.continueTo(CHECK);
    const told = '31 liens\u00a0: 2 signalements, envoyés l’un après l’autre.';
    expect(form.text).to.contain(told);
    expect(heard(form)).to.contain(told);
    // The review has every link, and the exact reports are both there.
    for (const link of links(31)) expect(form.find('.row-where')!.textContent).to.contain(link);
    form.find('.exact summary')!.click();
    await until(() => form.all('.exact pre').length === 2, 'the exact reports were not shown');
    const exact = [...form.root.querySelectorAll('.exact pre')].map(
      ({ textContent }) => JSON.parse(textContent) as Report,
    );
    await form.press('Envoyer les 2 signalements');
    await form.reach('2 signalements envoyés');
    const stored = (await storedReports()).slice(before);
    expect(stored).to.deep.equal(exact);
    expect(stored.map(linksOf)).to.deep.equal([links(20), links(11, 20)]);
    expect(new Set(stored.map(({ submissionId }) => submissionId)).size).to.equal(2);
    expect(sent).to.equal(2);
    expect(numbersOn(form)).to.have.length(2);
    expect(new Set(numbersOn(form)).size).to.equal(2);
    expect(heard(form)).to.contain('Votre numéro');
    expect(linesOn(form)[0]).to.match(/^Signalement 1 sur 2 Liens : 20 Votre numéro/);
    expect(linesOn(form)[1]).to.match(/^Signalement 2 sur 2 Liens : 11 Votre numéro/);
    await form.press('Faire un autre signalement');
    expect(form.root.textContent).not.to.contain('exemple.fr');
  });

  it('are sent one after another: the next one leaves once the last has its number', async () => {
    const form = await atReview(45);
    let open = 0;
    let most = 0;
    window.fetch = async (...request) => {
      open += 1;
      most = Math.max(most, open);
      const response = await fetch(...request);
      open -= 1;
      return response;
    };
    await form.press('Envoyer les 3 signalements');
    await form.reach('3 signalements envoyés');
    expect(most).to.equal(1);
    expect(numbersOn(form)).to.have.length(3);
  });

  it('stop in the middle: what arrived, what is unconfirmed and what never left is named, and the rest is sent again', async () => {
    const before = (await storedReports()).length;
    const form = await atReview(45);
    breakFrom(2, 'reset-after');
    await form.press('Envoyer les 3 signalements');
    const text = await failed(form);
    expect(text).to.contain('Envoi non confirmé').and.to.contain('Réessayer ne créera pas de doublon');
    expect(linesOn(form)[0]).to.match(/^Signalement 1 sur 3 Envoyé Liens : 20 Votre numéro/);
    expect(linesOn(form).slice(1)).to.deep.equal([
      'Signalement 2 sur 3 Pas confirmé Liens : 20',
      'Signalement 3 sur 3 Pas parti Liens : 5',
    ]);
    expect(form.focused?.matches('.failure .summary-title')).to.equal(true);
    const [first] = numbersOn(form);
    // The review has what is not confirmed, and nothing else.
    const where = form.find('.row-where')!.textContent;
    expect(where).to.contain('exemple.fr/20').and.to.contain('exemple.fr/44');
    expect(where).not.to.contain('https://exemple.fr/19');
    window.fetch = fetch;
    await breakReceiver({ mode: 'none' });
    const keysBefore = new Set((await posts()).map(({ headers }) => headers['idempotency-key']));
    expect(keysBefore.size).to.equal(2);
    await executeServerCommand('requests-clear', null);
    await form.press('Réessayer');
    await form.reach('3 signalements envoyés');
    const again = await posts();
    expect(again.map(({ headers }) => headers['idempotency-key'])).to.have.length(2);
    expect(keysBefore.has(again[0]!.headers['idempotency-key'])).to.equal(true);
    expect(keysBefore.has(again[1]!.headers['idempotency-key'])).to.equal(false);
    expect(numbersOn(form)).to.have.length(3);
    expect(numbersOn(form)[0]).to.equal(first);
    const stored = (await storedReports()).slice(before);
    expect(stored.map(linksOf)).to.deep.equal([links(20), links(20, 20), links(5, 40)]);
  });

  it('refused in the middle: the rest has not left, and edited answers do not send again what has arrived', async () => {
    const before = (await storedReports()).length;
    const form = await atReview(31);
    breakFrom(2, '429-long');
    await form.press('Envoyer les 2 signalements');
    const text = await failed(form);
    expect(text).to.contain('Une partie est envoyée').and.not.to.contain('peut-être');
    expect(linesOn(form)[1]).to.equal('Signalement 2 sur 2 Pas parti Liens : 11');
    const [number] = numbersOn(form);
    await breakReceiver({ mode: 'none' });
    await form.press('Modifier');
    // The number stays in sight on every step, and in the question before closing.
    expect(numbersOn(form)).to.deep.equal([number]);
    form.find(CLOSE)!.click();
    await form.reach(DISCARD);
    expect(numbersOn(form)).to.deep.equal([number]);
    await form.press('Continuer le signalement');
    await form.choose('category', 'unsure');
    await form.continueTo(CHECK);
    expect(form.text).to.contain('Le reste n’est pas encore envoyé.');
    expect(numbersOn(form)).to.deep.equal([number]);
    await form.press('Envoyer le signalement');
    await form.reach('2 signalements envoyés');
    expect(numbersOn(form)[0]).to.equal(number);
    const stored = (await storedReports()).slice(before);
    expect(stored.map(({ category }) => category)).to.deep.equal(['hate_violence_discrimination', 'unsure']);
    expect(stored.map(linksOf)).to.deep.equal([links(20), links(11, 20)]);
    expect(stored[1]!.supersedes).to.equal(undefined);
  });

  itInChromium('edited after an unconfirmed one replace that one alone', async () => {
    const before = (await storedReports()).length;
    const form = await atReview(45);
    breakFrom(2, 'reset');
    await form.press('Envoyer les 3 signalements');
    await failed(form);
    window.fetch = fetch;
    await breakReceiver({ mode: 'none' });
    const [, unconfirmed] = [...new Set((await posts()).map(({ headers }) => headers['idempotency-key']))];
    await form.press('Modifier');
    await form.choose('category', 'unsure');
    await form.continueTo(CHECK);
    expect(form.text).to.contain('25 liens\u00a0: 2 signalements');
    await form.press('Envoyer les 2 signalements');
    await form.reach('3 signalements envoyés');
    const stored = (await storedReports()).slice(before);
    expect(stored.map(({ supersedes }) => supersedes)).to.deep.equal([undefined, unconfirmed, undefined]);
    expect(stored.flatMap(linksOf)).to.deep.equal(links(45));
  });

  itInChromium('lead to the answer that the endpoint refused, with what has arrived', async () => {
    const form = await atReview(31);
    breakFrom(2, 'invalid');
    await form.press('Envoyer les 2 signalements');
    await form.reach(WHERE);
    expect(form.errors).to.deep.equal(['Une de vos réponses n’a pas été acceptée. Vérifiez-la.']);
    expect(form.field('addresses.0')!.value).to.equal(links(11, 20).join('\n'));
    expect(numbersOn(form)).to.have.length(1);
    await breakReceiver({ mode: 'none' });
    window.fetch = fetch;
    await form.fill('addresses.0', links(10, 21).join('\n'));
    await form.continueTo(CHECK);
    await form.press('Envoyer le signalement');
    await form.reach('2 signalements envoyés');
  });

  it('beyond five reports are named, and stay in the field', async () => {
    const form = await withLinks(103);
    await form.press('Continuer');
    await until(() => form.errors.length, 'more was let through than five reports have');
    expect(form.errors).to.deep.equal(['Envoyez 100 liens ou moins à la fois']);
    expect(form.text).to.contain('Liens en trop\u00a0: 3. Le premier\u00a0: https://exemple.fr/100');
    expect(form.field('addresses.0')!.value).to.equal(links(103).join('\n'));
    await form.fill('addresses.0', links(100).join('\n'));
    await form.continueTo(CHECK);
    expect(form.text).to.contain('100 liens\u00a0: 5 signalements');
  });

  it('are as many reports as they need room, and none is refused as too long', async () => {
    const before = (await storedReports()).length;
    const form = await FormHarness.mount();
    await form.reachWhere();
    await form.choose('where', 'elsewhere');
    const long = Array.from({ length: 20 }, (_, n) => `hxxps://exemple.fr/${n}/${'x'.repeat(2_000)}`);
    await paste(form, long.join('\n'));
    await form.continueTo(CHECK);
    await form.press('Envoyer les 3 signalements');
    await form.reach('3 signalements envoyés');
    const stored = (await storedReports()).slice(before);
    expect(stored.flatMap(({ locations }) => locations.map(({ url }) => url!.asEntered))).to.deep.equal(long);
  }).timeout(20_000);

  itInChromium('are one area from the field after the twentieth on, and stay one', async () => {
    const form = await withLinks(20);
    expect(form.all('[field^="addresses."]')).to.have.length(20);
    await form.press('Ajouter un autre lien');
    const area = form.field('addresses.0')!;
    expect(area.value).to.equal(`${links(20).join('\n')}\n`);
    await until(() => form.focused === area, 'the area has no focus');
    expect(form.button('Ajouter un autre lien')).to.equal(undefined);
    await form.fill('addresses.0', 'https://exemple.fr/seul');
    expect(form.field('addresses.0')).to.equal(area);
    await form.continueTo(CHECK);
    expect(form.text).not.to.contain('signalements, envoyés');
    await form.send();
    expect(form.heading).to.equal(SENT);
  });

  it('with more accounts than one has, go with each part of them', async () => {
    const before = (await storedReports()).length;
    const form = await FormHarness.mount();
    await form.reachDetails('unsure', 'https://exemple.fr/page');
    await form.openQuestions();
    const accounts = Array.from({ length: 31 }, (_, index) => `compte${index}`);
    await form.fill('questions.accounts', accounts.join('\n'));
    await form.continueTo(CHECK);
    expect(form.text).to.contain('31 comptes\u00a0: 2 signalements');
    await form.press('Envoyer les 2 signalements');
    await form.reach('2 signalements envoyés');
    const stored = (await storedReports()).slice(before);
    expect(stored.map(linksOf)).to.deep.equal([['https://exemple.fr/page'], ['https://exemple.fr/page']]);
    expect(
      stored.flatMap(({ reportedAccounts = [] }) => reportedAccounts.map(({ handle }) => handle)),
    ).to.deep.equal(accounts);
  });

  /** French, without the words of several reports. */
  function withoutWords(): Locale {
    const locale = localeAt(document.createElement('i'));
    const form = async (): Promise<FormTexts> => {
      const french = await locale.form();
      const extra: FormTexts['extra'] = async () => {
        const texts = { ...((await french.extra?.()) as object) };
        return Object.fromEntries(Object.entries(texts).filter(([key]) => !key.startsWith('many.'))) as never;
      };
      return { ...french, extra };
    };
    return { ...locale, form };
  }

  it('are refused where their part or its words do not come, and nothing is lost', async () => {
    const locale = localeAt(document.createElement('i'));
    registerLocale(withoutWords());
    try {
      const harness = await withLinks(31);
      await harness.press('Continuer');
      await until(() => harness.errors.length, 'they were let through');
      expect(harness.errors).to.deep.equal(['Envoyez 20 liens ou moins à la fois']);
      expect(harness.field('addresses.0')!.value).to.equal(links(31).join('\n'));
    } finally {
      registerLocale(locale);
    }
  });

  it('have no empty sentence in a language that lacks it and is chosen in the review', async () => {
    registerLocale({ ...withoutWords(), tag: 'qaf' });
    const form = await atReview(31);
    const intros = (): string[] =>
      [...form.root.querySelectorAll('.intro')].map(({ textContent }) => textContent.trim());
    expect(intros()).to.have.length(2);
    form.element.lang = 'qaf';
    await until(() => form.dialog.lang === 'qaf', 'the language did not come');
    expect(intros()).to.have.length(1).and.not.to.include('');
    for (const id of form.find(HEADING)!.getAttribute('aria-describedby')!.split(' '))
      expect(form.find(`#${id}`), id).not.to.equal(null);
    expect(form.button('Envoyer')).not.to.equal(undefined);
  });

  /** A form whose page takes the reports, and answers when it is told to. */
  async function slow() {
    const { address } = await startFollowUps();
    const form = await FormHarness.mount({ endpoint: '', 'follow-up': address });
    const waiting: (() => void)[] = [];
    const taken: Report[] = [];
    form.element.transport = (report) =>
      new Promise((resolve) => {
        taken.push(report);
        const reference = `AB-${taken.length}`;
        waiting.push(() =>
          resolve({ submissionId: report.submissionId, reference, receivedAt: '2026-01-01T00:00:00Z' }),
        );
      });
    await form.element.updateComplete;
    await form.reachWhere();
    await form.choose('where', 'elsewhere');
    await paste(form, links(45).join('\n'));
    await form.continueTo(CHECK);
    await form.press('Envoyer les 3 signalements');
    await until(() => waiting.length === 1, 'nothing was sent');
    waiting[0]!();
    await until(() => waiting.length === 2, 'the second one was not sent');
    return { form, waiting, taken };
  }

  it('wiped on their way: what has a number keeps it, what never left does not leave, and no link is shown', async () => {
    const { form, waiting, taken } = await slow();
    expect(numbersOn(form)).to.deep.equal(['AB-1']);
    expect(codesOn(form)).to.have.length(1);
    // As « Quitter vite » and a page that goes do; a browser may bring the page back.
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    await form.element.updateComplete;
    expect(form.root.textContent).not.to.contain('exemple.fr');
    waiting[1]!();
    await form.reach('Une partie est envoyée');
    expect(numbersOn(form)).to.deep.equal(['AB-1', 'AB-2']);
    expect(codesOn(form)).to.deep.equal([]);
    expect(linesOn(form)[2]).to.equal('Signalement 3 sur 3 Pas parti');
    expect(form.root.textContent).not.to.contain('exemple.fr');
    await new Promise((done) => setTimeout(done, 100));
    expect(taken).to.have.length(2);
  });

  it('idle for ten minutes after a stop: nothing says that nothing was sent', async () => {
    const form = await atReview(31);
    breakFrom(2, '429-long');
    await form.press('Envoyer les 2 signalements');
    await failed(form);
    const later = now() + 11 * 60_000;
    Date.now = () => later;
    window.dispatchEvent(new Event('focus'));
    await form.reach('Nous avons effacé l’écran pour vous protéger');
    expect(form.find(PANEL)!.textContent)
      .not.to.contain('Rien n’a été envoyé')
      .and.not.to.contain('exemple.fr');
  });

  itInChromium('in practice send nothing, and say so', async () => {
    const before = (await storedReports()).length;
    const form = await atReview(31, { practice: '', endpoint: '' });
    await form.press('Envoyer les 2 signalements');
    await form.reach('Fin de l’entraînement');
    expect(numbersOn(form)).to.deep.equal(['ESSAI-1234', 'ESSAI-1234']);
    expect(form.text).not.to.match(/Envoyé(?! à)/);
    expect(await storedReports()).to.have.length(before);
  });

  itInChromium('have a proof of work each', async () => {
    const address = (await endpoint()).replace(/\w+$/, 'challenge');
    let challenges = 0;
    window.fetch = (input, init) => {
      if (input === address) challenges += 1;
      return fetch(input, init);
    };
    const form = await atReview(31, { challenge: address });
    await form.press('Envoyer les 2 signalements');
    await form.reach('2 signalements envoyés');
    expect(challenges).to.equal(2);
  });

  itInChromium('on one page: the copy has all links, and the receipt all numbers', async () => {
    const form = await FormHarness.mount({ flow: 'page' });
    await form.open();
    await form.choose('category', 'procuring');
    await paste(form, links(31).join('\n'));
    await form.continueTo(CHECK);
    await form.press('Envoyer les 2 signalements');
    await form.reach('2 signalements envoyés');
    form.field('copy')!.click();
    await form.element.updateComplete;
    const { createObjectURL } = URL;
    let file: Blob | undefined;
    URL.createObjectURL = (blob: Blob) => {
      file = blob;
      return 'data:text/plain,';
    };
    HTMLAnchorElement.prototype.click = () => {};
    try {
      await form.press('Enregistrer un reçu');
    } finally {
      URL.createObjectURL = createObjectURL;
      delete (HTMLAnchorElement.prototype as { click?: unknown }).click;
    }
    const receipt = await file!.text();
    for (const number of numbersOn(form)) expect(receipt).to.contain(number);
    for (const link of links(31)) expect(receipt.split('\n')).to.include(link);
    await form.press('Encore un, mêmes réponses');
    await form.reach('Signaler un contenu');
    expect(form.field('addresses.0')!.value).to.equal('');
  });

  itInChromium('edited after a stop have a code each too', async () => {
    const given = await startFollowUps();
    const form = await atReview(45, { endpoint: given.endpoint, 'follow-up': given.address });
    let isDown = false;
    form.element.addEventListener('cs-sent', () => (isDown = true), { once: true });
    window.fetch = (...request) =>
      isDown ? Promise.reject(new TypeError('Failed to fetch')) : fetch(...request);
    await form.press('Envoyer les 3 signalements');
    await failed(form);
    expect(codesOn(form)).to.have.length(1);
    isDown = false;
    await form.press('Modifier');
    await form.choose('category', 'unsure');
    await form.continueTo(CHECK);
    await form.press('Envoyer les 2 signalements');
    await form.reach('3 signalements envoyés');
    expect(new Set(codesOn(form)).size).to.equal(3);
  });

  it('have a code each, on the list of the numbers, and are asked about once', async () => {
    const given = await startFollowUps();
    const form = await atReview(31, { endpoint: given.endpoint, 'follow-up': given.address });
    await form.press('Envoyer les 2 signalements');
    await form.reach('2 signalements envoyés');
    const codes = codesOn(form);
    expect(codes).to.have.length(2);
    const hashes = await Promise.all(
      codes.map(async (written) => {
        const read = readCode(written);
        return hashOf(await locatorOf('code' in read ? read.code : ''));
      }),
    );
    const stored = (
      await executeServerCommand<string[], string>('receiver-with-reports', given.endpoint)
    ).map((body) => JSON.parse(body) as Report);
    expect(stored.slice(-2).map(({ followUp }) => followUp?.hash)).to.deep.equal(hashes);
    expect(form.text).to.contain('Codes facultatifs');
    // Closing asks first, as it does about one code.
    form.find(CLOSE)!.click();
    await until(() => form.heading !== '2 signalements envoyés', 'it closed without a question');
    await form.press('Revoir le code');
    await form.reach('2 signalements envoyés');
    await form.press('C’est noté');
    await form.press('Fermer');
    await until(() => !form.dialog.open, 'it did not close');
    await form.open();
    for (const code of codes) expect(form.root.textContent).not.to.contain(code);
  });
});
