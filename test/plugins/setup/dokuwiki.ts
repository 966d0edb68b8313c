// A throw-away DokuWiki for tests: Debian's package with its own files, on loopback, removed after the tests.
import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { startPhpServer, type PhpServer } from './php-server.ts';

/** Options of a wiki. */
export interface DokuWikiOptions {
  /** Language of its pages and of its administration. */
  readonly lang?: 'en' | 'fr';
  /** Folders of plugins to copy. */
  readonly plugins?: readonly string[];
}

/** A running wiki. */
export interface TestDokuWiki {
  readonly origin: string;
  /** Folder of all its files: `site` (the program, with `lib/plugins`), `conf`, `data`. */
  readonly folder: string;
  /** The administrator's account. Everybody may read; nobody else may write. */
  readonly admin: { readonly name: string; readonly password: string };
  /** Runs PHP within the wiki. @returns its output */
  php(code: string): Promise<string>;
  /** Saves a page. @returns its address */
  publish(id: string, text: string): Promise<string>;
  /** Address of a page, or of an action on it, such as `edit`. */
  address(id: string, action?: string): string;
  /** The notices, warnings and errors of PHP and DokuWiki. */
  complaints(): string;
  /** Stops it and removes its files. */
  stop(): Promise<void>;
}

const SOURCE = '/usr/share/dokuwiki';
const CONFIGURATION = '/etc/dokuwiki';
const ADMIN = { name: 'admin', password: 'throw-away' };
// Debian's own data folders belong to the web server's user alone.
const DATA = 'attic cache index locks log media media_attic media_meta meta pages tmp'.split(' ');
const run = promisify(execFile);

/** Starts a wiki. It takes a second or two. */
export async function startDokuWiki(options: DokuWikiOptions = {}): Promise<TestDokuWiki> {
  if (!existsSync(SOURCE)) {
    throw new Error('DokuWiki is missing. Run test/setup/install.sh as root, or: apt-get install dokuwiki');
  }
  const { lang = 'en', plugins = [] } = options;
  const folder = mkdtempSync(join(tmpdir(), 'dokuwiki-'));
  const [site, conf, data] = [join(folder, 'site'), join(folder, 'conf'), join(folder, 'data')];
  let server: PhpServer | undefined;
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', remove);
  const stop = async (): Promise<void> => {
    process.off('exit', remove);
    await server?.stop();
    remove();
  };

  try {
    linkProgram(site);
    // Debian takes jQuery from another package, and lacks the list of versions that DokuWiki reads at every request.
    mkdirSync(join(site, 'lib/scripts/jquery'), { recursive: true });
    await writeFile(join(site, 'lib/scripts/jquery/versions'), 'JQ_VERSION=3\nJQUI_VERSION=1\n');
    copyConfiguration(conf);
    for (const name of DATA) mkdirSync(join(data, name), { recursive: true });
    for (const plugin of plugins)
      cpSync(plugin, join(site, 'lib/plugins', basename(plugin)), { recursive: true });
    // Errors of every level, of ours too; DokuWiki is asked for by other programs than its own web pages as well.
    const preload = `<?php define('DOKU_CONF', ${quote(`${conf}/`)}); define('DOKU_E_LEVEL', E_ALL);\n`;
    await writeFile(join(site, 'inc/preload.php'), preload);
    await writeFile(join(conf, 'local.php'), localSettings(lang, data));
    await writeFile(join(conf, 'acl.auth.php'), '# <?php exit()?>\n*\t@ALL\t1\n');
    const hash = await run('php', ['-r', `echo password_hash(${quote(ADMIN.password)}, PASSWORD_BCRYPT);`]);
    const user = [ADMIN.name, hash.stdout, 'Admin', 'admin@example.invalid', 'admin,user'].join(':');
    await writeFile(join(conf, 'users.auth.php'), `# <?php exit()?>\n${user}\n`);

    const running = (server = await startPhpServer(site, join(folder, 'complaints.log')));
    const { host } = new URL(running.origin);
    const [name, port] = host.split(':');
    const before = `$_SERVER['HTTP_HOST'] = ${quote(host)}; $_SERVER['SERVER_NAME'] = ${quote(name!)};
      $_SERVER['SERVER_PORT'] = ${quote(port!)}; define('NOSESSION', 1);
      define('DOKU_INC', ${quote(`${site}/`)}); require ${quote(join(site, 'inc/init.php'))};`;
    const php = async (code: string): Promise<string> => (await run('php', ['-r', before + code])).stdout;
    const address = (id: string, action?: string): string =>
      `${running.origin}/doku.php?id=${encodeURIComponent(id)}${action ? `&do=${action}` : ''}`;
    return {
      origin: running.origin,
      folder,
      admin: ADMIN,
      php,
      address,
      async publish(id, text) {
        await php(`saveWikiText(${quote(id)}, ${quote(text)}, 'test');`);
        return address(id);
      },
      complaints: () => ofOurs(running.complaints()) + errorsIn(join(data, 'log')),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Builds a copy of the program that tests may change, mostly from links: a copy of thousands of files is slow on a busy
 * disk. Files that read their own location must be copies, and places where a wiki adds files must be folders.
 */
function linkProgram(site: string): void {
  const folders = ['', 'inc', 'lib', 'lib/plugins', 'lib/scripts'];
  const copied = /^(doku|index|feed|inc\/init)\.php$|^lib\/exe$/;
  for (const folder of folders) {
    mkdirSync(join(site, folder));
    for (const name of readdirSync(join(SOURCE, folder))) {
      const [path, source] = [join(folder, name), join(SOURCE, folder, name)];
      if (folders.includes(path) || path === 'inc/preload.php') continue;
      if (copied.test(path)) cpSync(source, join(site, path), { recursive: true });
      else symlinkSync(source, join(site, path));
    }
  }
}

/** Copies Debian's settings, except users and rights: those are links to targets that tests cannot read. */
function copyConfiguration(conf: string): void {
  cpSync(CONFIGURATION, conf, {
    recursive: true,
    filter: (file) => !/\.(auth|local)\.php$|\/local\.php$/.test(file),
  });
}

/**
 * Errors without those of Debian's own files: its DokuWiki is older than its PHP, which reports this at every request.
 */
const ofOurs = (log: string): string =>
  log.replaceAll(/^.*PHP Deprecated: .* in \/(usr\/share|var\/lib)\/dokuwiki\/.*\n/gm, '');

/** DokuWiki's own error log. */
function errorsIn(folder: string): string {
  const logs = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^error\/.*\.log$/.test(name),
  );
  return logs.map((name) => readFileSync(join(folder, name), 'utf8')).join('');
}

/** A text as a PHP string literal. */
const quote = (text: string): string => `'${text.replace(/['\\]/g, '\\$&')}'`;

/** Settings without requests for news, and with a folder of their own for pages. */
const localSettings = (lang: string, data: string): string => `<?php
$conf['title'] = 'Gazette';
$conf['lang'] = ${quote(lang)};
$conf['savedir'] = ${quote(data)};
$conf['useacl'] = 1;
$conf['superuser'] = '@admin';
$conf['updatecheck'] = 0;
`;
