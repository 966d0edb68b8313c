// The shipped app.caddy sets the headers of app-nginx.conf, and works in a real Caddy.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { APP_ROOT, assertAppFiles, assertSharesUnread } from './app-files.ts';
import { startCaddy } from './caddy.ts';
import { found } from './proxy.ts';
import { CLOSED_PORT } from '../../setup/free-port.ts';

const shippedFile = (name: string): string =>
  readFileSync(new URL(`../../../src/receiver/deployment/${name}`, import.meta.url), 'utf8');

/** The headers of each block of a configuration, with the block's target. */
const headersIn = (text: string, block: RegExp, header: RegExp): object[] =>
  [...text.matchAll(block)].map(([, target = '', body = '']) => ({
    target,
    headers: [...body.matchAll(header)].map(([, name, value]) => `${name}: ${value}`),
  }));

/** The redirects of a configuration. */
const redirectsIn = (text: string, redirect: RegExp): string[] =>
  [...text.matchAll(redirect)].map(([, ...parts]) => parts.toSorted().join(' '));

test('Caddy and nginx answer for the same files with the same headers and redirects', () => {
  const nginx = shippedFile('app-nginx.conf');
  const ofNginx = headersIn(
    nginx,
    /^location [=~] (\S+) \{$(.*?)^\}$/gms,
    /^ +add_header ([\w-]+) "(.*)" always;$/gm,
  );
  // Replaces the named matchers with their patterns.
  const caddy = shippedFile('app.caddy').replace(/^@(\w+) path_regexp (\S+)\nhandle @\1 /gm, 'handle $2 ');
  assert.equal(ofNginx.length, 5);
  assert.deepEqual(headersIn(caddy, /^handle (\S+) \{$(.*?)^\}$/gms, /^\t\t([\w-]+) "(.*)"$/gm), ofNginx);
  const redirects = redirectsIn(nginx, /^ +return (\d+) (\S+);$/gm);
  assert.deepEqual(redirects, ['/app/ 308', '/app/?shared 303']);
  assert.deepEqual(redirectsIn(caddy, /^\tredir \* (\S+) (\d+)$/gm), redirects);
});

test('Caddy serves the application, and throws shares away unread', async (t) => {
  const proxy = await startCaddy(t, CLOSED_PORT, (site, folder) => {
    const path = join(folder, 'given', 'app.caddy');
    const root = 'root * /srv/cliquez-signalez';
    const shipped = shippedFile('app.caddy');
    assert.equal(shipped.split(root).length, 4);
    writeFileSync(path, shipped.replaceAll(root, `root * ${APP_ROOT}`));
    // Caddy serves the application beside the receiver, where strict transport applies to the whole site.
    const strict = '\theader Strict-Transport-Security max-age=63072000\n';
    assert.ok(site.includes(strict));
    return site.replace(strict, `\timport ${path}\n`);
  });
  // All other paths go to the receiver, which does not run.
  await assertAppFiles(proxy, 503);
  await assertSharesUnread(proxy);
  assert.deepEqual(found(proxy), []);
});
