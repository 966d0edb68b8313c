// The shipped frame.caddy sets the headers of frame-nginx.conf, and works in a real Caddy.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { startCaddy } from './caddy.ts';
import { assertFrameFiles, CDN } from './frame-files.ts';
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

test('Caddy and nginx answer for the same files with the same headers', () => {
  const nginx = headersIn(
    shippedFile('frame-nginx.conf'),
    /^location [=~] (\S+) \{$(.*?)^\}$/gms,
    /^ +add_header ([\w-]+) "(.*)" always;$/gm,
  );
  // Replaces a named matcher with its pattern.
  const caddy = shippedFile('frame.caddy').replace(
    /^@frame_parts path_regexp (\S+)\nhandle @frame_parts /m,
    'handle $1 ',
  );
  assert.equal(nginx.length, 3);
  assert.deepEqual(headersIn(caddy, /^handle (\S+) \{$(.*?)^\}$/gms, /^\t\t([\w-]+) "(.*)"$/gm), nginx);
});

test('the frame page and its files have these headers, and leave no trace', async (t) => {
  const proxy = await startCaddy(t, CLOSED_PORT, (site, folder) => {
    const path = join(folder, 'given', 'frame.caddy');
    const root = 'root * /srv/cliquez-signalez';
    const shipped = shippedFile('frame.caddy');
    assert.equal(shipped.split(root).length, 4);
    writeFileSync(path, shipped.replaceAll(root, `root * ${CDN.pathname}`));
    // Caddy serves the frame beside the receiver, where strict transport applies to the whole site.
    const strict = '\theader Strict-Transport-Security max-age=63072000\n';
    assert.ok(site.includes(strict));
    return site.replace(strict, `\timport ${path}\n`);
  });
  // All other paths go to the receiver, which does not run.
  await assertFrameFiles(proxy, 503);
  assert.deepEqual(found(proxy), []);
});
