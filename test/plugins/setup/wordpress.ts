// A throw-away WordPress for tests: Debian's package with its own MariaDB, on loopback, removed after the tests.
import { execFile, execFileSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { spawnTied } from '../../setup/tied.ts';

/** Options of a site. */
export interface WordPressOptions {
  /** Name of the theme's folder; its Debian package must be installed. */
  readonly theme?: string;
  /** Folders of plugins to copy and activate: the main file of `x` is `x/x.php`. */
  readonly plugins?: readonly string[];
}

/** A running site. */
export interface TestWordPress {
  readonly origin: string;
  /** Folder of its files, a copy that tests may change. */
  readonly folder: string;
  /** The administrator's account. */
  readonly admin: { readonly name: string; readonly password: string };
  /** Runs PHP within the site. @returns its output */
  php(code: string): Promise<string>;
  /** Publishes a page with any HTML. @returns its address */
  publish(title: string, content: string): Promise<string>;
  /** The notices, warnings and errors of WordPress. */
  complaints(): string;
  /** Stops it and removes its files. */
  stop(): Promise<void>;
}

const SOURCE = '/usr/share/wordpress';
// Debian keeps the folders that a site may change here, themes included.
const CONTENT = '/var/lib/wordpress/wp-content';
const ADMIN = { name: 'admin', password: 'throw-away' };
const run = promisify(execFile);

/** Starts a site. It takes some seconds. */
export async function startWordPress(options: WordPressOptions = {}): Promise<TestWordPress> {
  if (!existsSync(SOURCE)) {
    throw new Error('WordPress is missing. Run test/setup/install.sh as root, or: apt-get install wordpress');
  }
  const { theme = 'twentytwentyfive', plugins = [] } = options;
  const folder = mkdtempSync(join(tmpdir(), 'wordpress-'));
  const started: ChildProcess[] = [];
  const remove = (): void => {
    for (const each of started) each.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', remove);
  const stop = async (): Promise<void> => {
    process.off('exit', remove);
    await Promise.all(started.map(end));
    remove();
  };

  try {
    const site = join(folder, 'site');
    copySite(site);
    const socket = join(folder, 'database', 'socket');
    started.push(await startDatabase(join(folder, 'database'), socket));

    const server = spawnTied('php', ['-S', '127.0.0.1:0', '-t', site], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    started.push(server);
    const [origin] = await said(server, /http:\/\/127\.0\.0\.1:\d+/);
    const log = join(folder, 'complaints.log');
    await writeFile(join(site, 'wp-config.php'), configuration({ socket, origin, log }));

    const before = `$_SERVER['HTTP_HOST'] = ${quote(new URL(origin).host)};`;
    const load = `require ${quote(join(site, 'wp-load.php'))};`;
    const php = async (code: string, first = ''): Promise<string> =>
      (await run('php', ['-r', `${before} ${first} ${load} ${code}`], { cwd: site })).stdout;
    await php(INSTALLATION, "define('WP_INSTALLING', true);");
    await php(`switch_theme(${quote(theme)});`);
    for (const plugin of plugins) {
      const name = basename(plugin);
      await run('cp', ['-rL', plugin, join(site, 'wp-content/plugins', name)]);
      await php(activation(`${name}/${name}.php`));
    }
    return {
      origin,
      folder: site,
      admin: ADMIN,
      php: (code) => php(code),
      publish: (title, content) => php(publication(title, content)),
      complaints: () => (existsSync(log) ? readFileSync(log, 'utf8') : ''),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Debian's files are links into several folders, but WordPress locates itself by the real paths of its files. */
function copySite(site: string): void {
  mkdirSync(site);
  execFileSync('cp', ['-rL', `${SOURCE}/.`, site]);
  rmSync(join(site, 'wp-content'), { recursive: true });
  execFileSync('cp', ['-rL', CONTENT, join(site, 'wp-content')]);
}

/** Starts a MariaDB that listens on a socket only. It refuses to run as root, so root runs it as the package's user. */
async function startDatabase(folder: string, socket: string): Promise<ChildProcess> {
  mkdirSync(folder);
  const settings = [
    '--no-defaults',
    `--datadir=${folder}`,
    '--innodb-log-file-size=4M',
    '--innodb-flush-log-at-trx-commit=0',
  ];
  const account: string[] = [];
  if (process.getuid?.() === 0) {
    const id = (option: string): number =>
      Number(execFileSync('id', [option, 'mysql'], { encoding: 'utf8' }));
    chownSync(folder, id('-u'), id('-g'));
    // The server's user must be able to reach the socket in this folder.
    chmodSync(join(folder, '..'), 0o755);
    account.push(`--reuid=${id('-u')}`, `--regid=${id('-g')}`, '--clear-groups');
  }
  const installation = ['--auth-root-authentication-method=normal', '--skip-test-db', ...settings];
  execFileSync('setpriv', [...account, '--', 'mariadb-install-db', ...installation], {
    stdio: ['ignore', 'ignore', 'pipe'],
    cwd: folder,
  });
  const options = [...settings, `--socket=${socket}`, `--pid-file=${folder}/pid`, '--skip-networking'];
  // A change of user clears the parent-death signal, so it is set again after the change.
  const command = [...account, '--pdeathsig=TERM', '--', 'mariadbd', ...options];
  const server = spawnTied('setpriv', command, { stdio: ['ignore', 'ignore', 'pipe'], cwd: folder });
  await said(server, /ready for connections/);
  const client = ['--no-defaults', `--socket=${socket}`, '--user=root'];
  await run('mariadb', [...client, '--execute=CREATE DATABASE wordpress CHARACTER SET utf8mb4']);
  return server;
}

/** Waits for a line of a server. Later output is read too, otherwise the server could block on a full pipe. */
function said(server: ChildProcess, wanted: RegExp): Promise<RegExpExecArray> {
  const lines: string[] = [];
  server.unref();
  (server.stderr as Socket).unref();
  return new Promise((resolve, reject) => {
    // The timer keeps this process alive while it waits.
    const waiting = setTimeout(() => reject(new Error(`Too slow:\n${lines.join('\n')}`)), 60_000);
    createInterface(server.stderr!).on('line', (line) => {
      lines.push(line);
      if (lines.length > 30) lines.shift();
      const found = wanted.exec(line);
      if (!found) return;
      clearTimeout(waiting);
      resolve(found);
    });
    const failed = (): void => {
      clearTimeout(waiting);
      reject(new Error(`${server.spawnfile} ended:\n${lines.join('\n')}`));
    };
    server.once('error', failed);
    server.once('exit', failed);
  });
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.ref();
  const gone = once(server, 'exit');
  server.kill('SIGTERM');
  await gone;
}

/** A text as a PHP string literal. */
const quote = (text: string): string => `'${text.replace(/['\\]/g, '\\$&')}'`;

/** A configuration without outgoing requests or mail, and with a log file for errors. */
function configuration({ socket, origin, log }: Record<'socket' | 'origin' | 'log', string>): string {
  const constants = {
    DB_NAME: 'wordpress',
    DB_USER: 'root',
    DB_PASSWORD: '',
    DB_HOST: `localhost:${socket}`,
    DB_CHARSET: 'utf8mb4',
    DB_COLLATE: '',
    WP_HOME: origin,
    WP_SITEURL: origin,
    WP_HTTP_BLOCK_EXTERNAL: true,
    DISABLE_WP_CRON: true,
    AUTOMATIC_UPDATER_DISABLED: true,
    WP_DEBUG: true,
    WP_DEBUG_LOG: log,
    WP_DEBUG_DISPLAY: false,
    ...Object.fromEntries(
      ['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'].flatMap((name) => [
        [`${name}_KEY`, `throw-away ${name}`],
        [`${name}_SALT`, `throw-away ${name}`],
      ]),
    ),
  };
  const lines = Object.entries(constants).map(
    ([name, value]) => `define(${quote(name)}, ${typeof value === 'string' ? quote(value) : String(value)});`,
  );
  return `<?php
${lines.join('\n')}
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;
}

const INSTALLATION = `
  require_once ABSPATH . 'wp-admin/includes/upgrade.php';
  add_filter('pre_wp_mail', '__return_true');
  wp_install('Gazette', ${quote(ADMIN.name)}, 'admin@example.invalid', true, '', ${quote(ADMIN.password)});`;

const activation = (plugin: string): string => `
  require_once ABSPATH . 'wp-admin/includes/plugin.php';
  $result = activate_plugin(${quote(plugin)});
  if (is_wp_error($result)) throw new Exception($result->get_error_message());`;

const publication = (title: string, content: string): string => `
  kses_remove_filters();
  $id = wp_insert_post(wp_slash(['post_type' => 'page', 'post_status' => 'publish',
    'post_title' => ${quote(title)}, 'post_content' => ${quote(content)}]), true);
  if (is_wp_error($id)) throw new Exception($id->get_error_message());
  echo home_url('/?page_id=' . $id);`;
