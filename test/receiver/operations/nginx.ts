// A real nginx with the shipped configuration, on loopback, with its own certificate.
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { temporaryFolder } from '../harness.ts';
import { spawnTied } from '../../setup/tied.ts';
import { childrenOf } from '../soak/measured-process.ts';
import { filesOf, listening, makeCertificate, type TestProxy } from './proxy.ts';
import { freePort } from '../../setup/free-port.ts';

const SHIPPED = new URL('../../../src/receiver/deployment/', import.meta.url);

/**
 * Starts nginx over a shipped file, with our ports, paths and certificate in it.
 * @param upstream port of the receiver; none if the file needs none
 * @param edit a change to the file, for controls: what would happen without a line of it
 */
export async function startNginx(
  t: TestContext,
  upstream: number | undefined,
  edit: (shipped: string, folder: string) => string = (shipped) => shipped,
  file = 'nginx.conf',
): Promise<TestProxy> {
  const folder = await temporaryFolder(t);
  const port = await freePort();
  const certificate = makeCertificate(folder);
  const shipped = edit(readFileSync(new URL(file, SHIPPED), 'utf8'), folder);
  const nginx = await runNginx(t, folder, port, adapted(shipped, folder, { port, upstream }));
  return { port, certificate, written: () => [...filesOf(folder), ...unlinkedFilesOf(nginx.pid!, folder)] };
}

/**
 * Starts nginx over a site of plain files, as Debian configures it, without a line of ours.
 * @returns the site's address
 */
export async function startPlainSite(t: TestContext, root: string): Promise<string> {
  const port = await freePort();
  const site = `include /etc/nginx/mime.types; server { listen 127.0.0.1:${port}; root ${root}; }`;
  await runNginx(t, await temporaryFolder(t), port, site);
  return `http://127.0.0.1:${port}`;
}

/** Runs nginx with these servers until the end of the test. */
async function runNginx(
  t: TestContext,
  folder: string,
  port: number,
  servers: string,
): Promise<ChildProcess> {
  writeFileSync(join(folder, 'site.conf'), servers);
  writeFileSync(join(folder, 'main.conf'), mainConfiguration(folder));
  // Messages before nginx opens its own log go to that log too.
  const nginx = spawnTied(
    'nginx',
    ['-p', folder, '-c', join(folder, 'main.conf'), '-e', join(folder, 'main.log')],
    {
      stdio: 'inherit',
    },
  );
  const ended = once(nginx, 'exit');
  t.after(async () => {
    nginx.kill('SIGTERM');
    await ended;
  });
  await Promise.race([listening(port, nginx), ended.then(() => assertRunning(folder))]);
  return nginx;
}

// A network namespace of the test has IPv6; other machines may not.
const ipv6 = process.env['OWN_NETWORK'] === '1';

/** Port 80 has a test of its own, which gives it another number: this machine may use it. */
const withoutPort80 = (file: string, folder: string): string =>
  file.replace('listen 80;', `listen unix:${folder}/http.sock;`).replace('listen [::]:80;', '');

/** The shipped file with each of its examples replaced. Throws if an example is missing. */
function adapted(
  shipped: string,
  folder: string,
  ports: { port: number; upstream: number | undefined },
): string {
  return Object.entries({
    'listen 443 ssl;': `listen 127.0.0.1:${ports.port} ssl;`,
    'listen [::]:443 ssl;': ipv6 ? `listen [::]:${ports.port} ssl;` : '',
    ...(ports.upstream && { 'server 127.0.0.1:8787;': `server 127.0.0.1:${ports.upstream};` }),
    '/etc/ssl/cliquez-signalez/fullchain.pem': join(folder, 'given', 'certificate.pem'),
    '/etc/ssl/cliquez-signalez/privkey.pem': join(folder, 'given', 'key.pem'),
  }).reduce(
    (text, [example, ours]) => {
      if (!text.includes(example)) throw new Error(`The file does not say « ${example} » any more.`);
      return text.replace(example, ours);
    },
    withoutPort80(shipped, folder),
  );
}

// The most verbose log level for nginx itself, so that only the shipped file keeps visitors out of the log.
function mainConfiguration(folder: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `
    daemon off;
    ${process.getuid?.() === 0 ? 'user root;' : ''}
    worker_processes 1;
    pid ${folder}/pid;
    error_log ${folder}/main.log info;
    events { worker_connections 256; }
    http {
      ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n')}
      include ${folder}/site.conf;
    }`;
}

/** Temporary files are unlinked at once, but stay on disk while a worker holds them open. */
function unlinkedFilesOf(nginx: number, folder: string): ReturnType<TestProxy['written']> {
  return childrenOf(nginx)
    .flatMap((worker) => readdirSync(`/proc/${worker}/fd`).map((fd) => `/proc/${worker}/fd/${fd}`))
    .filter((path) => readlinkSync(path).startsWith(folder) && readlinkSync(path).endsWith(' (deleted)'))
    .map((path) => ({ name: readlinkSync(path), content: readFileSync(path) }));
}

function assertRunning(folder: string): never {
  throw new Error(`nginx ended:\n${readFileSync(join(folder, 'main.log'), 'utf8')}`);
}
