// A time limit that holds even if nothing ever settles the work.

/**
 * The result of some work. The work itself is not stopped.
 * @throws its error; or the reason of `signal`, or a `TimeoutError`, whichever comes first
 */
export function within<Result>(
  work: Promise<Result>,
  milliseconds: number,
  signal?: AbortSignal,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const end = (reason: Error): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      reject(reason);
    };
    const abort = (): void => end(signal?.reason as Error);
    const timer = setTimeout(
      () => end(new DOMException('It took too long.', 'TimeoutError')),
      milliseconds,
    ).unref();
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort, { once: true });
    work.then((result) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      resolve(result);
    }, end);
  });
}
