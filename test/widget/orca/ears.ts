// Walks through a page with Orca: sends keys, and returns the speech.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { spawnTied } from '../../setup/tied.ts';

const SESSION = fileURLToPath(new URL('session.py', import.meta.url));

/** The browsers that Orca supports well. */
export type Browser = 'firefox' | 'chromium';

/** The answers of the session. */
type Answer = { readonly heard: readonly string[] } | { readonly error: string };

/** A walk through one page. */
export class Ears {
  /** All speech so far, each after the key or the text that it followed. */
  readonly transcript: string[] = [];
  #ask: (command: object) => Promise<Answer>;

  constructor(ask: (command: object) => Promise<Answer>) {
    this.#ask = ask;
  }

  /** Presses a key, by its xdotool name, and returns the speech until silence. */
  key = (key: string): Promise<string> => this.#note(`[${key}]`, { key });

  type = (text: string): Promise<string> => this.#note(`[“${text}”]`, { type: text });

  /** Listens for a while. */
  wait = (seconds: number): Promise<string> => this.#note('[…]', { wait: seconds });

  open = (url: string): Promise<string> => this.#note(`[${url}]`, { open: url });

  /**
   * Presses a key until Orca says a phrase. After silence, asks Orca for the place, as its users do: in Chromium, a text
   * field on any page may move its cursor before it takes focus, and Orca then takes the field for its place without a
   * word.
   */
  async until(key: string, wanted: string, limit = 20): Promise<string> {
    for (let times = 0; times < limit; times += 1) {
      const heard = (await this.key(key)) || (await this.key('KP_Enter'));
      if (heard.includes(wanted)) return heard;
    }
    return assert.fail(
      `« ${wanted} » was not heard after ${limit} times ${key}:\n${this.transcript.join('\n')}`,
    );
  }

  async #note(what: string, command: object): Promise<string> {
    const answer = await this.#ask(command);
    if ('error' in answer) assert.fail(`${answer.error}\n${this.transcript.join('\n')}`);
    const heard = answer.heard.join(' | ').replaceAll(/[\u00a0\u202f]/g, ' ');
    this.transcript.push(`${what} ${heard}`);
    return heard;
  }
}

/** Asserts that phrases were heard in this order. Other phrases may come between them. */
export function assertInOrder(heard: string, ...phrases: readonly string[]): void {
  let from = 0;
  for (const phrase of phrases) {
    const at = heard.indexOf(phrase, from);
    assert.ok(at >= 0, `« ${phrase} » is not heard, or not there, in « ${heard} »`);
    from = at + phrase.length;
  }
}

/** How often a phrase was heard. */
export const times = (heard: string, phrase: string): number => heard.split(phrase).length - 1;

/**
 * Starts Orca with a browser on a page. The end of the test ends both, and prints the speech if `ORCA_TRANSCRIPT` is
 * set.
 * @param language of Orca's own words; English by default
 */
export async function listenTo(t: TestContext, browser: Browser, url: string, language = ''): Promise<Ears> {
  const folder = await mkdtemp(join(tmpdir(), 'cliquez-signalez-orca-'));
  const { DBUS_SESSION_BUS_ADDRESS: _, ...env } = process.env;
  const child = spawnTied(
    'dbus-run-session',
    ['--', '/usr/bin/python3', SESSION, browser, join(folder, 'session'), ...(language ? [language] : [])],
    { stdio: ['pipe', 'pipe', 'ignore'], env: { ...env, PYTHONDONTWRITEBYTECODE: '1' } },
  );
  const ended = once(child, 'exit');
  const answers = createInterface(child.stdout!)[Symbol.asyncIterator]();
  // Leaving the loop must not close the stream that it reads.
  const lines = { [Symbol.asyncIterator]: () => ({ next: () => answers.next() }) };
  const next = async (): Promise<Answer> => {
    // The buses write to this stream too.
    for await (const line of lines) if (line.startsWith('{')) return JSON.parse(line) as Answer;
    return { error: 'the session has ended' };
  };
  const ears = new Ears((command) => {
    child.stdin!.write(`${JSON.stringify(command)}\n`);
    return next();
  });
  t.after(async () => {
    child.stdin!.end();
    await ended;
    await rm(folder, { recursive: true, force: true });
    if (process.env['ORCA_TRANSCRIPT']) console.log(ears.transcript.join('\n'));
  });
  const started = await next();
  if ('error' in started) assert.fail(started.error);
  await ears.open(url);
  return ears;
}
