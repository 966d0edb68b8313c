// The guard in front of a site: the site's own absolute addresses lead to it, in every way of writing them, and others stay.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startGuard } from '../../../src/tools/page-check/guard.ts';
import { startServer } from '../../setup/site.ts';

test('own addresses lead to the guard: in full, without a scheme, in JSON; those of others stay', async (t) => {
  const written = (origin: string): string[] => [
    `<a href="${origin}/full">`,
    `<a href="${origin.replace('http:', '')}/without-scheme">`,
    `{"address":"${origin.replaceAll('/', String.raw`\/`)}\\/escaped"}`,
    `url(${origin.replace('http:', '')}/in-css)`,
  ];
  const others = (origin: string): string[] => [
    `<a href="${origin}1/longer">`,
    '<a href="https://hotline.example/">',
  ];
  const site = await startServer(t, (_, response) => {
    const lines = [...written(site.origin), ...others(site.origin)];
    response.writeHead(200, { 'content-type': 'text/html' }).end(lines.join('\n'));
  });
  const guard = await startGuard({
    site: site.origin,
    own: [],
    connect: ['https://hotline.example'],
    hasOwnInline: false,
  });
  t.after(() => guard.close());
  const answer = await fetch(guard.origin);
  assert.deepEqual((await answer.text()).split('\n'), [...written(guard.origin), ...others(site.origin)]);
  const policy = answer.headers.get('content-security-policy') ?? '';
  assert.match(policy, /connect-src 'self' https:\/\/hotline\.example;/);
  assert.match(policy, /require-trusted-types-for 'script'/);
});
