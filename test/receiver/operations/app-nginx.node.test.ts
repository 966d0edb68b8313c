// The shipped app-nginx.conf in a real nginx: it serves the built application with exactly the expected headers, and no
// other file; it reads no share.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { APP_ROOT, assertAppFiles, assertSharesUnread } from './app-files.ts';
import { startNginx } from './nginx.ts';
import { found, reportOf, send } from './proxy.ts';
import { CLOSED_PORT } from '../../setup/free-port.ts';

const SHIPPED = new URL('../../../src/receiver/deployment/app-nginx.conf', import.meta.url);

test('nginx serves the application, and throws shares away unread', async (t) => {
  const proxy = await startNginx(t, CLOSED_PORT, (site, folder) => {
    const path = join(folder, 'given', 'app.conf');
    const root = 'root /srv/cliquez-signalez;';
    const shipped = readFileSync(SHIPPED, 'utf8');
    assert.equal(shipped.split(root).length, 4);
    writeFileSync(path, shipped.replaceAll(root, `root ${APP_ROOT};`));
    const server = 'server_tokens off;';
    assert.ok(site.includes(server));
    // The MIME types come from the machine's own nginx configuration.
    return site.replace(server, `${server} include /etc/nginx/mime.types; include ${path};`);
  });
  // All other paths go to the receiver, which does not run.
  await assertAppFiles(proxy, 503);
  // A class of twenty that opens the application behind one address: each file arrives, and reports have their room still.
  const names = readdirSync(join(APP_ROOT, 'app')).filter((name) => name.endsWith('.js'));
  for (const name of names) {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => send(proxy, { method: 'GET', path: `/app/${name}` })),
    );
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]), name);
  }
  assert.equal((await send(proxy, reportOf())).status, 503);
  await assertSharesUnread(proxy);
  assert.deepEqual(found(proxy), []);
});
