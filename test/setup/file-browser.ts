// One browser for the tests of a file, for those that need no more than a page of their own.
import { after, type TestContext } from 'node:test';
import { launch, type Browser, type Engine, type Page, type Viewport } from './browsers.ts';

/** A browser that the tests of a file share. */
export interface FileBrowser {
  /** Starts it, if no test has. */
  start(): Promise<Browser>;
  /** Opens a page with cookies and storage of its own, which closes when the test ends. */
  newPage(t: TestContext, viewport?: Viewport): Promise<Page>;
}

/** Prepares a browser that ends after the last test of this file. To be called outside tests. */
export function fileBrowser(engine: Engine): FileBrowser {
  let started: Promise<Browser> | undefined;
  after(async () => (await started)?.close());
  const start = (): Promise<Browser> => (started ??= launch(engine));
  return {
    start,
    async newPage(t, viewport) {
      const page = await (await start()).newPage(viewport);
      t.after(() => page.close());
      return page;
    },
  };
}
