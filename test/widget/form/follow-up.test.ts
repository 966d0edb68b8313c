// What became of a report: its code on the sent view, the question for it, every answer in words, and an answer to the
// hotline's question, with the real receiver.

import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { BODY, EXIT, HEADING } from '../../../demo/gallery/driver.ts';
import { FOLLOW_UP_STATES, type FollowUpState } from '../../../src/core/follow-up/answer.ts';
import { makeCode, readCode, writtenCode } from '../../../src/core/follow-up/code.ts';
import { hashOf, locatorOf } from '../../../src/core/follow-up/locator.ts';
import type { Report } from '../../../src/core/report/report.ts';
import fr from '../../../src/words/locales/fr.json' with { type: 'json' };
import { CHECK, FormHarness, nextTask, SENT, WHAT, WHERE, type Attributes } from './form-harness.ts';
import { until } from '../../setup/until.ts';
import {
  ask,
  codeOn,
  decide as decideThat,
  DOOR,
  reachQuestion,
  sendCoded as send,
  startFollowUps,
} from './follow-up-harness.ts';
import { IdleClock } from './idle-clock.ts';

interface FollowUpRow {
  readonly reference: string;
  readonly additions: readonly { readonly reference: string }[];
}

describe('what became of a report', () => {
  const { fetch } = window;
  let endpoint: string;
  let address: string;
  /** Every request of the widget to the receiver. */
  let asked: { url: string; body: string }[];

  before(async () => {
    ({ endpoint, address } = await startFollowUps());
  });

  beforeEach(() => {
    asked = [];
    window.fetch = (input, init = {}) => {
      asked.push({ url: input as string, body: init.body as string });
      return fetch(input, init);
    };
  });
  afterEach(() => (window.fetch = fetch));

  const mount = (attributes: Attributes = {}): Promise<FormHarness> =>
    FormHarness.mount({ endpoint, 'follow-up': address, ...attributes });

  const reports = async (): Promise<Report[]> =>
    (await executeServerCommand<string[], string>('receiver-with-reports', endpoint)).map(
      (body) => JSON.parse(body) as Report,
    );
  const followUps = (): Promise<FollowUpRow[]> =>
    executeServerCommand<FollowUpRow[], string>('receiver-follow-ups', endpoint);
  const decide = (reference: string, state: FollowUpState): Promise<unknown> =>
    decideThat({ endpoint, address }, reference, state);
  it('shows a code once, of which the report carries the hash alone', async () => {
    const form = await mount();
    const { code, reference } = await send(form);
    expect(code).to.match(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
    const read = readCode(code);
    const symbols = 'code' in read ? read.code : '';
    const report = (await reports()).at(-1)!;
    const locator = await locatorOf(symbols);
    expect(report.followUp).to.deep.equal({ hash: await hashOf(locator) });
    expect(report.reporter.followUp).to.equal('code');
    const sent = asked.map(({ body }) => body).join(' ');
    for (const secret of [symbols, code, locator]) expect(sent).not.to.contain(secret);
    expect((await followUps()).some((row) => row.reference === reference)).to.equal(true);
    // No button copies it; the number's does.
    const copying = [...form.root.querySelectorAll('button')].filter(({ innerText }) =>
      innerText.startsWith('Copier'),
    );
    expect(copying.map(({ innerText }) => innerText)).to.deep.equal([fr['ok.ref.copy']]);
    expect(form.text).to.contain(fr['follow.code.hint']);
    await form.press(fr['ok.again']);
    await form.press(fr['ok.again']);
    await form.reach(WHAT);
    expect(form.root.textContent).not.to.contain(code);
  });

  it('waits for the code of a report, however slowly the device makes it', async () => {
    const { digest } = SubtleCrypto.prototype;
    SubtleCrypto.prototype.digest = async function (...given) {
      await new Promise((resolve) => setTimeout(resolve, 300));
      return digest.apply(this, given);
    };
    try {
      const { code } = await send(await mount());
      expect('code' in readCode(code)).to.equal(true);
    } finally {
      SubtleCrypto.prototype.digest = digest;
    }
  });

  it('leaves reports as they were where the page names no address, a bad one, or in practice', async () => {
    const { warn } = console;
    console.warn = () => {};
    try {
      for (const attributes of [{}, { 'follow-up': 'http://hotline.example/v1/follow-up' }] as Attributes[]) {
        const form = await FormHarness.mount({ endpoint, ...attributes });
        await send(form);
        expect(codeOn(form)).to.equal('');
        expect((await reports()).at(-1)!.schemaVersion).to.equal('1.0');
      }
      const form = await mount({ practice: '' });
      await form.reachSent();
      await until(() => form.reference, 'a number');
      expect(codeOn(form)).to.equal('');
    } finally {
      console.warn = warn;
    }
    expect(asked.filter(({ url }) => url === address)).to.deep.equal([]);
  });

  it('has no door and no code where the browser has no cryptography, as over http', async () => {
    const { subtle } = crypto;
    Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });
    try {
      const form = await mount();
      await form.open();
      await form.laterPart();
      const { code } = await send(form);
      expect(code).to.equal('');
      expect((await reports()).at(-1)!.schemaVersion).to.equal('1.0');
    } finally {
      Object.defineProperty(crypto, 'subtle', { value: subtle, configurable: true });
    }
  });

  it('tells each state in fixed words, with its day, what happens next, and the aims', async () => {
    const form = await mount();
    const { code, reference } = await send(form);
    const title = (state: FollowUpState): string =>
      fr[`follow.${state}`].replace('{hotline}', 'Point de Contact');
    const order: FollowUpState[] = [
      ...FOLLOW_UP_STATES.filter((state) => !['removed', 'gone', 'not_illegal', 'not_ours'].includes(state)),
      'removed',
    ];
    for (const state of order) {
      if (state !== 'received') expect(await decide(reference, state)).to.equal('set');
      const page = await mount();
      await reachQuestion(page);
      await ask(page, code.toLowerCase().replaceAll('-', ' '));
      await page.reach(title(state));
      expect(page.text).to.contain('Depuis le ');
      // Nobody has first to have removed what is removed.
      const aims = [...page.root.querySelectorAll('.aims > details')].map(({ className }) => className);
      expect(aims.at(state === 'removed' ? -1 : 0)).to.equal('aim-remove');
      // Whoever finds the paper learns nothing of the report: not its number, its category, or its link.
      expect(page.text).not.to.contain(reference);
      expect(page.text).not.to.contain('exemple.fr');
      expect(page.root.textContent).not.to.contain(code);
    }
  });

  it('tells a slip of the pen at once, without asking, and never as a lost report', async () => {
    const form = await mount();
    await reachQuestion(form);
    const code = writtenCode(makeCode());
    const other = code[0] === '7' ? '8' : '7';
    for (const [typed, says] of [
      ['', fr['err.code.empty']],
      [code.slice(0, -1), fr['err.code.length'].replace('{n}', '15')],
      [`U${code.slice(1)}`, fr['err.code.symbol'].replace('{n}', 'U')],
      [other + code.slice(1), fr['err.code.check']],
      ['7k4m 2qxd', fr['err.code.number']],
    ] as const) {
      await ask(form, typed);
      await until(() => form.errors[0] === says, `« ${says} », not « ${form.errors[0]} »`);
      expect(form.heading).to.equal(DOOR);
      expect(form.field('code')!.value).to.equal(typed);
      expect(form.focused?.className).to.equal('summary-title');
    }
    expect(asked).to.deep.equal([]);
    await ask(form, code);
    await until(
      () => form.errors[0] === fr['err.code.unknown'].replace('{n}', '90'),
      'the sentence about an unknown code',
    );
    expect(asked.map(({ url }) => url)).to.deep.equal([address]);
    expect(asked[0]!.body).not.to.contain(code.replaceAll('-', ''));
  });

  it('keeps a typed code where the address does not answer, or is asked too much', async () => {
    const form = await mount();
    const code = writtenCode(makeCode());
    await reachQuestion(form);
    for (const [answer, says] of [
      [() => Promise.reject(new TypeError('offline')), fr['err.code.failed']],
      [() => Promise.resolve(new Response('', { status: 503 })), fr['err.code.failed']],
      [
        () => Promise.resolve(Response.json({ state: 'arrested', since: '2026-11-24', days: 1 })),
        fr['err.code.failed'],
      ],
      [() => Promise.resolve(new Response('', { status: 429 })), fr['err.code.wait']],
    ] as const) {
      window.fetch = answer;
      await ask(form, code);
      await until(() => form.errors[0] === says, `« ${says} », not « ${form.errors[0]} »`);
      expect(form.field('code')!.value).to.equal(code);
      await form.fill('code', `${code} `);
      await form.fill('code', code);
    }
  });

  it('adds an answer to the hotline’s question, three times at most', async () => {
    const form = await mount();
    const { code, reference } = await send(form);
    await decide(reference, 'question');
    for (let time = 1; time <= 3; time += 1) {
      const page = await mount();
      await reachQuestion(page);
      await ask(page, code);
      await page.reach(fr['follow.question']);
      await page.press(fr['follow.answer']);
      await page.reach(WHERE);
      await page.locate('https://exemple.fr/la');
      await page.next();
      await page.reach(CHECK);
      await page.send();
      await until(() => page.text.includes(fr['follow.added']), 'the answer is joined');
      // It is an ordinary report without a code.
      expect(codeOn(page)).to.equal('');
      expect((await reports()).at(-1)!.schemaVersion).to.equal('1.0');
      expect((await reports()).at(-1)!.category).to.equal('unsure');
    }
    const row = (await followUps()).find((one) => one.reference === reference)!;
    expect(row.additions.length).to.equal(3);
    const page = await mount();
    await reachQuestion(page);
    await ask(page, code);
    await page.reach(fr['follow.question']);
    expect(page.button(fr['follow.answer']) === undefined).to.equal(true);
    expect(page.text).to.contain(fr['follow.later']);
  });

  it('joins an answer also where the page closes the form and opens it again meanwhile', async () => {
    const { code, reference } = await send(await mount());
    await decide(reference, 'question');
    const page = await mount();
    await reachQuestion(page);
    await ask(page, code);
    await page.press(fr['follow.answer']);
    await page.reach(WHERE);
    await page.locate('https://exemple.fr/la');
    page.element.close();
    await until(() => !page.dialog.open, 'the dialog did not close');
    await page.open();
    expect(page.field('addresses.0')!.value).to.equal('https://exemple.fr/la');
    await page.continueTo(CHECK);
    await page.send();
    await until(() => page.text.includes(fr['follow.added']), 'the answer is not joined');
  });

  it('joins an answer also where two tries are lost, and the form forgotten as soon as it has arrived', async () => {
    const form = await mount();
    const { code, reference } = await send(form);
    await decide(reference, 'question');
    await reachAnswer(form, code);
    let failures = 2;
    window.fetch = (input, init = {}) =>
      input === address && failures-- > 0 ? Promise.reject(new TypeError('lost')) : fetch(input, init);
    await form.press('Envoyer le signalement');
    await until(() => form.heading === SENT, 'the answer has arrived');
    // « Faire un autre signalement », « Quitter vite » and closing forget the same way.
    form.element.reset();
    const isJoined = async (): Promise<boolean> =>
      (await followUps()).find((row) => row.reference === reference)!.additions.length === 1;
    const end = performance.now() + 5_000;
    let joined = await isJoined();
    while (!joined && performance.now() < end) joined = await isJoined();
    expect(joined).to.equal(true);
  });

  it('asks nothing once the question is forgotten, also on a slow device', async () => {
    const { digest } = SubtleCrypto.prototype;
    const form = await mount();
    await reachQuestion(form);
    let isHashed = false;
    SubtleCrypto.prototype.digest = async function (...given) {
      const hash = await digest.apply(this, given);
      await new Promise((resolve) => void setTimeout(resolve, 200));
      isHashed = true;
      return hash;
    };
    try {
      await ask(form, writtenCode(makeCode()));
      form.element.reset();
      await until(() => isHashed, 'the code is hashed');
      await nextTask();
      await nextTask();
    } finally {
      SubtleCrypto.prototype.digest = digest;
    }
    expect(asked).to.deep.equal([]);
  });

  it('says so where an answer has arrived and is not joined, because the question no longer stands', async () => {
    const form = await mount();
    const { code, reference } = await send(form);
    await decide(reference, 'question');
    await reachAnswer(form, code);
    await decide(reference, 'removed');
    await form.press('Envoyer le signalement');
    await form.reach(SENT);
    await until(() => form.text.includes(fr['follow.apart']), 'the answer is apart');
  });

  async function reachAnswer(form: FormHarness, code: string): Promise<void> {
    form.element.reset();
    await until(() => form.heading === WHAT, 'the first step');
    await form.press(DOOR);
    await form.reach(DOOR);
    await ask(form, code);
    await form.reach(fr['follow.question']);
    await form.press(fr['follow.answer']);
    await form.reach(WHERE);
    await form.locate('https://exemple.fr/la');
    await form.next();
    await form.reach(CHECK);
  }

  it('gives the same code after a retry, and another one to edited answers', async () => {
    const form = await mount();
    await form.reachCheck({});
    const bodies: Report[] = [];
    let failures = Infinity;
    window.fetch = async (input, init = {}) => {
      bodies.push(JSON.parse(init.body as string) as Report);
      const response = await fetch(input, init);
      if (failures-- > 0) throw new TypeError('the answer is lost');
      return response;
    };
    const { random } = Math;
    Math.random = () => 0;
    try {
      await form.press('Envoyer le signalement');
      await until(() => form.text.includes(fr['fail.unconfirmed']), 'the failure');
      const hashes = new Set(bodies.map(({ followUp }) => followUp?.hash));
      expect(hashes.size).to.equal(1);
      expect(hashes.has(undefined)).to.equal(false);
      await form.openDetails();
      await form.fill('details', 'autre');
      await form.continueTo(CHECK);
      failures = 0;
      await form.send();
      const last = bodies.at(-1)!;
      expect(hashes.has(last.followUp?.hash)).to.equal(false);
      const read = readCode(codeOn(form));
      expect(last.followUp?.hash).to.equal(await hashOf(await locatorOf('code' in read ? read.code : '')));
    } finally {
      Math.random = random;
    }
  });

  it('opens on the question where the page wants it, and leads to a report from there', async () => {
    const view = await mount({ view: 'follow-up', mode: 'inline' });
    await view.reach(DOOR);
    await view.press(fr['ok.again']);
    await view.reach(WHAT);
    const called = await mount();
    await called.element.open({ followUp: true });
    await called.reach(DOOR);
    called.element.close();
    // Also over answers that were kept, which come back from there.
    await called.element.open();
    await called.reach(WHAT);
    await called.choose('category', 'terrorism_bomb_making');
    called.dialog.close();
    await until(() => !called.dialog.open, 'the dialog is closed');
    await called.element.open({ followUp: true });
    await called.reach(DOOR);
    await called.press(fr['drop.stay']);
    await called.reach(WHAT);
    expect(called.answer('category')).to.equal('terrorism_bomb_making');
    called.dialog.close();
    const opener = document.createElement('button');
    opener.dataset['cliquezSignalez'] = '';
    opener.dataset['followUp'] = '';
    document.body.append(opener);
    const opened = await mount();
    opener.click();
    await opened.reach(DOOR);
    opener.remove();
  });

  it('keeps answers that were begun behind the question, and asks before they are lost', async () => {
    const form = await mount();
    await form.open();
    await form.choose('category', 'terrorism_bomb_making');
    await form.press(DOOR);
    await form.reach(DOOR);
    await form.fill('code', 'ABCD');
    await form.press(fr['drop.stay']);
    await form.reach(WHAT);
    expect(form.answer('category')).to.equal('terrorism_bomb_making');
    await form.press(DOOR);
    expect(form.field('code')!.value).to.equal('');
    form.find('[part=close]')!.click();
    await form.reach(fr['drop.title']);
  });

  describe('leaves nothing of a code', () => {
    const seen = (form: FormHarness): string =>
      [
        form.root.textContent,
        ...[...form.root.querySelectorAll('input')].map(({ value }) => value),
        document.title,
        location.href,
        JSON.stringify(history.state),
        JSON.stringify({ ...localStorage, ...sessionStorage }),
        document.cookie,
        form.element.outerHTML,
      ].join(' ');

    it('once it was asked for, in address, history, title, storage, cookies or events', async () => {
      const form = await mount();
      const events: string[] = [];
      for (const name of ['cs-open', 'cs-step', 'cs-sent', 'cs-error', 'cs-close', 'cs-exit'])
        document.addEventListener(name, (event) =>
          events.push(JSON.stringify(event) + JSON.stringify({ ...event })),
        );
      const { length } = history;
      const { code } = await send(form);
      form.element.reset();
      await form.reach(WHAT);
      await form.press(DOOR);
      const before = events.length;
      await ask(form, code);
      await form.reach(fr['follow.received']);
      expect(seen(form)).not.to.contain(code);
      expect(history.length).to.equal(length);
      // No event says that somebody has asked.
      expect(events.length).to.equal(before);
      expect(events.join()).not.to.contain(code);
    });

    it('after « Quitter vite », closing, and ten minutes without a hand', async () => {
      const clock = new IdleClock();
      const code = writtenCode(makeCode());
      const ways: [string, (form: FormHarness) => Promise<unknown> | void][] = [
        [
          'the exit',
          (form) => {
            form.find(EXIT)!.setAttribute('href', '#exit');
            form.find(EXIT)!.click();
          },
        ],
        ['closing', (form) => form.find('[part=close]')!.click()],
        [
          'idle',
          async (form) => {
            await clock.later(form, 9.5);
            await clock.later(form, 1);
          },
        ],
      ];
      for (const [way, leave] of ways) {
        clock.start();
        try {
          const form = await mount();
          await reachQuestion(form);
          await form.fill('code', code);
          await nextTask();
          await leave(form);
          await until(() => !seen(form).includes(code), `${way}: the code is gone`);
        } finally {
          clock.stop();
        }
      }
      document.querySelector('#widget-under-test')?.remove();
      history.replaceState(null, '', location.pathname + location.search);
    });
  });

  it('prints a sheet and saves a receipt that say nothing of the report', async () => {
    const form = await mount();
    const { code, reference } = await send(form);
    const where = fr['follow.where']
      .replace('{door}', DOOR)
      .replace('{hotline}', 'Point de Contact (hotline.example)');
    let text = '';
    const { get } = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow')!;
    const view = Object.assign(new EventTarget(), {
      print: () => (text = form.root.querySelector('iframe')!.contentDocument!.body.innerText),
    });
    // No printer is available in tests.
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
      get: () => view,
      configurable: true,
    });
    try {
      await form.press(fr['follow.print']);
      await until(() => text.includes(code), 'the sheet');
    } finally {
      Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', { get: get!, configurable: true });
    }
    expect(text).to.contain(where);
    for (const word of [reference, 'exemple.fr', location.hostname]) expect(text).not.to.contain(word);
    const { createObjectURL } = URL;
    let saved: Blob | undefined;
    URL.createObjectURL = (blob) => createObjectURL.call(URL, (saved = blob as Blob));
    try {
      await form.press(fr['ok.receipt']);
    } finally {
      URL.createObjectURL = createObjectURL;
    }
    const receipt = await saved!.text();
    expect(receipt).to.contain(where);
    expect(receipt).not.to.contain(code);
    expect(receipt).not.to.contain(code.replaceAll('-', ''));
  });

  it('hears the answer: the heading takes focus, described by its day and what happens next', async () => {
    const form = await mount();
    const { code } = await send(form);
    form.element.reset();
    await form.reach(WHAT);
    await form.press(DOOR);
    await form.reach(DOOR);
    expect(form.focused?.matches('h2')).to.equal(true);
    await ask(form, code);
    await form.reach(fr['follow.received']);
    const heading = form.find(HEADING)!;
    expect(form.focused === heading).to.equal(true);
    const said = heading
      .getAttribute('aria-describedby')!
      .split(' ')
      .map((id) => form.root.getElementById(id)?.textContent);
    expect(said[0]).to.match(/^Depuis le \d/);
    expect(said[1]).to.equal(fr['follow.later']);
    // « Chargement… » is over: Orca said it after the answer.
    expect(form.find('.unseen[role=status]')!.textContent).to.equal('');
    expect(form.find(BODY)!.innerText).to.contain(fr['header.back']);
  });
});
