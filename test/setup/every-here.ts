// How much of a matrix runs in the engine of a browser test. The file every.ts decides for tests in Node.

/** Whether every case of every matrix runs; set by the test runner's page. */
declare const isEvery: boolean;

/** Whether every case of every matrix runs. */
export const EVERY: boolean = isEvery;

/** Whether this is Chromium, which runs every case. */
export const IS_CHROMIUM: boolean = 'userAgentData' in navigator;

const isFirefox = navigator.userAgent.includes('Firefox/');

/** The cases that this engine runs: all of them in Chromium, each of them in one of the two others. */
export const casesHere = <Case>(cases: readonly Case[]): Case[] =>
  cases.filter((_, index) => EVERY || IS_CHROMIUM || (index % 2 === 0) === isFirefox);

const itIf =
  (isHere: boolean) =>
  (name: string, test: () => Promise<void>): Mocha.Test =>
    // A test without a body is left out.
    EVERY || isHere ? it(name, test) : it(name);

/** A test whose subject does not depend on the engine: Chromium runs it, and all three do with `EVERY`. */
export const itInChromium = itIf(IS_CHROMIUM);

/** A test whose subject hardly depends on the engine, beyond Safari's ways: Chromium and WebKit run it. */
export const itWithWebKit = itIf(!isFirefox);

/** A third of the cases: for those that hardly depend on the engine, or take long. */
export const thirdHere = <Case>(cases: readonly Case[]): Case[] => {
  const mine = IS_CHROMIUM ? 0 : isFirefox ? 1 : 2;
  return cases.filter((_, index) => EVERY || index % 3 === mine);
};
