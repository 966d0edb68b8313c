// « Voir le signalement exact » shows the text that is sent, a member a line, and says in words what nobody asked for.

import { expect } from '@open-wc/testing';
import { executeServerCommand, sendKeys, setViewport } from '@web/test-runner-commands';
import { base64url, compactDecrypt, exportJWK, generateKeyPair } from 'jose';
import { BODY, CODE } from '../../../demo/gallery/driver.ts';
import { CATEGORIES, type CategoryId } from '../../../src/core/report/categories.ts';
import type { Envelope } from '../../../src/core/report/protocol.ts';
import { includeLanguage } from '../../../src/words/include-language.ts';
import { VERSION } from '../../../src/core/version.ts';
import { casesHere, EVERY, IS_CHROMIUM } from '../../setup/every-here.ts';
import { breakReceiver, CHECK, FormHarness, SENT, type Attributes } from './form-harness.ts';
import { until } from '../../setup/until.ts';

const TEXT = '.exact pre';

/** The last body that the receiver stored. */
const stored = async (): Promise<string> =>
  (await executeServerCommand<string[], null>('receiver-reports', null)).at(-1)!;

/** Opens the fold. @returns the text in it, which must be in sight */
async function openExact(form: FormHarness): Promise<string> {
  form.find('.exact > summary')!.click();
  await until(() => form.find(TEXT)?.checkVisibility(), 'the exact report did not come');
  return form.find(TEXT)!.textContent;
}

/** The same text on lines of its own, as the platform writes it. */
const onLines = (body: string): string => JSON.stringify(JSON.parse(body), null, 2);

/** Goes to the review with answers of each kind. */
async function reachCheck(form: FormHarness, category: string): Promise<void> {
  await form.reachWhere(category);
  await form.locate('https://exemple.fr/page?utm_source=x&p=2');
  await form.continueToDetails();
  await form.openQuestions();
  const firstOf = new Map(
    form
      .all('input[field^="questions."]:is([type=radio], [type=checkbox])')
      .toReversed()
      .map(({ field, answer }) => [field!, answer]),
  );
  for (const [name, value] of firstOf) await form.choose(name, value);
  await form.fill('details', 'Une « précision ».');
  await form.choose('reply', 'yes');
  await form.fill('email', 'nom@exemple.fr');
  await form.continueTo(CHECK);
}

/** The words above the text: each name and what is said under it. */
const said = (form: FormHarness): Record<string, string> =>
  Object.fromEntries(
    [...form.root.querySelectorAll<HTMLElement>('.exact dt')].map((name) => [
      name.innerText.trim(),
      (name.nextElementSibling as HTMLElement).innerText.trim(),
    ]),
  );

/** The lines of the words above it that have no name. */
const sentences = (form: FormHarness): string[] =>
  [...form.root.querySelectorAll<HTMLElement>('.exact > p')].map(({ innerText }) => innerText);

/** Whether the report of a category is sealed: in one of the two ways, in the other engine the other; both with `EVERY`. */
const waysOf = (id: CategoryId): readonly boolean[] => {
  const pair = Math.floor(CATEGORIES.findIndex((category) => category.id === id) / 2);
  return EVERY ? [false, true] : [(pair % 2 === 0) === IS_CHROMIUM];
};

describe('the exact report', () => {
  const { random } = Math;
  let keys: { readonly text: string; readonly privateKey: CryptoKey };

  before(async () => {
    const { publicKey, privateKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
    const { x = '', y = '' } = await exportJWK(publicKey);
    const point = Uint8Array.from([4, ...base64url.decode(x), ...base64url.decode(y)]);
    keys = { privateKey, text: base64url.encode(point) };
  });
  beforeEach(() => {
    Math.random = () => 0;
  });
  afterEach(async () => {
    Math.random = random;
    await breakReceiver({ mode: 'none' });
    await setViewport({ width: 1280, height: 720 });
  });

  /** The text that the hotline finds in an envelope. */
  async function opened(envelope: string): Promise<string> {
    const { plaintext } = await compactDecrypt((JSON.parse(envelope) as Envelope).sealed, keys.privateKey);
    return new TextDecoder().decode(plaintext).trim();
  }

  for (const { id } of casesHere(CATEGORIES))
    for (const isSealed of waysOf(id))
      it(`is what arrives: ${id}, ${isSealed ? 'sealed' : 'in clear'}`, async () => {
        const form = await FormHarness.mount({
          partner: 'gazette',
          ...(isSealed && { 'public-key': keys.text }),
        });
        await reachCheck(form, id);
        const shown = await openExact(form);
        await form.send();
        const body = await stored();
        expect(body.includes('"sealed"')).to.equal(isSealed);
        const sent = isSealed ? await opened(body) : body;
        expect(shown).to.equal(onLines(sent));
        expect(JSON.parse(shown)).to.deep.equal(JSON.parse(sent));
      }).timeout(20_000);

  it('is what arrives after a failure, after an edit, and with a code', async () => {
    const form = await FormHarness.mount({ 'follow-up': 'https://hotline.example/v1/follow-up' });
    await form.reachCheck();
    const first = await openExact(form);
    await breakReceiver({ mode: 'reset' });
    await form.press('Envoyer le signalement');
    await until(() => form.find('.failure'), 'no failure was shown');
    expect(form.find(TEXT)!.textContent).to.equal(first);
    await form.openDetails();
    await form.fill('details', 'Une chose de plus');
    await form.continueTo(CHECK);
    const second = form.find(TEXT)?.checkVisibility() ? form.find(TEXT)!.textContent : await openExact(form);
    const words = said(form);
    const { submissionId } = JSON.parse(first) as { submissionId: string };
    expect(words['Remplace l’envoi']).to.equal(submissionId);
    await breakReceiver({ mode: 'none' });
    await form.press('Envoyer le signalement');
    await form.reach(SENT);
    expect(form.find(CODE) === null).to.equal(false);
    const body = await stored();
    expect(second).to.equal(onLines(body));
    const { followUp } = JSON.parse(body) as { followUp: { hash: string } };
    expect(words['Empreinte du code de suivi']).to.equal(followUp.hash);
  }).timeout(20_000);

  it('is what arrives from the one-page form', async () => {
    const form = await FormHarness.mount({ flow: 'page' });
    await form.open();
    await form.choose('category', 'unsure');
    await form.fill('addresses.0', 'https://exemple.fr/sujet/7');
    await form.fill('questions.ownReference', 'AEMO-2026-118');
    await form.continueTo(CHECK);
    const shown = await openExact(form);
    await form.send();
    expect(shown).to.equal(onLines(await stored()));
    expect(shown).to.contain('"AEMO-2026-118"');
  }).timeout(20_000);

  it('is what arrives where the page has spoilt what writes JSON', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    // oxlint-disable-next-line no-extend-native -- as Prototype before 1.7 does
    Object.defineProperty(Array.prototype, 'toJSON', { configurable: true, value: () => 'spoilt' });
    let shown: string;
    try {
      shown = await openExact(form);
    } finally {
      delete (Array.prototype as { toJSON?: unknown }).toJSON;
    }
    await form.send();
    expect(shown).to.equal(onLines(await stored()));
  });

  it('says above it what nobody asked for, and no answer a third time', async () => {
    const form = await FormHarness.mount({ partner: 'gazette', embed: 'wordpress' });
    await reachCheck(form, 'sexual_harassment');
    const report = JSON.parse(await openExact(form)) as { submissionId: string };
    const { 'Préparé le': day = '', ...words } = said(form);
    expect(words).to.deep.equal({
      'Langue du formulaire': 'Français',
      'Site partenaire': 'gazette',
      'Type d’installation': 'wordpress',
      'Version du formulaire': VERSION,
      'Version du format': '1.0',
      'Identifiant, tiré au sort': report.submissionId,
      'Rempli en partie par la page': 'Non',
      'Numéros d’urgence affichés': 'Oui',
    });
    expect(day).to.match(new RegExp(`\\b${new Date().getFullYear()}\\b.*\\d\\d:\\d\\d`));
    expect(sentences(form)).to.deep.equal([
      'Le formulaire n’ajoute ni nom, ni adresse IP, ni historique, ni image.',
      'Comme sur tout site, votre adresse IP est visible par le service pendant l’envoi.',
      'Le texte exact (JSON)',
    ]);
  });

  it('says that it leaves sealed, and what the page has filled in', async () => {
    const form = await FormHarness.mount({ 'public-key': keys.text });
    await form.reachCheck({ address: 'here' });
    await openExact(form);
    expect(sentences(form)).to.include('L’envoi est chiffré\u00a0: seul Point de Contact peut l’ouvrir.');
    expect(said(form)).to.include({ 'Rempli en partie par la page': 'Oui' });
    expect(said(form)).not.to.have.any.keys(
      'Site partenaire',
      'Remplace l’envoi',
      'Empreinte du code de suivi',
    );
  });

  it('shows a hostile text as text, on a line of its own that it cannot turn', async () => {
    const form = await FormHarness.mount();
    const hostile =
      '</pre></details><img src=x onerror="top.ran = 1"><!-- \u202e ,"on" :"regnad"   \0 \ud800 \\" \u2028 فيلم';
    await form.reachDetails();
    await form.fill('details', hostile);
    await form.continueTo(CHECK);
    const shown = await openExact(form);
    const pre = form.find(TEXT)!;
    expect(pre.querySelectorAll(':not(code, bdi)').length).to.equal(0);
    expect(form.find('.exact img') === null).to.equal(true);
    expect((JSON.parse(shown) as { content: unknown }).content).to.deep.equal({
      description: hostile.replace('\0', '\ufffd').replace('\ud800', '\ufffd'),
    });
    const text = [...pre.querySelectorAll('bdi')].find(({ textContent }) => textContent.includes('</pre>'))!;
    // Each space in it is on screen.
    expect(text.innerText).to.contain('   ');
    // What closes the string stands at its end, to the right of everything in it.
    const closing = document.createRange();
    const after = document.createTreeWalker(pre, NodeFilter.SHOW_TEXT);
    after.currentNode = text;
    while (text.contains(after.nextNode()));
    closing.setStart(after.currentNode, 0);
    closing.setEnd(after.currentNode, 1);
    expect(closing.toString()).to.equal('"');
    const lastLine = [...text.getClientRects()].at(-1)!;
    const { left, bottom } = closing.getBoundingClientRect();
    expect(left).to.be.at.least(lastLine.right - 1);
    expect(Math.abs(bottom - lastLine.bottom)).to.be.lessThan(4);
    await form.send();
    expect(shown).to.equal(onLines(await stored()));
  });

  for (const width of [320, 390])
    for (const attributes of [{ lang: 'fr' }, { lang: 'ar' }] as readonly Attributes[])
      it(`fits ${width} px, and is read and scrolled by keyboard: ${attributes['lang']}`, async () => {
        if (attributes['lang'] === 'ar') await includeLanguage('ar');
        await setViewport({ width, height: 640 });
        const form = await FormHarness.mount(attributes);
        await form.reachDetails('unsure', `https://exemple.fr/${'sans-fin'.repeat(60)}`);
        await form.fill('details', 'مرحبا\u202e '.repeat(20));
        await form.next();
        await openExact(form);
        const pre = form.find(TEXT)!;
        expect(getComputedStyle(pre).direction).to.equal('ltr');
        expect(pre.scrollWidth).to.be.at.most(pre.clientWidth);
        for (const box of [document.documentElement, form.find(BODY)!])
          expect(box.scrollWidth).to.be.at.most(box.clientWidth);
        // Every string stands within the box.
        const { left, right } = pre.getBoundingClientRect();
        for (const part of pre.querySelectorAll('bdi'))
          for (const line of part.getClientRects()) {
            expect(line.left).to.be.at.least(left);
            expect(line.right).to.be.at.most(right + 0.5);
          }
        // Chromium alone makes boxes that scroll focusable by itself.
        expect(pre.tabIndex).to.equal(0);
        expect(pre.getAttribute('role')).to.equal('region');
        const name = form.root.getElementById(pre.getAttribute('aria-labelledby')!);
        expect(name!.checkVisibility()).to.equal(true);
        expect(name!.innerText).to.contain('JSON');
        form.find('.exact > summary')!.focus();
        await sendKeys({ press: 'Tab' });
        expect(form.focused === pre).to.equal(true);
        await sendKeys({ press: 'End' });
        await until(
          () => pre.scrollTop + pre.clientHeight >= pre.scrollHeight - 2,
          'the end did not come into sight',
        );
      }).timeout(20_000);
});
