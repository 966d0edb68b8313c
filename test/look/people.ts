// Nine people who report, each in their own state and by the way they really take. A walk counts what it costs them, and
// keeps what they are told and what they send.

import type { ElementHandle, KeyInput, Page } from 'puppeteer-core';
import {
  BODY,
  choice,
  COMMON_FOLD,
  DETAILS_DOOR,
  HEADING,
  LAUNCHER,
  MAIN,
  named,
  PANEL,
  QUESTIONS_FOLD,
  RESTING,
  seek,
  THREATENED_DOOR,
} from '../../demo/gallery/driver.ts';
import type { Choice } from '../../src/widget/form/fields/control.ts';
import { LOOK_MS } from '../setup/site.ts';
import { cut, readPng, type Pixels } from './png.ts';
import { holdStill } from './still.ts';
import ar from '../../src/words/locales/ar.json' with { type: 'json' };
import fr from '../../src/words/locales/fr.json' with { type: 'json' };
import easy from '../../src/words/locales/fr-simple.json' with { type: 'json' };
import uk from '../../src/words/locales/uk.json' with { type: 'json' };

/** The strings that walks name, in a person's language. */
type Words = Readonly<Partial<Record<string, string>>>;

/** Who walks, how they meet the form, and what they do there. */
export interface Person {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Whether they have a finger, not a mouse. */
  readonly isPhone: boolean;
  /** The size of the page's text, in percent. */
  readonly textSize?: number;
  readonly media?: Readonly<Record<string, string>>;
  readonly timeZone?: string;
  /** When: a Tuesday morning, unless it says otherwise. */
  readonly at?: string;
  /** What the page sets on the widget. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Languages that the page has besides French. */
  readonly languages?: readonly string[];
  readonly words?: Words;
  /** The sentence that they need, or its start. */
  readonly needs: string;
  readonly walk: (walk: Walk) => Promise<void>;
}

/** What a person met and sent. */
export interface Walked {
  readonly taps: number;
  readonly keys: number;
  readonly pastes: number;
  /** Words of all views before « Envoyer »; what is folded does not count. */
  readonly words: number;
  /** The numbers to call or to write to, in the order in which they are met. */
  readonly numbers: readonly string[];
  /** The sentence that they need, the view that has it, and how many words come before it on the way. */
  readonly useful: { readonly sentence: string; readonly view: string; readonly wordsBefore: number };
  /** What finds the content, as it was sent. */
  readonly sent: readonly unknown[];
}

const ROOT = "document.querySelector('cliquez-signalez').renderRoot";
const PATIENT_MS = 15_000;

/** One person's way through the form. */
export class Walk {
  readonly #page: Page;
  readonly #person: Person;
  readonly #words: Words;
  readonly pictures: Pixels[] = [];
  #taps = 0;
  #keys = 0;
  #pastes = 0;
  #read = 0;
  readonly #numbers = new Set<string>();
  #useful: Walked['useful'] | undefined;

  constructor(page: Page, person: Person) {
    this.#page = page;
    this.#person = person;
    this.#words = person.words ?? fr;
  }

  /** @param sent what finds the content, as the receiver has it */
  walked(sent: readonly unknown[]): Walked {
    if (!this.#useful) throw new Error(`${this.#person.name} is never told « ${this.#person.needs} ».`);
    return {
      taps: this.#taps,
      keys: this.#keys,
      pastes: this.#pastes,
      words: this.#read,
      numbers: [...this.#numbers],
      useful: this.#useful,
      sent,
    };
  }

  /** Waits for a view that takes taps, and keeps its picture. */
  async reach(key: string): Promise<void> {
    const title = this.#words[key]!;
    await this.#page.waitForFunction(
      `(() => {
        const root = ${ROOT};
        const heading = root?.querySelector(${JSON.stringify(HEADING)});
        return heading?.textContent === ${JSON.stringify(title)} && heading.checkVisibility() &&
          !root.querySelector(${JSON.stringify(RESTING)});
      })()`,
      { timeout: PATIENT_MS },
    );
    await this.#picture();
  }

  /** Goes on from a view, which has been read, by the main button or another one. */
  async leave(selector = MAIN): Promise<void> {
    await this.#readView();
    await this.tap(selector);
  }

  /** Reads the view after the report was sent. Its words cost the report nothing. */
  async end(key = 'ok.title'): Promise<void> {
    await this.reach(key);
    const read = this.#read;
    await this.#readView();
    this.#read = read;
  }

  async tap(selector: string): Promise<void> {
    const found = seek(ROOT, selector);
    await this.#page.waitForFunction(`${found} && !${ROOT}.querySelector(${JSON.stringify(RESTING)})`, {
      timeout: PATIENT_MS,
    });
    const [x, y] = (await this.#page.evaluate(`(() => {
      const element = ${found};
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width, height } = element.getBoundingClientRect();
      return [left + width / 2, top + height / 2];
    })()`)) as [number, number];
    // The reporter looks at what was scrolled into sight: before, a tap counts for nothing.
    const seenAt = ((await this.#page.evaluate('performance.now()')) as number) + LOOK_MS;
    await this.#page.waitForFunction(`performance.now() > ${seenAt}`);
    this.#taps += 1;
    await (this.#person.isPhone ? this.#page.touchscreen.tap(x, y) : this.#page.mouse.click(x, y));
  }

  /** Chooses an answer by its whole row. */
  choose(name: string, answer: string): Promise<void> {
    return this.tap(`.option:has(${choice(name, answer)})`);
  }

  /** Chooses an answer of a list: one tap opens it, one chooses. */
  async select(name: string, answer: string): Promise<void> {
    const list = (await this.#page.evaluateHandle(
      seek(ROOT, named(name)),
    )) as ElementHandle<HTMLSelectElement>;
    const value = await list.evaluate(
      (select, wanted) =>
        [...select.options].find((option) => (option as Partial<Choice>).answer === wanted)!.value,
      answer,
    );
    await list.select(value);
    this.#taps += 2;
  }

  async type(name: string, text: string): Promise<void> {
    await this.tap(named(name));
    await this.#focused(name);
    this.#keys += text.length;
    await this.#page.keyboard.type(text);
  }

  /** Copies a text elsewhere, and pastes it. */
  async paste(name: string, text: string): Promise<void> {
    const elsewhere = await this.#page.browserContext().newPage();
    await elsewhere.evaluate((copied) => {
      const source = document.body.appendChild(document.createElement('textarea'));
      source.value = copied;
      source.select();
    }, text);
    await press(elsewhere, 'KeyC');
    await elsewhere.close();
    await this.tap(named(name));
    await this.#focused(name);
    this.#pastes += 1;
    await press(this.#page, 'KeyV');
  }

  async #focused(name: string): Promise<void> {
    await this.#page.waitForFunction(`${ROOT}.activeElement === ${seek(ROOT, named(name))}`, {
      timeout: PATIENT_MS,
    });
  }

  /** Counts the words of a view, and looks for its numbers and for the sentence that is needed. */
  async #readView(): Promise<void> {
    const { text, numbers, view } = await this.#page.evaluate((panel) => {
      const root = document.querySelector('cliquez-signalez')!.renderRoot;
      const unseen = [...root.querySelectorAll<HTMLElement>('.unseen')];
      for (const element of unseen) element.hidden = true;
      const seen = {
        text: root.querySelector<HTMLElement>(panel)?.innerText ?? '',
        view: root.querySelector<HTMLElement>(`${panel} h2`)?.innerText ?? '',
        numbers: [...root.querySelectorAll<HTMLElement>('a[href^="tel:"], a[href^="sms:"]')]
          .filter((link) => link.checkVisibility({ contentVisibilityAuto: true }))
          .map((link) => link.innerText.replaceAll(/\s+/g, ' ').trim()),
      };
      for (const element of unseen) element.hidden = false;
      return seen;
    }, PANEL);
    for (const number of numbers) this.#numbers.add(number);
    const at = text.indexOf(this.#person.needs);
    if (at >= 0)
      this.#useful ??= {
        sentence: text.slice(at).split('\n')[0]!,
        view,
        wordsBefore: this.#read + countWords(text.slice(0, at)),
      };
    this.#read += countWords(text);
  }

  async #picture(): Promise<void> {
    await this.#page.evaluate(holdStill, false, BODY, RESTING);
    const box = await this.#page.evaluate((panel) => {
      const root = document.querySelector('cliquez-signalez')!.renderRoot;
      // A number and a code are drawn at random, and the day is today.
      for (const element of root.querySelectorAll<HTMLElement>('output, .stamp'))
        element.style.visibility = 'hidden';
      const { x, y, width, height } = root.querySelector(panel)!.getBoundingClientRect();
      const [left, top] = [Math.max(0, Math.floor(x)), Math.max(0, Math.floor(y))];
      return {
        left,
        top,
        width: Math.min(innerWidth - left, Math.ceil(width)),
        height: Math.min(innerHeight - top, Math.ceil(height)),
      };
    }, PANEL);
    this.pictures.push(cut(readPng(await this.#page.screenshot({ captureBeyondViewport: false })), box));
  }
}

async function press(page: Page, key: KeyInput): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press(key, { commands: [key === 'KeyC' ? 'Copy' : 'Paste'] });
  await page.keyboard.up('Control');
}

const countWords = (text: string): number => text.match(/[\p{L}\p{N}’'.-]*[\p{L}\p{N}]/gu)?.length ?? 0;

const PHONE = { width: 390, height: 844, isPhone: true };
const COMPUTER = { width: 1280, height: 800, isPhone: false };

/** The way from the page to step 2. */
async function choose(walk: Walk, category: string, after = 's2.title'): Promise<void> {
  await walk.tap(LAUNCHER);
  await walk.reach('s1.title');
  await walk.choose('category', category);
  await walk.leave();
  await walk.reach(after);
}

/** The place as most know it: a service, and what it calls somebody there. */
async function locate(walk: Walk, service: string, identifier: string): Promise<void> {
  await walk.choose('where', 'none');
  await walk.type('service', service);
  await walk.type('identifiers.account_handle', identifier);
}

/** From the review to the number. */
async function send(walk: Walk): Promise<void> {
  await walk.reach('s4.title');
  await walk.leave();
  await walk.end();
}

/** A reader of another language, who looks for it first. */
const reader = (tag: string, words: Words): Person => ({
  name: `reader-${tag}`,
  ...PHONE,
  attributes: { languages: 'fr ar uk' },
  languages: ['ar', 'uk'],
  words,
  // No source says in which languages 39 28 answers.
  needs: words['help.3928']!,
  async walk(walk) {
    await walk.tap(LAUNCHER);
    await walk.tap(`.language[lang=${tag}]`);
    await walk.reach('s1.title');
    await walk.choose('category', 'hate_violence_discrimination');
    await walk.leave();
    await walk.reach('s2.title');
    await walk.choose('where', 'elsewhere');
    await walk.paste('addresses.0', 'https://www.tiktok.com/@haine99/video/7300000000000000000?_t=8abc&_r=1');
    await walk.leave();
    await walk.reach('s4.title');
    await walk.leave();
    await walk.reach('ok.title');
    await walk.tap('.aim-talk > summary');
    await walk.end();
  },
});

export const PEOPLE: readonly Person[] = [
  {
    // 74 years old, large text. A video of a dog that is killed, in Facebook. She does not know what a link is.
    name: 'grandmother',
    width: 768,
    height: 1024,
    isPhone: true,
    textSize: 200,
    needs: fr['s2.none'],
    async walk(walk) {
      await choose(walk, 'shocking_content_minors');
      await locate(walk, 'Facebook', 'Chasse 62');
      await walk.leave();
      await send(walk);
    },
  },
  {
    // Deaf, signs, reads little French, chooses easy words. Sexual messages on Snapchat.
    name: 'signer',
    ...PHONE,
    attributes: { easy: '' },
    words: easy,
    needs: easy['call.signed'],
    async walk(walk) {
      await walk.tap(LAUNCHER);
      await walk.tap('.language[lang=fr-simple]');
      await walk.reach('s1.title');
      await walk.choose('category', 'sexual_harassment');
      await walk.leave();
      await walk.reach('s2.title');
      await locate(walk, 'Snapchat', 'pseudo99');
      await walk.leave();
      await send(walk);
    },
  },
  {
    // A volunteer who moderates a forum at night. Fourteen links of propaganda.
    name: 'moderator',
    at: '2027-03-02T01:00:00Z',
    ...COMPUTER,
    attributes: { flow: 'page' },
    needs: fr['s2.url.list'],
    async walk(walk) {
      await walk.tap(LAUNCHER);
      await walk.reach('page.title');
      await walk.choose('category', 'terrorism_bomb_making');
      const links = Array.from({ length: 14 }, (_, at) => `https://forum.exemple/fil/${at + 1}`);
      await walk.paste('addresses.0', links.join('\n'));
      await walk.leave();
      await send(walk);
    },
  },
  {
    // Death threats on X, from thirteen accounts.
    name: 'journalist',
    ...COMPUTER,
    needs: fr['keep.facts'],
    async walk(walk) {
      await choose(walk, 'sexual_harassment');
      await walk.choose('where', 'elsewhere');
      await walk.paste('addresses.0', 'https://x.com/menace1/status/1700000000000000001?s=20');
      await walk.leave();
      await walk.reach('s4.title');
      await walk.leave(DETAILS_DOOR);
      await walk.reach('s3.title');
      await walk.tap(`${QUESTIONS_FOLD} > summary`);
      await walk.tap(`${COMMON_FOLD} > summary`);
      const accounts = Array.from({ length: 13 }, (_, at) => `@menace${at + 1}`);
      await walk.paste('questions.accounts', accounts.join('\n'));
      await walk.leave();
      await send(walk);
    },
  },
  {
    // 13 years old, blackmailed now on Snapchat, on a small phone.
    name: 'boy',
    at: '2027-03-02T22:40:00Z',
    width: 320,
    height: 568,
    isPhone: true,
    needs: fr['notice.blackmail'],
    async walk(walk) {
      await walk.tap(LAUNCHER);
      await walk.reach('s1.title');
      await walk.leave(THREATENED_DOOR);
      await walk.reach('s2.title.threatened');
      await locate(walk, 'Snapchat', 'lea.bx33');
      await walk.leave();
      await send(walk);
    },
  },
  {
    // An adult in Martinique with low vision, whose page is three times as large. Intimate images on a site abroad.
    name: 'martinique',
    width: 427,
    height: 267,
    isPhone: false,
    media: { 'forced-colors': 'active' },
    timeZone: 'America/Martinique',
    needs: fr['aim.search'],
    async walk(walk) {
      await choose(walk, 'sexual_harassment');
      await walk.choose('where', 'elsewhere');
      await walk.paste('addresses.0', 'https://images.exemple/v/8812');
      await walk.choose('questions.self', 'yes');
      await walk.choose('questions.underAge', 'no');
      await walk.leave();
      await walk.reach('s4.title');
      await walk.leave();
      await walk.reach('ok.title');
      await walk.tap('.aim-remove > summary');
      await walk.end();
    },
  },
  reader('ar', ar),
  reader('uk', uk),
  {
    // An educator of a child protection service, for a minor.
    name: 'educator',
    ...COMPUTER,
    attributes: { flow: 'page' },
    needs: fr['aim.complain.person'],
    async walk(walk) {
      await walk.tap(LAUNCHER);
      await walk.reach('page.title');
      await walk.choose('category', 'sexual_harassment');
      await walk.paste('addresses.0', 'https://images.exemple/v/8812');
      await walk.select('role', 'child_protection');
      await walk.leave();
      await send(walk);
    },
  },
];
