// The form, from the first step to the number, against the real receiver.

import { expect } from '@open-wc/testing';
import { BODY, CLOSE, ERRORS, named } from '../../../demo/gallery/driver.ts';
import {
  breakReceiver,
  CHECK,
  DISCARD,
  FormHarness,
  SENT,
  storedReports,
  WHAT,
  WHERE,
} from './form-harness.ts';
import { until } from '../../setup/until.ts';

describe('the form', () => {
  afterEach(() => breakReceiver({ mode: 'none' }));

  it('takes a report from the button to the receiver’s disk, and shows its number', async () => {
    const form = await FormHarness.mount({ partner: 'gazette' });
    await form.open();
    expect(form.heading).to.equal(WHAT);
    await form.choose('category', 'child_sexual_abuse');
    await form.continueTo(WHERE);
    expect(form.text).to.contain('Ne faites pas de capture d’écran');
    await form.choose('where', 'elsewhere');
    await form.fill('addresses.0', 'exemple.fr/fil?utm_source=x&p=2#m5');
    await form.continueToDetails();
    await form.choose('role', 'witness');
    await form.fill('details', 'Pseudo : exemple42 \ud800');
    await form.choose('reply', 'yes');
    await form.fill('email', 'nom@exemple.fr');
    await form.continueTo(CHECK);
    expect(form.text).to.contain('https://exemple.fr/fil?p=2#m5').and.to.contain('nom@exemple.fr');
    await form.send();
    expect(form.reference).to.match(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);

    const report = (await storedReports()).at(-1)!;
    expect(report.category).to.equal('child_sexual_abuse');
    expect(report.locations[0]!.url!.value).to.equal('https://exemple.fr/fil?p=2#m5');
    expect(report.content!.description).to.equal('Pseudo : exemple42 \ufffd');
    expect(report.reporter).to.deep.equal({
      role: 'witness',
      anonymous: false,
      followUp: 'email',
      contact: { email: 'nom@exemple.fr' },
    });
    expect(report.source.partnerId).to.equal('gazette');
  });

  it('forgets every answer once the report has arrived', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck({ address: 'https://canari.example/secret' });
    await form.send();
    expect(form.root.textContent).not.to.contain('canari');
    await form.press('Faire un autre signalement');
    await form.reach(WHAT);
    expect(form.find('input:checked') === null).to.equal(true);
  });

  it('saves a receipt with the number, the day and the hotline, and nothing of the report', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck({ address: 'https://canari.example/secret' });
    await form.send();
    const { click } = HTMLAnchorElement.prototype;
    let saved: { name: string; text: Promise<string> } | undefined;
    // The browser owns the download itself: the test reads the file instead.
    HTMLAnchorElement.prototype.click = function read(this: HTMLAnchorElement) {
      saved = { name: this.download, text: fetch(this.href).then((file) => file.text()) };
    };
    try {
      await form.press('Enregistrer un reçu');
      await until(() => saved, 'nothing was saved');
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
    const text = await saved!.text;
    expect(saved!.name).to.equal('recu.txt');
    expect(text).to.contain(form.reference).and.to.contain('Point de Contact');
    expect(text).not.to.match(/canari|haine|https/i);
    expect(text.split('\n')).to.have.length(3);
  });

  it('copies the number and says so, or says that it could not', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    await form.send();
    const copied: string[] = [];
    const { clipboard } = navigator;
    const replace = (writeText: (text: string) => Promise<void>): void =>
      void Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    // The browser decides whether a page may write to the clipboard: the test covers both answers.
    replace(async (text) => void copied.push(text));
    await form.press('Copier le numéro');
    await until(
      () => form.find('.unseen[role="status"]')!.textContent === 'C’est copié.',
      'nothing was said',
    );
    expect(copied).to.deep.equal([form.reference]);
    replace(() => Promise.reject(new Error('denied')));
    await form.press('Copier le numéro');
    await until(
      () => form.find('.unseen[role="alert"]')!.textContent?.startsWith('La copie n’a pas marché.'),
      'the failure was not said',
    );
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
  });

  it('says what is missing on every step, leads there, and keeps what was given', async () => {
    const form = await FormHarness.mount();
    await form.open();
    await form.press('Continuer');
    await until(() => form.errors.length, 'no error was shown');
    expect(form.errors).to.deep.equal(['Choisissez ce que vous voulez signaler']);
    expect(form.focused?.className).to.equal('summary-title');
    form.find(`${ERRORS} a`)!.click();
    expect(form.focused?.field).to.equal('category');

    await form.choose('category', 'unsure');
    await form.continueTo(WHERE);
    await form.press('Continuer');
    await until(() => form.errors.length, 'no error was shown');
    expect(form.errors).to.deep.equal(['Choisissez où se trouve le contenu']);
    await form.choose('where', 'elsewhere');
    await form.press('Continuer');
    await until(() => form.errors[0] === 'Collez le lien', 'the missing address was not named');
    const field = form.find(named('addresses.0'))!;
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    expect(
      form.find(`#${field.getAttribute('aria-describedby')!.split(' ').at(-1)}`)!.textContent,
    ).to.contain('Collez le lien');

    await form.fill('addresses.0', 'data:image/png;base64,AAAA');
    await form.press('Continuer');
    await until(
      () => form.errors[0] === 'Collez seulement un lien, sans image ni vidéo',
      'the picture was not refused',
    );
    await form.fill('addresses.0', 'https://exemple.fr/page');
    await form.continueToDetails();

    await form.fill('details', 'é'.repeat(2001));
    await until(() => form.text.includes('1 caractère en trop'), 'it was not counted');
    await form.choose('reply', 'yes');
    await form.press('Continuer');
    await until(() => form.errors.length === 2, 'two errors were expected');
    expect(form.errors).to.deep.equal([
      'Les précisions doivent faire 2\u202f000 caractères ou moins',
      'Entrez votre adresse e-mail, ou choisissez « Non, pas de réponse »',
    ]);
    expect(form.field('details')!.value).to.have.length(2001);
  });

  it('goes back without losing an answer, and « Modifier » comes back to the review', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    await form.press('Retour');
    await form.reach(WHERE);
    expect(form.field('addresses.0')!.value).to.equal('https://exemple.fr/page');
    await form.continueTo(CHECK);
    await form.press('Modifier');
    await form.reach(WHAT);
    await form.choose('category', 'procuring');
    await form.continueTo(CHECK);
    expect(form.text).to.contain('Proxénétisme');
  });

  it('moves focus to the heading of each step, and back to the button in the end', async () => {
    const form = await FormHarness.mount();
    await form.open();
    await until(() => form.focused?.localName === 'h2', 'the heading did not take focus');
    await form.choose('category', 'unsure');
    await form.continueTo(WHERE);
    await until(() => form.focused?.localName === 'h2', 'the heading did not take focus');
    await form.press('Retour');
    await form.reach(WHAT);
    form.element.reset();
    await form.element.updateComplete;
    form.find(CLOSE)!.click();
    await until(
      () => !form.dialog.open && form.focused === form.launcher,
      'focus did not come back to the button',
    );
  });

  it('opens with focus at the heading at once and the view at its top, which a screen reader says in one go', async () => {
    const form = await FormHarness.mount();
    const focused: string[] = [];
    form.root.addEventListener('focusin', ({ target }) => focused.push((target as Element).localName));
    await form.open();
    expect(focused).to.deep.equal(['h2']);
    // High enough for the heading and the room that focus keeps around it: with less, WebKit scrolls to that room.
    form.find(BODY)!.style.maxHeight = '200px';
    form.find(BODY)!.scrollTop = 50;
    form.dialog.close();
    await form.open();
    expect(form.focused?.localName).to.equal('h2');
    expect(form.find(BODY)!.scrollTop).to.equal(0);
    expect(form.find('[autofocus]')).to.equal(null);
  });

  it('sends several addresses as so many places, and takes one back', async () => {
    const form = await FormHarness.mount();
    await form.reachWhere('unsure');
    await form.choose('where', 'elsewhere');
    await form.fill('addresses.0', 'https://a.example/1 https://b.example/2');
    await form.press('Ajouter un autre lien');
    await until(() => form.focused?.field === 'addresses.1', 'the new field did not take focus');
    await form.fill('addresses.1', 'https://c.example/3');
    await form.press('Ajouter un autre lien');
    await form.press('Retirer le lien 3');
    await until(() => !form.find(named('addresses.2')), 'the field is still there');
    await form.continueTo(CHECK);
    await until(
      () => form.find('.unseen[role="status"]')!.textContent === '3 liens trouvés.',
      'nothing was said',
    );
    await form.send();
    const report = (await storedReports()).at(-1)!;
    expect(report.locations[0]!.url!.changes).to.deep.equal(['split_from_list']);
    expect(report.locations.map(({ id, url }) => [id, url?.value])).to.deep.equal([
      ['L1', 'https://a.example/1'],
      ['L2', 'https://b.example/2'],
      ['L3', 'https://c.example/3'],
    ]);
  });

  it('takes a place in words where there is no address', async () => {
    const form = await FormHarness.mount();
    await form.reachWhere('suicide_incitement');
    expect(form.text).to.contain('3114');
    await form.choose('where', 'none');
    await form.press('Continuer');
    await until(
      () => form.errors[0] === 'Écrivez le nom du site ou de l’application',
      'the missing place was not named',
    );
    await form.fill('place', 'Groupe « Exemple » sur une messagerie');
    await form.continueTo(CHECK);
    await form.send();
    const [location] = (await storedReports()).at(-1)!.locations;
    expect(location!.identifiers).to.deep.equal([
      { type: 'other', value: 'Groupe « Exemple » sur une messagerie' },
    ]);
  });

  it('asks before answers are lost: Escape in the question means staying, twice does not close', async () => {
    const form = await FormHarness.mount();
    await form.open();
    await form.choose('category', 'unsure');
    await form.laterPart();
    await form.key('Escape');
    await form.reach(DISCARD);
    expect(form.focused?.localName).to.equal('h2');
    await form.key('Escape');
    await form.reach(WHAT);
    expect(form.dialog.open).to.equal(true);
    expect(form.input('input:checked')!.answer).to.equal('unsure');
    await form.key('Escape');
    await form.key('Escape');
    await form.key('Escape');
    await form.reach(DISCARD);
    expect(form.dialog.open).to.equal(true);
    await form.press('Effacer et fermer');
    await until(() => !form.dialog.open, 'the dialog did not close');
    await form.open();
    expect(form.heading).to.equal(WHAT);
    expect(form.find('input:checked') === null).to.equal(true);
  });

  it('leads « Continuer » and « Retour » to the heading of the other step', async () => {
    const form = await FormHarness.mount();
    await form.open();
    await form.choose('category', 'unsure');
    form.button('Continuer')!.focus();
    await form.continueTo(WHERE);
    expect(form.focused?.textContent).to.equal(WHERE);
    form.button('Retour')!.focus();
    await form.press('Retour');
    await form.reach(WHAT);
    expect(form.focused?.textContent).to.equal(WHAT);
  });

  it('keeps the answers of a dialog that was closed over the reporter’s head, and says so', async () => {
    const form = await FormHarness.mount();
    await form.open();
    await form.choose('category', 'unsure');
    form.element.close();
    await until(() => !form.dialog.open, 'the dialog did not close');
    await form.open();
    await form.laterPart();
    expect(form.text).to.contain('Vos réponses sont toujours là.');
    expect(form.input('input:checked')!.answer).to.equal('unsure');
    await form.press('Tout effacer');
    await until(() => !form.find('input:checked'), 'the answer is still there');
  });

  it('tells the page what happens, and nothing of what was written', async () => {
    const form = await FormHarness.mount();
    const heard: Event[] = [];
    for (const type of ['cs-open', 'cs-step', 'cs-sent', 'cs-close', 'cs-error', 'cs-exit']) {
      document.addEventListener(type, (event) => heard.push(event), { once: type !== 'cs-step' });
    }
    await form.reachCheck({ address: 'https://canari.example/page' });
    await form.send();
    await form.press('Fermer');
    await until(() => heard.some(({ type }) => type === 'cs-close'), 'cs-close was not fired');
    expect(heard.map((event) => [event.type, 'step' in event ? event.step : undefined])).to.deep.equal([
      ['cs-open', undefined],
      ['cs-step', 1],
      ['cs-step', 2],
      ['cs-step', 3],
      ['cs-sent', undefined],
      ['cs-close', undefined],
    ]);
    for (const event of heard)
      expect(Object.keys(event).filter((key) => key !== 'isTrusted' && key !== 'step')).to.deep.equal([]);
  });

  for (const tag of ['cliquez-signalez', 'cliquez-signalez-form'] as const)
    it(`has focus on its heading once it is open: ${tag}`, async () => {
      const form = await FormHarness.mount({}, tag);
      let focused: string | undefined;
      form.element.addEventListener('cs-open', () => (focused = form.focused?.localName), { once: true });
      await form.element.open();
      await until(() => focused !== undefined, 'cs-open was not fired with focus in the form');
      expect(focused).to.equal('h2');
    });

  it('shows the same views in the page, without a dialog', async () => {
    const form = await FormHarness.mount({ fields: '' }, 'cliquez-signalez-form');
    await form.reach(WHAT);
    expect(form.dialog === null).to.equal(true);
    expect(form.text).to.contain('Étape 1 sur 3');
    await form.choose('category', 'unsure');
    await form.continueTo(WHERE);
    await form.choose('where', 'here');
    await form.continueTo(CHECK);
    await form.send();
    expect(form.heading).to.equal(SENT);
  });

  it('speaks English where the page does, and changes with it', async () => {
    const form = await FormHarness.mount({ lang: 'en' });
    await form.open();
    expect(form.heading).to.equal('What do you want to report?');
    form.element.lang = 'fr';
    form.element.requestUpdate();
    await form.reach(WHAT);
    expect(form.dialog.lang).to.equal('fr');
  });
});
