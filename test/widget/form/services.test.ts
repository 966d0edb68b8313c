// Content without a link: the service is named first, and its own fields follow; what nobody can find is said once; the
// name of a service in the field for a link leads to the same fields.

import { expect, nextFrame } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { BODY, choice, MAIN, ONE_PAGE, REMARK } from '../../../demo/gallery/driver.ts';
import type { Report } from '../../../src/core/report/report.ts';
import { type Attributes, CHECK, FormHarness, storedReports, WHERE } from './form-harness.ts';
import { until } from '../../setup/until.ts';

const ACCOUNT = 'identifiers.account_handle';

/** A form at step 2, without a link. */
async function reachNowhere(
  attributes: Attributes = {},
  tag?: 'cliquez-signalez-form',
): Promise<FormHarness> {
  const form = await FormHarness.mount(attributes, tag);
  await form.reachWhere('sexual_harassment');
  await form.choose('where', 'none');
  return form;
}

/** Types a name, and waits for a field that it brings. */
async function name(form: FormHarness, service: string, field = ACCOUNT): Promise<void> {
  await form.fill('service', service);
  await until(() => form.field(field), `« ${service} » brought no field`);
}

/** The fields of the place, in order. */
const fields = (form: FormHarness): string[] =>
  form
    .all('.field > *')
    .flatMap(({ field }) => field ?? [])
    .filter((one) => !one.startsWith('questions.'));

const focused = (form: FormHarness): string => form.focused?.field ?? '';
const labelOf = (form: FormHarness, field: string): string =>
  form
    .find(`label[for="${form.field(field)!.id}"]`)!
    .innerText.replaceAll('\u202f', ' ')
    .trim();

async function sent(form: FormHarness): Promise<Report['locations']> {
  await form.continueTo(CHECK);
  await form.send();
  return (await storedReports()).at(-1)!.locations;
}

describe('content without a link', () => {
  it('is asked for by the name of the service first; a name that is known brings its own fields', async () => {
    const form = await reachNowhere();
    expect(fields(form)).to.deep.equal(['service', 'placeKind', 'place']);
    expect(labelOf(form, 'service')).to.equal('Sur quelle application, quel site ou quel jeu ?');
    await name(form, 'snap');
    expect(fields(form)).to.deep.equal(['service', ACCOUNT, 'place']);
    expect(form.text).to.contain('Celui de cette personne, pas le vôtre');
    expect(form.text).to.contain('Jamais de mot de passe');
    expect(labelOf(form, 'place')).to.equal('Notez tout ce qui permet de le retrouver (facultatif)');
    await form.fill(ACCOUNT, 'mechant_123');
    expect(await sent(form)).to.deep.equal([
      {
        id: 'L1',
        place: 'social_network',
        service: 'snap',
        identifiers: [{ type: 'account_handle', value: 'mechant_123' }],
      },
    ]);
  });

  for (const [service, expected] of [
    ['watsapp', ['phone_number', 'display_name', 'group_name']],
    ['télégram', ['group_name', 'account_handle', 'invite_link']],
    ['Discorde', ['server_name', 'account_handle', 'invite_link']],
    ['fortnight', ['account_handle', 'server_name']],
    ['ps5', ['account_handle']],
  ] as const)
    it(`asks on « ${service} » for ${expected.join(', ')}`, async () => {
      const form = await reachNowhere();
      const types = expected.map((type) => `identifiers.${type}`);
      await name(form, service, types[0]);
      expect(fields(form)).to.deep.equal(['service', ...types, 'place']);
      for (const type of types) expect(labelOf(form, type)).to.contain('(facultatif)');
    });

  it('does not speak of a game where a server is none', async () => {
    const form = await reachNowhere();
    await name(form, 'discord', 'identifiers.server_name');
    expect(form.text).not.to.contain('dans le jeu');
    await name(form, 'roblox', 'identifiers.server_name');
    expect(form.text).to.contain('dans le jeu');
  });

  it('keeps focus and text while a name is typed letter by letter', async () => {
    const form = await reachNowhere();
    form.field('service')!.focus();
    await sendKeys({ type: 'Snapchat' });
    await until(() => form.field(ACCOUNT), 'no field came');
    expect(focused(form)).to.equal('service');
    expect(form.field('service')!.value).to.equal('Snapchat');
    await sendKeys({ press: 'Tab' });
    expect(focused(form)).to.equal(ACCOUNT);
  });

  for (const [width, height] of [
    [390, 844],
    [320, 568],
  ] as const)
    it(`shows the next field below the name that is being written, ${width} × ${height}`, async () => {
      await setViewport({ width, height });
      const form = await reachNowhere();
      form.field('service')!.focus();
      await sendKeys({ type: 'snap' });
      await until(() => form.field(ACCOUNT), 'no field came');
      await nextFrame();
      const body = form.find(BODY)!.getBoundingClientRect();
      for (const field of ['service', ACCOUNT]) {
        const { top, bottom } = form.field(field)!.getBoundingClientRect();
        expect(top >= body.top - 1 && bottom <= body.bottom + 1, field).to.equal(true);
      }
      expect(focused(form)).to.equal('service');
      await setViewport({ width: 800, height: 600 });
    });

  it('has the list of kinds for a name that nobody knows, and says one thing once', async () => {
    const form = await reachNowhere();
    await name(form, 'snap');
    await form.fill('service', 'monpetitsite');
    expect(fields(form)).to.deep.equal(['service', 'placeKind', 'place']);
    await form.select('placeKind', 'other');
    expect(form.text.split('Notez tout ce qui permet de le retrouver').length).to.equal(2);
    await form.select('placeKind', 'game');
    await form.fill(ACCOUNT, 'joueur');
    // A kind that was chosen stands: what was typed stays in sight.
    await form.fill('service', 'whatsapp');
    expect(form.field(ACCOUNT)!.value).to.equal('joueur');
    expect((await sent(form))[0]!.place).to.equal('game');
  });

  it('says once that nothing finds the content, and holds nobody back', async () => {
    const form = await reachNowhere();
    await name(form, 'snap');
    await form.press('Continuer');
    await until(() => form.focused?.matches(REMARK), 'nothing was said');
    const said = form.find(REMARK)!;
    expect(said.innerText).to.contain(
      'Sans pseudo ni lien, Point de Contact ne pourra pas retrouver le contenu.',
    );
    expect(form.field(ACCOUNT)!.closest('.field')!.contains(said)).to.equal(true);
    expect(form.errors).to.deep.equal([]);
    await form.press('Garder tel quel');
    await form.reach(CHECK);
    expect(form.text.split('snap').length, 'the service is shown once').to.equal(2);
    await form.send();
    expect((await storedReports()).at(-1)!.locations).to.deep.equal([
      { id: 'L1', place: 'social_network', service: 'snap', identifiers: [{ type: 'other', value: 'snap' }] },
    ]);
  });

  it('goes on with what is written after that word, and with the words alone', async () => {
    const form = await reachNowhere();
    await name(form, 'snap');
    await form.press('Continuer');
    await until(() => form.find(REMARK), 'nothing was said');
    await form.fill(ACCOUNT, 'mechant_123');
    expect((await sent(form))[0]!.identifiers).to.deep.equal([
      { type: 'account_handle', value: 'mechant_123' },
    ]);
    const other = await reachNowhere();
    await other.fill('service', 'monpetitsite');
    await other.fill('place', 'le groupe de la classe');
    expect((await sent(other))[0]!.identifiers).to.deep.equal([
      { type: 'other', value: 'le groupe de la classe' },
    ]);
  });

  it('leaves the word out where the language lacks its sentence', async () => {
    const form = await FormHarness.mount();
    form.element.messages = { 'remark.nowhere': '' };
    await form.reachWhere('sexual_harassment');
    await form.choose('where', 'none');
    await name(form, 'snap');
    await form.continueTo(CHECK);
  });

  it('is asked for in the same way on one page, and in a form in the page', async () => {
    const page = await FormHarness.mount({ flow: 'page' });
    await page.open();
    await page.wait(ONE_PAGE);
    await page.choose('category', 'sexual_harassment');
    await page.choose('where', 'none');
    await name(page, 'insta');
    await page.fill(ACCOUNT, 'compte');
    expect((await sent(page))[0]).to.include({ place: 'social_network', service: 'insta' });
    const inline = await reachNowhere({}, 'cliquez-signalez-form');
    await name(inline, 'insta');
    await inline.fill(ACCOUNT, 'compte');
    expect((await sent(inline))[0]).to.include({ place: 'social_network', service: 'insta' });
  });
});

describe('the name of a service in the field for a link', () => {
  async function reachLink(text: string, attributes: Attributes = {}): Promise<FormHarness> {
    const form = await FormHarness.mount(attributes);
    await form.reachWhere('sexual_harassment');
    await form.choose('where', 'elsewhere');
    await form.fill('addresses.0', text);
    return form;
  }

  it('leads to the fields of that service, with focus there', async () => {
    const form = await FormHarness.mount();
    await form.reachWhere('sexual_harassment');
    await form.choose('where', 'elsewhere');
    form.field('addresses.0')!.focus();
    await sendKeys({ type: 'Facebook' });
    await form.press('Continuer');
    await until(() => focused(form) === ACCOUNT, 'focus went elsewhere');
    expect(form.heading).to.equal(WHERE);
    expect(form.input(choice('where', 'none'))!.checked).to.equal(true);
    expect(form.field('service')!.value).to.equal('Facebook');
    expect(form.find(REMARK)).to.equal(null);
    await form.fill(ACCOUNT, 'Nom Exemple');
    // Names there have two words: it is not asked about.
    await form.press('Continuer');
    await form.reach(CHECK);
    await form.send();
    expect((await storedReports()).at(-1)!.locations).to.deep.equal([
      {
        id: 'L1',
        place: 'social_network',
        service: 'Facebook',
        identifiers: [{ type: 'account_handle', value: 'Nom Exemple' }],
      },
    ]);
  });

  it('is still there for somebody who goes back to the link, and is sent from there', async () => {
    const form = await reachLink('Facebook');
    await form.click(MAIN);
    await until(() => focused(form) === ACCOUNT, 'focus went elsewhere');
    await form.choose('where', 'elsewhere');
    expect(form.field('addresses.0')!.value).to.equal('Facebook');
    expect(await sent(form)).to.deep.equal([
      {
        id: 'L1',
        place: 'social_network',
        service: 'Facebook',
        identifiers: [{ type: 'other', value: 'Facebook' }],
      },
    ]);
  });

  it('keeps the question where there is more, and the answer says the kind of place', async () => {
    const form = await reachLink('@pseudo_exemple');
    await form.press('Continuer');
    await until(() => form.find(REMARK), 'nothing was asked');
    expect(form.input(choice('where', 'elsewhere'))!.checked).to.equal(true);
    await form.fill('service', 'Insta');
    expect(await sent(form)).to.deep.equal([
      {
        id: 'L1',
        place: 'social_network',
        service: 'Insta',
        identifiers: [{ type: 'account_handle', value: '@pseudo_exemple' }],
      },
    ]);
  });
});
