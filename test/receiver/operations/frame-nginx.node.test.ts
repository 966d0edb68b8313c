// The shipped frame-nginx.conf in a real nginx: it serves the built frame page of the isolated mode and its files with
// exactly the expected headers, and no other file.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { assertFrameFiles, CDN } from './frame-files.ts';
import { startNginx } from './nginx.ts';
import { found } from './proxy.ts';
import { CLOSED_PORT } from '../../setup/free-port.ts';

const SHIPPED = new URL('../../../src/receiver/deployment/frame-nginx.conf', import.meta.url);

test('the frame page and its files have the headers that are meant for them, and leave no trace', async (t) => {
  const proxy = await startNginx(t, CLOSED_PORT, (site, folder) => {
    const path = join(folder, 'given', 'frame.conf');
    const root = 'root /srv/cliquez-signalez;';
    const shipped = readFileSync(SHIPPED, 'utf8');
    assert.equal(shipped.split(root).length, 4);
    writeFileSync(path, shipped.replaceAll(root, `root ${CDN.pathname};`));
    const server = 'server_tokens off;';
    assert.ok(site.includes(server));
    // The MIME types come from the machine's own nginx configuration.
    return site.replace(server, `${server} include /etc/nginx/mime.types; include ${path};`);
  });
  // All other paths go to the receiver, which does not run.
  await assertFrameFiles(proxy, 503);
  assert.deepEqual(found(proxy), []);
});
