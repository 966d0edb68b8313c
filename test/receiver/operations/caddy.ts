// A real Caddy with the shipped configuration, on loopback, with its own certificate.
import { once } from 'node:events';
import { openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { temporaryFolder } from '../harness.ts';
import { spawnTied } from '../../setup/tied.ts';
import { filesOf, HOST_NAME, listening, makeCertificate, type TestProxy } from './proxy.ts';
import { freePort } from '../../setup/free-port.ts';

const SHIPPED = new URL('../../../src/receiver/deployment/Caddyfile', import.meta.url);

/**
 * Starts Caddy over the shipped file, with our ports and certificate in it.
 * @param upstream port of the receiver
 * @param edit a change to the file, for controls
 */
export async function startCaddy(
  t: TestContext,
  upstream: number,
  edit: (shipped: string, folder: string) => string = (shipped) => shipped,
): Promise<TestProxy> {
  const folder = await temporaryFolder(t);
  const port = await freePort();
  const certificate = makeCertificate(folder);
  const given = join(folder, 'given');
  const shipped = edit(readFileSync(SHIPPED, 'utf8'), folder);
  // No automatic certificate, no port 80, no admin API.
  const adapted = Object.entries({
    [`${HOST_NAME} {`]: `https://${HOST_NAME}:${port} {\n\ttls ${given}/certificate.pem ${given}/key.pem`,
    'reverse_proxy 127.0.0.1:8787 {': `reverse_proxy 127.0.0.1:${upstream} {`,
    '\tservers {': '\tadmin off\n\tauto_https disable_redirects\n\tservers {',
  }).reduce((text, [example, ours]) => {
    if (!text.includes(example)) throw new Error(`The Caddyfile does not say « ${example} » any more.`);
    return text.replace(example, ours);
  }, shipped);
  writeFileSync(join(given, 'Caddyfile'), adapted);

  const log = openSync(join(folder, 'caddy.log'), 'a');
  const caddy = spawnTied('caddy', ['run', '--adapter', 'caddyfile', '--config', join(given, 'Caddyfile')], {
    stdio: ['ignore', log, log],
    env: { PATH: process.env['PATH'] ?? '', HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  });
  const ended = once(caddy, 'exit');
  t.after(async () => {
    caddy.kill('SIGTERM');
    await ended;
  });
  await Promise.race([
    listening(port, caddy),
    ended.then(() => {
      throw new Error(`Caddy ended:\n${readFileSync(join(folder, 'caddy.log'), 'utf8')}`);
    }),
  ]);
  return { port, certificate, written: () => filesOf(folder) };
}
