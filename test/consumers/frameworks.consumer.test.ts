// Frameworks that render on a server, each as its users install, build and start it: the server writes the link, the
// browser makes a button of it, one report arrives.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasFallbackLink, isDefined, reportOnce, startConsumer, visit } from './consumer.ts';

for (const name of ['next', 'nuxt', 'astro', 'sveltekit', 'react-router']) {
  test(name, async (t) => {
    const { origin, store } = await startConsumer(t, name);
    assert.ok(await hasFallbackLink(origin), 'The server writes the link');
    const page = await visit(t, origin);
    await reportOnce(page, store);

    if (name !== 'next' && name !== 'astro') return;
    await t.test('an import that only the server runs defines nothing, and the link stays', async () => {
      const address = `${origin}/server-only`;
      assert.ok(await hasFallbackLink(address));
      await page.goto(address);
      assert.equal(await isDefined(page), false);
      assert.ok(await page.evaluate("document.querySelector('cliquez-signalez a').checkVisibility()"));
    });
  });
}
