// Step 2: addresses as people paste them, places without an address, and the remarks about both.

import { expect } from '@open-wc/testing';
import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import { BACK, choice, ERRORS, HOW_FOLD, named, REMARK } from '../../../demo/gallery/driver.ts';
import { PLACE_FIELDS } from '../../../src/core/draft/place-fields.ts';
import { PLACES } from '../../../src/core/report/places.ts';
import type { Report } from '../../../src/core/report/report.ts';
import { breakReceiver, CHECK, FormHarness, storedReports, WHERE } from './form-harness.ts';
import { itInChromium, itWithWebKit } from '../../setup/every-here.ts';
import { until } from '../../setup/until.ts';

type Attributes = Readonly<Record<string, string>>;

/** A form at step 2, with one of its answers chosen. */
async function reachWhere(
  where?: 'here' | 'elsewhere' | 'none',
  attributes: Attributes = {},
): Promise<FormHarness> {
  const form = await FormHarness.mount(attributes);
  await form.reachWhere('unsure');
  if (where) await form.choose('where', where);
  // The address fields load on demand.
  if (form.answer('where') === 'elsewhere') await hasAddresses(form);
  return form;
}

const hasAddresses = (form: FormHarness): Promise<void> =>
  until(() => form.find(named('addresses.0')), 'the fields for addresses did not arrive');

const addresses = (form: FormHarness): string[] =>
  form.all('[field^="addresses."]').map(({ value }) => value);

const status = (form: FormHarness): string => form.find('.unseen[role="status"]')?.textContent ?? '';

/** The remark on screen. */
const remark = (form: FormHarness): string => form.find(REMARK)?.innerText.trim() ?? '';

async function choosePlace(form: FormHarness, place: string): Promise<void> {
  await until(() => form.find(named('placeKind')), 'the kinds of place did not arrive');
  await form.select('placeKind', place);
}

/** Goes from step 2 to the review. */
async function reachCheck(form: FormHarness): Promise<void> {
  await form.continueTo(CHECK);
}

/** Goes from step 2 to the report on the receiver's disk. */
async function send(form: FormHarness): Promise<Report> {
  await reachCheck(form);
  await form.send();
  return (await storedReports()).at(-1)!;
}

/** The data transfer of a paste or a drop. */
function transfer(text: string, ...files: File[]): DataTransfer {
  const data = new DataTransfer();
  if (text) data.setData('text/plain', text);
  for (const file of files) data.items.add(file);
  return data;
}

const picture = (): File => new File(['not a picture'], 'canari.png', { type: 'image/png' });

/** Pastes into a field, before the browser's default action. @returns whether the default action may follow */
async function paste(form: FormHarness, name: string, clipboardData: DataTransfer): Promise<boolean> {
  const event = new ClipboardEvent('paste', {
    clipboardData,
    bubbles: true,
    cancelable: true,
    composed: true,
  });
  // WebKit's constructor omits the data.
  if (!event.clipboardData?.types.length)
    Object.defineProperty(event, 'clipboardData', { value: clipboardData });
  const goesOn = form.find(named(name))!.dispatchEvent(event);
  await form.element.updateComplete;
  return goesOn;
}

async function drag(form: FormHarness, type: 'dragover' | 'drop', data: DataTransfer): Promise<boolean> {
  const event = new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true, composed: true });
  if (!event.dataTransfer?.types.length) Object.defineProperty(event, 'dataTransfer', { value: data });
  const goesOn = form.find(named('addresses.0'))!.dispatchEvent(event);
  await form.element.updateComplete;
  return goesOn;
}

/** Replaces the browser's clipboard. @returns a function that restores it */
function replaceClipboard(clipboard: unknown): () => void {
  const own = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
  return () => {
    if (own) Object.defineProperty(navigator, 'clipboard', own);
    else delete (navigator as { clipboard?: unknown }).clipboard;
  };
}

describe('addresses', () => {
  it('are put into a field each when many are pasted at once', async () => {
    const form = await reachWhere('elsewhere');
    const goesOn = await paste(
      form,
      'addresses.0',
      transfer('https://a.example/1\nhttps://b.example/2 https://c.example/3'),
    );
    expect(goesOn).to.equal(false);
    expect(addresses(form)).to.deep.equal([
      'https://a.example/1',
      'https://b.example/2',
      'https://c.example/3',
    ]);
    expect(status(form)).to.equal('3 liens trouvés.');
    // The announcement is also visible.
    expect(form.text).to.contain('3 liens trouvés.');
    expect(form.focused?.field).to.equal('addresses.0');
    const report = await send(form);
    expect(report.locations.map(({ url }) => url!.value)).to.deep.equal([
      'https://a.example/1',
      'https://b.example/2',
      'https://c.example/3',
    ]);
  });

  it('pasted over a selection leave what is not selected', async () => {
    const form = await reachWhere('elsewhere');
    await form.fill('addresses.0', 'https://avant.example/x https://canari.example/');
    form.field('addresses.0')!.setSelectionRange(23, 47);
    await paste(form, 'addresses.0', transfer('https://a.example/1\nhttps://b.example/2'));
    expect(addresses(form)).to.deep.equal([
      'https://avant.example/x',
      'https://a.example/1',
      'https://b.example/2',
    ]);
  });

  it('are left to the browser when one is pasted', async () => {
    const form = await reachWhere('elsewhere');
    expect(await paste(form, 'addresses.0', transfer('https://a.example/1'))).to.equal(true);
    expect(status(form)).to.equal('');
  });

  it('are in a field each up to twenty, and more in one area; what was typed before stays', async () => {
    const form = await reachWhere('elsewhere');
    const list = (count: number): string[] =>
      Array.from({ length: count }, (_, index) => `https://a.example/${index}`);
    await form.fill('addresses.0', 'https://avant.example/');
    // Added fields that stay empty make room.
    await form.press('Ajouter un autre lien');
    await paste(form, 'addresses.1', transfer(list(19).join('\n')));
    expect(addresses(form)).to.deep.equal(['https://avant.example/', ...list(19)]);
    await form.fill('addresses.19', '');
    await paste(form, 'addresses.19', transfer(list(21).slice(18).join('\n')));
    expect(addresses(form)).to.deep.equal([['https://avant.example/', ...list(21)].join('\n')]);
    expect(form.errors).to.deep.equal([]);
    expect(form.focused?.field).to.equal('addresses.0');
    await form.fill('addresses.0', list(20).join('\n'));
    expect((await send(form)).locations).to.have.length(20);
  });

  it('are never pictures: a pasted file is refused at once, and nothing of it is kept', async () => {
    const form = await reachWhere('elsewhere');
    expect(await paste(form, 'addresses.0', transfer('', picture()))).to.equal(false);
    expect(form.errors).to.deep.equal(['Collez seulement un lien, sans image ni vidéo']);
    expect(form.find(named('addresses.0'))!.getAttribute('aria-invalid')).to.equal('true');
    expect(addresses(form)).to.deep.equal(['']);
    expect(form.root.textContent).not.to.contain('canari');
    // The file manager also provides the name of the file.
    expect(await paste(form, 'addresses.0', transfer('canari.png', picture()))).to.equal(false);
    expect(addresses(form)).to.deep.equal(['']);
  });

  it('are taken out of what comes with a picture of its own', async () => {
    const form = await reachWhere('elsewhere');
    expect(await paste(form, 'addresses.0', transfer('https://a.example/1', picture()))).to.equal(false);
    expect(form.errors).to.deep.equal([]);
    expect(addresses(form)).to.deep.equal(['https://a.example/1']);
  });

  it('are never files: one that is dropped is refused, and the page stays', async () => {
    const form = await reachWhere('elsewhere');
    const data = transfer('', picture());
    expect(await drag(form, 'dragover', data)).to.equal(false);
    expect(await drag(form, 'drop', data)).to.equal(false);
    expect(form.errors).to.deep.equal(['Collez seulement un lien, sans image ni vidéo']);
    expect(await drag(form, 'dragover', transfer('https://a.example/1'))).to.equal(true);
  });

  it('are pasted by a button, which reads the clipboard on a tap only', async () => {
    let reads = 0;
    const restore = replaceClipboard({
      readText: async () => {
        reads += 1;
        return 'https://a.example/1';
      },
    });
    const form = await reachWhere('elsewhere');
    expect(reads).to.equal(0);
    await form.press('Coller');
    await until(() => addresses(form)[0] === 'https://a.example/1', 'the address was not pasted');
    await form.element.updateComplete;
    expect(reads).to.equal(1);
    expect(status(form)).to.equal('Lien collé.');
    expect(form.focused?.field).to.equal('addresses.0');
    expect(form.button('Coller') === undefined).to.equal(true);
    restore();
  });

  it('are pasted by hand where the clipboard may not be read', async () => {
    const restore = replaceClipboard({ readText: () => Promise.reject(new Error('denied')) });
    const form = await reachWhere('elsewhere');
    await form.press('Coller');
    await until(() => !form.button('Coller'), 'the button is still there');
    await until(() => form.focused?.field === 'addresses.0', 'focus was lost');
    expect(form.errors).to.deep.equal([]);
    restore();
  });

  it('have no button to paste where there is no such clipboard', async () => {
    const restore = replaceClipboard(undefined);
    const form = await reachWhere('elsewhere');
    expect(form.button('Coller') === undefined).to.equal(true);
    restore();
  });

  it('are removed with focus on the field before', async () => {
    const form = await reachWhere('elsewhere');
    await paste(
      form,
      'addresses.0',
      transfer('https://a.example/1\nhttps://b.example/2\nhttps://c.example/3'),
    );
    await form.press('Retirer le lien 3');
    await until(() => form.focused?.field === 'addresses.1', 'focus is elsewhere');
    expect(addresses(form)).to.deep.equal(['https://a.example/1', 'https://b.example/2']);
    expect(status(form)).to.equal('Lien 3 retiré.');
  });

  it('are given in advance, shown, and can be changed', async () => {
    const form = await reachWhere(undefined, { url: 'https://a.example/sujet/1' });
    expect(form.answer('where')).to.equal('elsewhere');
    expect(addresses(form)).to.deep.equal(['https://a.example/sujet/1']);
    await form.fill('addresses.0', 'https://a.example/sujet/2');
    expect((await send(form)).locations[0]!.url!.value).to.equal('https://a.example/sujet/2');
  });

  it('that are given in advance and are this page choose « Sur cette page »', async () => {
    const form = await reachWhere(undefined, { url: location.href });
    expect(form.answer('where')).to.equal('here');
    await form.choose('where', 'elsewhere');
    await hasAddresses(form);
    expect(addresses(form)).to.deep.equal(['']);
    const page = await reachWhere(undefined, { url: location.href, 'page-context': 'elsewhere' });
    expect(addresses(page)).to.deep.equal([location.href]);
  });

  it('ask nothing of the network while they are written', async () => {
    const form = await reachWhere('elsewhere');
    performance.clearResourceTimings();
    const policy: string[] = [];
    const blocked = (event: SecurityPolicyViolationEvent): void => void policy.push(event.blockedURI);
    document.addEventListener('securitypolicyviolation', blocked);
    await executeServerCommand('requests-clear', null);
    form.field('addresses.0')!.focus();
    await sendKeys({ type: 'https://canari.example/page' });
    await form.press('Ajouter un autre lien');
    await sendKeys({ type: 'canari.example' });
    await form.press('Continuer');
    await until(() => remark(form), 'nothing was remarked');
    expect(performance.getEntriesByType('resource').map(({ name }) => name)).to.deep.equal([]);
    expect(await executeServerCommand<unknown[], null>('requests', null)).to.deep.equal([]);
    document.removeEventListener('securitypolicyviolation', blocked);
    expect(policy).to.deep.equal([]);
  });

  itInChromium('say in one sentence what was changed in them', async () => {
    const changed: readonly (readonly [typed: string, said: string])[] = [
      [
        'https://www.instagram.com/p/AbC/?igsh=qui',
        'Nous avons enlevé une partie du lien qui pouvait vous identifier.',
      ],
      [
        'https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2F1',
        'Ce lien menait à une autre page. Nous avons gardé le lien de cette page.',
      ],
      ['a.example/page', 'Nous avons complété le début du lien.'],
      ['hxxps://a[.]example/page', 'Nous avons corrigé l’écriture du lien.'],
      ['https://a.example/page', ''],
    ];
    const form = await reachWhere('elsewhere');
    for (const [typed, said] of changed) {
      await form.fill('addresses.0', typed);
      await form.continueTo(CHECK);
      await until(() => status(form) === said, `« ${status(form)} » is said of ${typed}`);
      form.find(BACK)!.click();
      await form.reach(WHERE);
    }
    await form.fill('addresses.0', 'a.example/1 https://b.example/2');
    await form.continueTo(CHECK);
    const both = '2 liens trouvés. Nous avons complété le début du lien.';
    await until(() => status(form) === both, 'what was changed was not said');
  });
});

const REMARKED: readonly (readonly [code: string, typed: string, said: string])[] = [
  ['search', 'https://www.google.com/search?q=mots', 'C’est une page de recherche.'],
  ['home', 'https://exemple.fr/', 'Ce lien mène à l’accueil du site.'],
  ['short', 'https://vm.tiktok.com/ZMabc123/', 'Ce lien court peut contenir votre nom de compte.'],
  ['share', 'https://chatgpt.com/share/67a1b2c3', 'Ce lien de partage peut contenir votre nom de compte.'],
  ['onion', 'http://expyuzz4wqqyqhjn.onion/page', 'Ce lien .onion semble incomplet.'],
  ['local', 'http://192.168.1.10/page', 'Ce lien ne marche que chez vous.'],
  ['cut', 'https://exemple.fr/un-article-au-nom-trop-long…', 'Ce lien semble coupé.'],
];

describe('what is remarked about an address', () => {
  for (const [code, typed, said] of REMARKED) {
    itWithWebKit(`${code}: is said once at the field, and the address is kept on request`, async () => {
      const form = await reachWhere('elsewhere');
      await form.fill('addresses.0', typed);
      await form.press('Continuer');
      await until(() => form.focused?.matches(REMARK), 'focus is not on the remark');
      expect(remark(form)).to.contain(said);
      expect(form.errors).to.deep.equal([]);
      const field = form.find(named('addresses.0'))!;
      expect(field.hasAttribute('aria-invalid')).to.equal(false);
      const described = field.getAttribute('aria-describedby')!.split(' ').at(-1);
      expect(form.find(`#${described}`)!.textContent).to.contain(said);
      await form.press('Garder tel quel');
      await form.reach(CHECK);
    });
  }

  itInChromium('does not keep the step from being left a second time', async () => {
    const form = await reachWhere('elsewhere');
    await form.fill('addresses.0', 'https://exemple.fr/');
    await form.press('Continuer');
    await until(() => remark(form), 'nothing was remarked');
    const report = await send(form);
    expect(report.locations[0]!.url!.value).to.equal('https://exemple.fr/');
  });

  itInChromium('is over once the address is mended', async () => {
    const form = await reachWhere('elsewhere');
    await form.fill('addresses.0', 'https://exemple.fr/');
    await form.press('Continuer');
    await until(() => remark(form), 'nothing was remarked');
    await form.fill('addresses.0', 'https://exemple.fr/page');
    expect((await send(form)).locations[0]!.url!.value).to.equal('https://exemple.fr/page');
  });

  itWithWebKit('is said of each of several, one after another', async () => {
    const form = await reachWhere('elsewhere');
    await paste(form, 'addresses.0', transfer('https://exemple.fr/\nhttps://vm.tiktok.com/ZMabc123/'));
    await form.press('Continuer');
    await until(() => form.root.querySelectorAll(REMARK).length === 2, 'two remarks were expected');
    await form.press('Garder tel quel');
    await until(() => form.root.querySelectorAll(REMARK).length === 1, 'one remark was expected');
    expect(remark(form)).to.contain('lien court');
    await form.press('Garder tel quel');
    await form.reach(CHECK);
  });

  itWithWebKit('names the address where a field holds several', async () => {
    const form = await reachWhere('elsewhere');
    await form.fill('addresses.0', 'https://exemple.fr/ https://vm.tiktok.com/ZMabc123/');
    await form.press('Continuer');
    await until(() => form.root.querySelectorAll(REMARK).length === 2, 'two remarks were expected');
    expect(form.text).to.contain('https://vm.tiktok.com/ZMabc123/');
    const described = form.find(named('addresses.0'))!.getAttribute('aria-describedby')!.split(' ');
    expect(described.filter((id) => form.find(`#${id}`))).to.have.length(2);
  });

  itWithWebKit('asks for the service of a name, keeps it, and lets it be changed', async () => {
    const form = await reachWhere('elsewhere');
    await form.fill('addresses.0', '@compte_exemple');
    expect(remark(form)).to.equal('');
    await form.press('Continuer');
    await until(() => form.focused?.matches(REMARK), 'nothing was asked');
    expect(remark(form)).to.contain('D’accord. Sur quel site, quelle application ou quel jeu');
    await form.fill('service', 'Instagram');
    await form.continueTo(CHECK);
    expect(form.find('.row-where')!.textContent).to.contain('Instagram');
    form.find(BACK)!.click();
    await form.reach(WHERE);
    expect(form.field('service')!.value).to.equal('Instagram');
    await form.fill('service', 'TikTok');
    const [location] = (await send(form)).locations;
    expect(location!.service).to.equal('TikTok');
    expect(location!.identifiers).to.deep.equal([{ type: 'account_handle', value: '@compte_exemple' }]);
  });

  for (const [label, done, sent] of [
    ['Il est montré à tous', 'Nous enverrons ce mot de passe avec le lien.', true],
    ['C’est le mien', 'Nous enlevons ce mot de passe du signalement.', false],
    [undefined, undefined, false],
  ] as const) {
    itWithWebKit(
      `asks whose a password is; « ${label ?? 'nothing'} » says what happens, and does it`,
      async () => {
        const form = await reachWhere('elsewhere');
        await form.fill('addresses.0', 'https://nom:canari@exemple.fr/page');
        await form.press('Continuer');
        await until(() => form.focused?.matches(REMARK), 'nothing was asked');
        expect(remark(form)).to.contain('Est-ce le vôtre, ou est-il montré à tous');
        if (label) {
          await form.press(label);
          expect(remark(form)).to.contain(done);
          expect(status(form)).to.equal(done);
          expect(form.button(label)!.getAttribute('aria-pressed')).to.equal('true');
        }
        const report = await send(form);
        expect(report.locations[0]!.url!.value).to.equal('https://exemple.fr/page');
        expect(JSON.stringify(report).includes('canari')).to.equal(sent);
        expect(report.locations[0]!.access?.credentialsPublished).to.equal(sent ? true : undefined);
      },
    );
  }

  for (const [label, done, sent] of [
    ['Il est montré à tous', 'Nous enverrons cet identifiant avec le lien.', true],
    ['C’est le mien', 'Nous enlevons cet identifiant du signalement.', false],
    [undefined, undefined, false],
  ] as const) {
    itWithWebKit(
      `asks whose a session is; « ${label ?? 'nothing'} » says what happens, shows it, and does it`,
      async () => {
        const form = await reachWhere('elsewhere');
        await form.fill('addresses.0', 'https://Exemple.fr/sujet.php?PHPSESSID=canari&id=12');
        await form.press('Continuer');
        await until(() => form.focused?.matches(REMARK), 'nothing was asked');
        expect(remark(form)).to.match(/identifiant de session dans ce lien\s: il peut ouvrir un compte/);
        if (label) {
          await form.press(label);
          expect(remark(form)).to.contain(done);
          expect(status(form)).to.equal(done);
          expect(form.button(label)!.getAttribute('aria-pressed')).to.equal('true');
        }
        await reachCheck(form);
        const shown = [...form.root.querySelectorAll('.row')].map((row) => row.textContent).join(' ');
        expect(shown.includes('canari')).to.equal(sent);
        expect(shown).to.contain(sent ? done : 'Nous avons enlevé une partie du lien');
        await form.send();
        const report = (await storedReports()).at(-1)!;
        const { value, asEntered } = report.locations[0]!.url!;
        const left = sent ? 'PHPSESSID=canari&id=12' : 'id=12';
        expect(value).to.equal(`https://exemple.fr/sujet.php?${left}`);
        expect(asEntered).to.equal(`https://Exemple.fr/sujet.php?${left}`);
        expect(JSON.stringify(report).includes('canari')).to.equal(sent);
      },
    );
  }

  itWithWebKit('asks about a password and a session of one address, one beside the other', async () => {
    const form = await reachWhere('elsewhere');
    await form.fill('addresses.0', 'https://nom:canari@exemple.fr/sujet.php?PHPSESSID=serin&id=12');
    await form.press('Continuer');
    await until(() => form.focused?.matches(REMARK), 'nothing was asked');
    const cards = [...form.root.querySelectorAll(REMARK)];
    expect(cards.map((card) => card.textContent.includes('session'))).to.deep.equal([false, true]);
    cards[1]!.querySelector('button')!.click();
    await until(() => cards[1]!.querySelector('[aria-pressed="true"]'), 'not answered');
    const report = JSON.stringify(await send(form));
    expect([report.includes('canari'), report.includes('serin')]).to.deep.equal([false, true]);
  });
});

/** Texts that a reporter could write into a field. */
const WRITTEN: Readonly<Record<string, string>> = {
  account_handle: '@compte',
  profile_url: 'https://exemple.fr/@compte',
  invite_link: 'https://exemple.fr/invitation/abc',
  info_hash: 'c12fe1c06bba254a9dc9f519b335aa7c1367a88a',
  email_address: 'envoi@exemple.fr',
  phone_number: '+33612345678',
};

describe('a place without an address', () => {
  for (const place of PLACES) {
    itInChromium(`${place}: asks what finds the content there, and sends it`, async () => {
      const form = await reachWhere('none');
      await choosePlace(form, place);
      const identifiers = PLACE_FIELDS[place];
      const shown = form.all('[field^="identifiers."]');
      expect(shown.map(({ field }) => field)).to.deep.equal(identifiers.map((type) => `identifiers.${type}`));
      for (const field of [form.find(named('placeKind'))!, ...shown]) {
        const [hint] = field.getAttribute('aria-describedby')!.split(' ');
        expect(form.find(`#${hint}`)!.textContent.length).to.be.greaterThan(10);
        expect(form.find(`label[for="${field.id}"]`)!.textContent).to.contain('(facultatif)');
      }
      await form.fill('service', 'Exemple');
      for (const type of identifiers)
        await form.fill(`identifiers.${type}`, WRITTEN[type] ?? `mot de ${type}`);
      await form.fill('place', 'Dans un commentaire');
      const report = await send(form);
      expect(report.locations).to.deep.equal([
        {
          id: 'L1',
          place,
          service: 'Exemple',
          identifiers: [
            ...identifiers.map((type) => ({ type, value: WRITTEN[type] ?? `mot de ${type}` })),
            { type: 'other', value: 'Dans un commentaire' },
          ],
        },
      ]);
    });
  }

  itInChromium('needs one answer, whichever it is', async () => {
    const form = await reachWhere('none');
    await choosePlace(form, 'messaging');
    const service = form.field('service')!;
    expect(service.getAttribute('aria-required')).to.equal('true');
    await form.press('Continuer');
    await until(() => form.errors.length, 'nothing was missing');
    expect(form.errors).to.deep.equal(['Écrivez le nom du site ou de l’application']);
    form.find(`${ERRORS} a`)!.click();
    expect(form.focused?.field).to.equal('service');
    await form.fill('identifiers.group_name', 'Groupe exemple');
    expect(service.hasAttribute('aria-required')).to.equal(false);
    expect(form.find(`label[for="${service.id}"]`)!.textContent).to.contain('(facultatif)');
    expect((await send(form)).locations[0]!.identifiers).to.deep.equal([
      { type: 'group_name', value: 'Groupe exemple' },
    ]);
  });

  itInChromium('asks once about an identifier that looks like something else', async () => {
    const form = await reachWhere('none');
    await choosePlace(form, 'email');
    await form.fill('identifiers.email_address', 'expéditeur inconnu');
    await form.press('Continuer');
    await until(() => form.focused?.matches(REMARK), 'nothing was asked');
    expect(remark(form)).to.contain('semble incomplet');
    expect(form.errors).to.deep.equal([]);
    await form.press('Garder');
    await form.reach(CHECK);
  });

  itInChromium('asks first for what is required, then for what may be left empty', async () => {
    const form = await reachWhere('none');
    await choosePlace(form, 'game');
    const names = form.all('.field > *').flatMap(({ field }) => field ?? []);
    expect(names).to.deep.equal([
      'service',
      'placeKind',
      'identifiers.account_handle',
      'identifiers.server_name',
      'place',
    ]);
  });

  itInChromium('has nothing preselected', async () => {
    const form = await reachWhere('none');
    await until(() => form.find(named('placeKind')), 'the kinds of place did not arrive');
    expect(form.answer('placeKind')).to.equal(undefined);
    expect(form.field('service')!.value).to.equal('');
  });
});

describe('the order of the answers', () => {
  const answers = (form: FormHarness): string[] => form.all(named('where')).map(({ answer }) => answer);

  it('has the page last, and not chosen, unless the page says that visitors’ content is there', async () => {
    const form = await reachWhere();
    expect(answers(form)).to.deep.equal(['elsewhere', 'none', 'here']);
    expect(form.answer('where')).to.equal(undefined);
  });

  it('has the page first, and chosen, where the page says so', async () => {
    const form = await reachWhere(undefined, { 'page-context': 'here' });
    expect(answers(form)).to.deep.equal(['here', 'elsewhere', 'none']);
    expect(form.answer('where')).to.equal('here');
    await form.choose('where', 'none');
    expect(answers(form)).to.deep.equal(['here', 'elsewhere', 'none']);
  });

  it('has the page last where an opener beside its title passes it, and chosen', async () => {
    const form = await reachWhere(undefined, { url: location.href });
    expect(answers(form)).to.deep.equal(['elsewhere', 'none', 'here']);
    expect(form.answer('where')).to.equal('here');
  });

  it('is the same on the page of frequent reporters', async () => {
    for (const [context, order] of [
      ['ask', ['elsewhere', 'none', 'here']],
      ['here', ['here', 'elsewhere', 'none']],
    ] as const) {
      const form = await FormHarness.mount({ flow: 'page', 'page-context': context });
      await form.open();
      expect(answers(form), context).to.deep.equal(order);
    }
  });
});

/** Pretends that the device is used with a finger, or with a mouse. @returns a function that restores it */
function pointWith(pointer: 'coarse' | 'fine'): () => void {
  const { matchMedia } = window;
  window.matchMedia = (query) =>
    query === '(pointer: coarse)' ? matchMedia(pointer === 'coarse' ? 'all' : 'not all') : matchMedia(query);
  return () => void (window.matchMedia = matchMedia);
}

describe('« Comment copier le lien ? »', () => {
  const steps = (form: FormHarness): string[][] =>
    [...form.root.querySelectorAll(`${HOW_FOLD} ol`)].map((list) =>
      [...list.querySelectorAll('li')].map(({ innerText }) => innerText.trim().replaceAll('\u00a0', ' ')),
    );

  async function unfold(form: FormHarness): Promise<void> {
    await form.click(`${HOW_FOLD} > summary`);
    await until(() => steps(form).length, 'the steps did not come');
  }

  it('is folded under the first link, and says it in three steps for a mouse', async () => {
    const restore = pointWith('fine');
    const form = await reachWhere('elsewhere');
    expect((form.find(HOW_FOLD) as HTMLDetailsElement).open).to.equal(false);
    expect(form.find(`.field:has(#${form.field('addresses.0')!.id}) + ${HOW_FOLD}`) === null).to.equal(false);
    expect(steps(form)).to.deep.equal([]);
    await unfold(form);
    expect(steps(form)).to.deep.equal([
      [
        'Cliquez sur le lien, en haut du navigateur.',
        'Faites un clic droit, puis « Copier ».',
        'Revenez ici, et collez le lien.',
      ],
    ]);
    expect(form.root.querySelectorAll(`${HOW_FOLD} li > svg[aria-hidden=true]`).length).to.equal(3);
    restore();
  });

  it('says it for an application and for a browser on a telephone, in three steps each', async () => {
    const restore = pointWith('coarse');
    const form = await reachWhere('elsewhere');
    await unfold(form);
    expect(steps(form)).to.deep.equal([
      [
        'Près du contenu, touchez « Partager ».',
        'Choisissez « Copier le lien ».',
        'Revenez ici, et collez le lien.',
      ],
      [
        'Touchez le lien, en haut ou en bas de l’écran.',
        'Choisissez « Copier ».',
        'Revenez ici, et collez le lien.',
      ],
    ]);
    expect(form.text).to.contain('Dans une application').and.to.contain('Dans un navigateur');
    restore();
  });

  it('stands under the first of several links alone', async () => {
    const form = await reachWhere('elsewhere');
    await form.press('Ajouter un autre lien');
    expect(form.root.querySelectorAll(HOW_FOLD).length).to.equal(1);
  });

  it('leads nobody back to images of minors, and neither does the hint', async () => {
    const form = await FormHarness.mount();
    await form.reachWhere('child_sexual_abuse');
    await form.choose('where', 'elsewhere');
    await hasAddresses(form);
    expect(form.find(HOW_FOLD) === null).to.equal(true);
    expect(form.text).not.to.contain('Copiez-le depuis');
    const procuring = await FormHarness.mount();
    await procuring.reachWhere('procuring');
    await procuring.choose('where', 'elsewhere');
    await hasAddresses(procuring);
    expect(procuring.find(HOW_FOLD) === null).to.equal(false);
    expect(procuring.text).to.contain('Comment copier le lien');
  });

  it('is not there for those who report often', async () => {
    const form = await FormHarness.mount({ flow: 'page' });
    await form.open();
    await form.choose('category', 'hate_violence_discrimination');
    await hasAddresses(form);
    expect(form.find(HOW_FOLD) === null).to.equal(true);
  });
});

describe('where the page is not offered, as in the application', () => {
  itInChromium('asks for the link, and makes sense without « Sur cette page »', async () => {
    const form = await FormHarness.mount({ 'page-context': 'elsewhere' });
    await form.reachWhere('unsure');
    const labels = form.all(named('where')).map(({ id }) => form.find(`label[for="${id}"]`)!.innerText);
    expect(labels).to.deep.equal(['J’ai le lien', 'Je n’ai pas le lien (appli, message, jeu)']);
  });
});

describe('step 2 by keyboard alone', () => {
  afterEach(() => breakReceiver({ mode: 'none' }));

  it('goes from the question to the next step, remark included', async () => {
    const form = await reachWhere();
    form.input(choice('where', 'none'))!.focus();
    await form.key(' ');
    await form.key('ArrowUp');
    await until(() => form.find(named('addresses.0')), 'the arrow chose nothing');
    await form.key('Tab');
    expect(form.focused?.field).to.equal('addresses.0');
    await sendKeys({ type: 'exemple.fr' });
    await form.key('Enter');
    await until(() => form.focused?.matches(REMARK), 'Enter did not continue');
    await form.key('Tab');
    expect((form.focused as HTMLElement).innerText).to.equal('Garder tel quel');
    await form.key('Enter');
    await form.reach(CHECK);
  });
});
