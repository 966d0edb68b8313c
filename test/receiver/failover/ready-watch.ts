// Asks a receiver again and again whether it is ready, and keeps when the answer changed.
import { setTimeout as delay } from 'node:timers/promises';

const EVERY_MS = 50;

/** The answers of `/ready`, with their times in milliseconds of `performance.now()`. */
export interface ReadyWatch {
  /** Milliseconds from a moment to the first answer of this kind that came after it. */
  since(moment: number, isReady: boolean): Promise<number>;
  /** Longest time between a question and its answer, where all went well. */
  slowest(): number;
  stop(): void;
}

/** Watches. @param endpoint origin of the receiver, which may have been started again since */
export function watchReady(origin: () => string): ReadyWatch {
  const answers: { readonly at: number; readonly isReady: boolean }[] = [];
  let slowest = 0;
  let isOver = false;
  const ask = async (): Promise<void> => {
    const askedAt = performance.now();
    const isReady = await fetch(`${origin()}/ready`).then(
      async (response) => {
        await response.arrayBuffer();
        return response.status === 200;
      },
      () => false,
    );
    const at = performance.now();
    if (isReady) slowest = Math.max(slowest, at - askedAt);
    answers.push({ at, isReady });
  };
  void (async () => {
    while (!isOver) {
      void ask();
      await delay(EVERY_MS);
    }
  })();
  return {
    async since(moment, isReady) {
      for (;;) {
        const found = answers.find((answer) => answer.at >= moment && answer.isReady === isReady);
        if (found) return found.at - moment;
        if (performance.now() - moment > 60_000) throw new Error(`Never ${isReady ? '' : 'un'}ready.`);
        await delay(EVERY_MS);
      }
    },
    slowest: () => slowest,
    stop: () => (isOver = true),
  };
}
