// The shipped frame-nginx.conf in a real nginx: the frame page of the isolated mode and its files, as they are built, with
// exactly the headers that they should have, and nothing else beside them.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { assertFrameFiles, CDN } from './frame-files.ts';
import { startNginx } from './nginx.ts';
import { found, freePort } from './proxy.ts';

const SHIPPED = new URL('../../src/receiver/deployment/frame-nginx.conf', import.meta.url);

test('the frame page and its files have the headers that are meant for them, and leave no trace', async (t) => {
  const proxy = await startNginx(t, await freePort(), (site, folder) => {
    const path = join(folder, 'given', 'frame.conf');
    const root = 'root /srv/cliquez-signalez;';
    const shipped = readFileSync(SHIPPED, 'utf8');
    assert.equal(shipped.split(root).length, 4);
    writeFileSync(path, shipped.replaceAll(root, `root ${CDN.pathname};`));
    const server = 'server_tokens off;';
    assert.ok(site.includes(server));
    // The types are those of the machine's own nginx.conf.
    return site.replace(server, `${server} include /etc/nginx/mime.types; include ${path};`);
  });
  // All else is for the receiver, which is away.
  await assertFrameFiles(proxy, 503);
  assert.deepEqual(found(proxy), []);
});
