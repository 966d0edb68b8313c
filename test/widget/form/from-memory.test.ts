// An answer to the hotline's question where the content is: nobody knows what the content is, so nobody is sent back to it.

import { expect } from '@open-wc/testing';
import { BACK, BODY, HEADING, named, REPLY } from '../../../demo/gallery/driver.ts';
import fr from '../../../src/words/locales/fr.json' with { type: 'json' };
import { ask, decide, DOOR, sendCoded, startFollowUps, type FollowUps } from './follow-up-harness.ts';
import { CHECK, FormHarness, SENT, WHAT, WHERE, type Attributes } from './form-harness.ts';
import { until } from '../../setup/until.ts';

const STRICT = [fr['follow.memory'], fr['notice.csam.title'], fr['notice.csam.body']];

/** Sentences that lead to the content, or to a copy of it. */
const LEADING = [
  fr['s2.url.hint'],
  fr['s2.url.how'],
  fr['aim.platform.1'],
  fr['keep.screen'],
  fr['keep.facts'],
  fr['notice.evidence'],
];

describe('an answer from memory', () => {
  let given: FollowUps;
  let code: string;
  let first: string;

  before(async () => {
    given = await startFollowUps();
  });

  // A report of its own: the receiver joins three answers to one (`MAX_ADDITIONS`), then asks no more.
  beforeEach(async () => {
    const sent = await sendCoded(await mount());
    code = sent.code;
    first = sent.reference;
    await decide(given, sent.reference, 'question');
  });

  const mount = (attributes: Attributes = {}): Promise<FormHarness> =>
    FormHarness.mount({ endpoint: given.endpoint, 'follow-up': given.address, ...attributes });

  /** The view of the question. */
  async function reachAnswer(attributes: Attributes = {}): Promise<FormHarness> {
    const form = await mount(attributes);
    // The form on one page has no door to it.
    await form.element.open({ followUp: true });
    await form.reach(DOOR);
    await ask(form, code);
    await form.reach(fr['follow.question']);
    return form;
  }

  /** The place of the answer. */
  async function reachPlace(attributes: Attributes = {}): Promise<FormHarness> {
    const form = await reachAnswer(attributes);
    await form.click(REPLY);
    await until(() => form.field('where'), 'the place');
    return form;
  }

  /** What stands in the notice, which is red and comes before the choices. */
  function isStrict(form: FormHarness): void {
    const notices = [...form.root.querySelectorAll<HTMLElement>(`${BODY} .notice.warning`)];
    expect(notices.length).to.equal(1);
    for (const sentence of STRICT) expect(notices[0]!.innerText).to.contain(sentence);
    for (const sentence of LEADING) expect(form.text).not.to.contain(sentence);
  }

  const described = (form: FormHarness, selector: string): string =>
    (form.find(selector)!.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => form.root.getElementById(id)?.textContent ?? '')
      .join(' ');

  it('is asked for with the strictest notice, which the heading says', async () => {
    const form = await reachAnswer();
    isStrict(form);
    expect(described(form, HEADING)).to.contain(fr['follow.memory']).and.to.contain(fr['notice.csam.title']);
    // Before the button that answers.
    const [notice, button] = ['.notice.warning', REPLY].map((one) => form.find(one)!);
    expect(notice!.compareDocumentPosition(button!)).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('begins at the place with the same notice, and without a word on where to copy a link', async () => {
    const form = await reachPlace();
    expect(form.heading).to.equal(WHERE);
    isStrict(form);
    expect(described(form, HEADING)).to.contain(fr['follow.memory']);
    await form.choose('where', 'elsewhere');
    isStrict(form);
  });

  it('offers the page on which one answers last', async () => {
    const form = await reachPlace();
    const values = form.all(named('where')).map(({ answer }) => answer);
    expect(values).to.deep.equal(['none', 'elsewhere', 'here']);
  });

  for (const category of [
    'hate_violence_discrimination',
    'sexual_harassment',
    'suicide_incitement',
    'procuring',
    'child_sexual_abuse',
  ])
    it(`keeps the notice where the reporter goes back and chooses ${category}`, async () => {
      const form = await reachPlace();
      await form.click(BACK);
      await form.reach(WHAT);
      await form.choose('category', category);
      await form.continueTo(WHERE);
      isStrict(form);
    });

  it('keeps the notice for those who come by the victim’s door, and when the review leads back', async () => {
    const form = await reachPlace();
    await form.locate('https://exemple.fr/la');
    await form.next();
    await form.reach(CHECK);
    await form.click('.row-where [part=change]');
    await form.reach(WHERE);
    isStrict(form);
    await form.continueTo(CHECK);
    await form.click(BACK);
    await form.click(BACK);
    await form.reach(WHAT);
    await form.click('.door [part=secondary]');
    await until(() => form.heading !== WHAT, 'the place');
    isStrict(form);
  });

  it('has the notice in the form on one page, for every role', async () => {
    const form = await reachPlace({ flow: 'page' });
    isStrict(form);
    for (const role of ['professional', 'target'])
      for (const category of ['hate_violence_discrimination', 'child_sexual_abuse', 'suicide_incitement']) {
        await form.select('role', role);
        await form.choose('category', category);
        isStrict(form);
      }
  });

  it('has the notice in a form in the page', async () => {
    const form = await reachPlace({ mode: 'inline', view: 'follow-up' });
    isStrict(form);
  });

  it('stays an answer where the browser closed the dialog, and is joined', async () => {
    const form = await reachPlace();
    await form.choose('where', 'none');
    await form.fill('place', 'Le salon « Amis » sur une messagerie');
    const told = new Promise((resolve) => form.element.addEventListener('cs-close', resolve, { once: true }));
    form.dialog.close();
    await told;
    await form.open();
    await form.reach(WHERE);
    isStrict(form);
    // Another look at the question does not make a report of its own of it.
    await form.click(BACK);
    await form.reach(WHAT);
    await form.press(fr['follow.door']);
    await form.press(fr['drop.stay']);
    await form.reach(WHAT);
    await form.continueTo(WHERE);
    isStrict(form);
    await form.continueTo(CHECK);
    await form.send();
    await until(() => form.text.includes(fr['follow.added']), 'the answer is joined');
  });

  it('reviews the place alone, and keeps the number of the first report', async () => {
    const form = await reachPlace();
    await form.locate('https://exemple.fr/la');
    await form.next();
    await form.reach(CHECK);
    expect(form.find('.row-what')).to.equal(null);
    expect(form.find('.row-where')).not.to.equal(null);
    await form.send();
    await until(() => form.text.includes(fr['follow.added']), 'the answer is joined');
    expect(form.reference).to.equal(first);
  });

  it('leads nobody to a platform’s own form, beside the question and after the answer', async () => {
    const form = await reachAnswer();
    await form.openDoor('remove');
    expect(form.text).not.to.contain(fr['aim.platform.1']);
    await form.press(fr['follow.answer']);
    await form.reach(WHERE);
    await form.click('.doors > summary');
    await form.openDoor('remove');
    expect(form.text).not.to.contain(fr['aim.platform.1']);
    await form.locate('https://exemple.fr/la');
    await form.next();
    await form.reach(CHECK);
    await form.press('Envoyer le signalement');
    await form.reach(SENT);
    await until(() => form.text.includes(fr['follow.added']), 'the answer is joined');
    if (!form.find('.aim-remove[open]')) await form.openDoor('remove');
    expect(form.text).not.to.contain(fr['aim.platform.1']);
  });

  it('leaves no door empty where the reporter chooses a category for which there is the platform alone', async () => {
    const form = await reachPlace({ 'hotline-url': 'https://www.pointdecontact.net/' });
    await form.click(BACK);
    await form.reach(WHAT);
    await form.choose('category', 'hate_violence_discrimination');
    await form.continueTo(WHERE);
    await form.locate('https://exemple.fr/la');
    await form.continueTo(CHECK);
    await form.send();
    await form.openDoor('remove');
    expect(form.text).not.to.contain(fr['aim.platform.1']);
    expect(form.root.querySelectorAll('.aim-remove .help > li').length).to.be.greaterThan(0);
  });

  it('forgets that it is one with its answers: the next report has its own notice and a code', async () => {
    const form = await reachPlace();
    await form.choose('where', 'elsewhere');
    form.element.reset();
    // It was opened for the question.
    await form.reach(DOOR);
    await form.press(fr['ok.again']);
    await form.reach(WHAT);
    await form.choose('category', 'suicide_incitement');
    await form.continueTo(WHERE);
    expect(form.text).not.to.contain(fr['follow.memory']);
    expect(form.find('.notice.warning') === null).to.equal(true);
  });
});
