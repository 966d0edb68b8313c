// Those who report for their work, on the one-page form: ways and duties of their own, « la personne » in place of « vous »,
// one sheet for their file, and no victim's door.

import { expect } from '@open-wc/testing';
import { AGAIN, CODE, named, THREATENED_DOOR } from '../../../demo/gallery/driver.ts';
import { includeLanguage } from '../../../src/words/include-language.ts';
import fr from '../../../src/words/locales/fr.json' with { type: 'json' };
import { codeOn, startFollowUps } from './follow-up-harness.ts';
import { CHECK, FormHarness, type Attributes } from './form-harness.ts';
import { until } from '../../setup/until.ts';

const DOORS = ['Faire retirer', 'Prévenir la CRIP, le procureur ou la police', 'Parler à quelqu’un'];

const doorsIn = (form: FormHarness): string[] =>
  [...form.root.querySelectorAll<HTMLElement>('.aims > details > summary')].map(({ innerText }) => innerText);
/** No-break spaces become ordinary ones. */
const textOf = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** The one-page form with its first answers. */
async function filled(role: string, category: string, attributes: Attributes = {}): Promise<FormHarness> {
  const form = await FormHarness.mount({ flow: 'page', ...attributes });
  await form.open();
  await form.select('role', role);
  await form.choose('category', category);
  await form.fill('addresses.0', 'https://exemple.fr/sujet/7');
  return form;
}

async function sent(role: string, category: string, attributes: Attributes = {}): Promise<FormHarness> {
  const form = await filled(role, category, attributes);
  await form.continueTo(CHECK);
  await form.send();
  return form;
}

/** What a button prints. */
async function printed(form: FormHarness, label: string): Promise<string> {
  const real = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow')!;
  let sheet = '';
  const view = Object.assign(new EventTarget(), {
    print: () => (sheet = form.root.querySelector('iframe')!.contentDocument!.body.innerText),
  });
  // No printer is available in tests.
  Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
    configurable: true,
    get: () => view,
  });
  try {
    await form.press(label);
    await until(() => sheet, 'nothing was printed');
  } finally {
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', real);
  }
  view.dispatchEvent(new Event('afterprint'));
  return sheet.replaceAll('\u00a0', ' ');
}

describe('the victim’s door on the one-page form', () => {
  it('stands below the role, and goes with a role of a profession', async () => {
    const form = await FormHarness.mount({ flow: 'page' });
    await form.open();
    const role = form.find(`select${named('role')}`)!;
    expect(role.compareDocumentPosition(form.find(THREATENED_DOOR)!)).to.equal(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
    for (const [chosen, hasDoor] of [
      ['child_protection', false],
      ['witness', true],
      ['professional', false],
      ['other', true],
    ] as const) {
      await form.select('role', chosen);
      expect(form.find(THREATENED_DOOR) !== null, chosen).to.equal(hasDoor);
    }
  });

  it('does not come back, nor its order of places, with blackmail of somebody else', async () => {
    const form = await filled('professional', 'sexual_harassment');
    await form.openQuestions();
    await form.choose('questions.kinds', 'blackmail');
    expect(form.text).not.to.contain('Ne payez pas');
    expect(form.all(named('where')).map(({ answer }) => answer)).to.deep.equal(['elsewhere', 'none', 'here']);
    await form.select('role', 'witness');
    expect(form.all(named('where')).map(({ answer }) => answer)).to.deep.equal(['none', 'elsewhere', 'here']);
  });
});

describe('a professional', () => {
  it('is asked about « la personne », and told what to tell her', async () => {
    const form = await filled('professional', 'sexual_harassment');
    expect(textOf(form.find('.whole')))
      .to.contain('La personne est-elle en danger maintenant ?')
      .and.not.to.contain('Craignez-vous');
    await form.openQuestions();
    await form.choose('questions.kinds', 'intimate_image_shared');
    await form.choose('questions.blackmail', 'yes');
    expect(form.text).to.contain('La personne ne paie pas').and.not.to.contain('Ne payez pas');
    await form.choose('reply', 'yes');
    expect(form.text).not.to.contain('adulte de confiance');
    await form.choose('reply', 'no');
    await form.choose('questions.fearNow', 'no');
    await form.continueTo(CHECK);
    expect(form.text).to.contain('La personne est-elle en danger').and.not.to.contain('Craignez-vous');
    await form.send();
    // Beside the number too.
    expect(textOf(form.find('.notice')))
      .to.contain('La personne ne paie pas')
      .and.not.contain('vous');
  });

  it('finds the cell, the prosecutor and the duties by trade, with their articles, before a complaint', async () => {
    const form = await sent('child_protection', 'child_sexual_abuse');
    expect(doorsIn(form)).to.deep.equal(DOORS);
    await form.openDoor('complain');
    const names = [...form.root.querySelectorAll('.aim-complain .help > li > :first-child')].map(textOf);
    expect(names.slice(0, 2)).to.deep.equal([
      'Information préoccupante à la CRIP du département',
      'Signalement au procureur de la République',
    ]);
    expect(names.at(-1)).to.equal('Ce que la loi demande');
    const text = textOf(form.find('.aim-complain'));
    for (const said of [
      'Ce signalement ne remplace pas ces démarches.',
      'Le 119 transmet au département.',
      'Code de l’action sociale et des familles, art. L. 226-2-1',
      'Code de l’action sociale et des familles, art. L. 226-4',
      'Code de procédure pénale, art. 40',
      'Code pénal, art. 226-14',
      'Code pénal, art. 434-3',
      'prendre la plainte de la personne',
    ])
      expect(text).to.contain(said);
    for (const article of form.root.querySelectorAll('.aim-complain small[lang]'))
      expect(article.getAttribute('lang')).to.equal('fr');
  });

  it('reads « la personne » behind every door, where others read « vous »', async () => {
    const read = async (role: string): Promise<string> => {
      const form = await sent(role, 'sexual_harassment');
      await form.openDoor('remove');
      await form.openDoor('complain');
      return `${textOf(form.find('.aim-remove'))} ${textOf(form.find('.aim-complain'))}`;
    };
    const ofOthers = [
      fr['help.takeitdown'],
      fr['help.stopncii'],
      fr['aim.hash.1'],
      fr['aim.station.1'],
      fr['aim.police.1'],
      fr['aim.police.2'],
    ].map((text) => text.replace(/\s+/g, ' '));
    const [forWork, witness] = [await read('professional'), await read('witness')];
    for (const text of ofOthers) {
      expect(witness).to.contain(text);
      expect(forWork).not.to.contain(text);
    }
    expect(forWork)
      .to.contain('image intime de la personne, prise avant 18 ans')
      .and.to.contain('reste sur l’appareil de la personne');
    expect(witness).not.to.match(/CRIP|procureur|art\. /);
  });

  it('has the ways of everybody where no source knows a cell', async () => {
    const form = await sent('professional', 'unsure', { country: 'PF' });
    await until(() => doorsIn(form).length === 3, 'the lines of the territory did not come');
    await form.openDoor('complain');
    expect(textOf(form.find('.aim-complain .help')))
      .to.contain('Au commissariat')
      .and.not.to.match(/CRIP|Ce que la loi/);
  });

  it('has no empty row, and a sheet, in a language without the words', async () => {
    await includeLanguage('de');
    const form = await FormHarness.mount({ flow: 'page', lang: 'de' });
    await form.open();
    await form.select('role', 'professional');
    await form.choose('category', 'sexual_harassment');
    await form.fill('addresses.0', 'https://exemple.fr/sujet/7');
    await form.next();
    await form.next();
    await form.wait(AGAIN);
    expect(doorsIn(form)).to.have.length(3).and.not.to.include('');
    await form.openDoor('complain');
    const rows = [...form.root.querySelectorAll('.aim-complain .help > li, .aim-complain ol > li')];
    expect(rows.length).to.be.above(2);
    for (const row of rows) expect(textOf(row)).not.to.equal('');
    expect(form.all('.save')).to.have.length(2);
  });
});

describe('the sheet for the file of a professional', () => {
  const SHEET = fr['page.sheet'];

  it('is the only one to print, and has the number, the day and the steps', async () => {
    const form = await sent('child_protection', 'child_sexual_abuse');
    await form.openDoor('remove');
    await form.openDoor('complain');
    expect(form.all<HTMLElement>('.save, .print').map(({ innerText }) => innerText)).to.deep.equal([
      'Enregistrer un reçu',
      SHEET,
    ]);
    const sheet = await printed(form, SHEET);
    const [, day] = /le (\d+ .+)$/.exec(form.find('.stamp')!.innerText)!;
    for (const text of [
      form.reference,
      day!,
      'Point de Contact',
      'Information préoccupante à la CRIP du département',
      '1. Un mineur est en danger',
      'Code de l’action sociale et des familles, art. L. 226-2-1',
      'Code pénal, art. 434-3',
      '3018',
    ])
      expect(sheet).to.contain(text);
    expect(sheet).not.to.match(/sujet|Contenus d’abus|undefined|____| de vous|votre plainte/);
  });

  it('has the category and the links where they are asked for', async () => {
    const form = await sent('professional', 'suicide_incitement');
    form.field('copy')!.click();
    await form.element.updateComplete;
    expect(await printed(form, SHEET))
      .to.contain('Provocation au suicide')
      .and.to.contain('https://exemple.fr/sujet/7')
      .and.to.contain('CRIP');
  });

  it('has a place for the code, and where to come back, but not the code', async () => {
    const { endpoint, address } = await startFollowUps();
    const form = await sent('professional', 'terrorism_bomb_making', { endpoint, 'follow-up': address });
    await form.wait(CODE);
    const code = codeOn(form);
    const sheet = await printed(form, SHEET);
    expect(sheet)
      .to.contain(`${fr['ok.code']}\n____-____-____-____`)
      .and.to.contain('Pour savoir la suite, revenez')
      .and.to.contain(form.reference);
    expect(sheet.replaceAll(/\W/g, '')).not.to.contain(code.replaceAll(/\W/g, ''));
    // It stands on paper alone, once somebody asks for that.
    const paper = await printed(form, fr['follow.print']);
    expect(paper).to.contain(code).and.not.to.contain(form.reference);
  });

  it('is for professionals alone: others have their three', async () => {
    const form = await sent('witness', 'child_sexual_abuse');
    await form.openDoor('remove');
    expect(form.all<HTMLElement>('.save, .print').map(({ innerText }) => innerText)).to.deep.equal([
      fr['aim.print'],
      'Enregistrer un reçu',
      'Imprimer',
    ]);
    expect(await printed(form, fr['aim.print'])).not.to.contain(form.reference);
  });
});
