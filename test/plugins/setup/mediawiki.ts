// A throw-away MediaWiki for tests: Debian's package with a SQLite of its own, on loopback, removed after the tests.
import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startPhpServer, type PhpServer } from './php-server.ts';

/** A running wiki, in French. */
export interface TestMediaWiki {
  readonly origin: string;
  /** Folder of its own files: `site` with `extensions`, `LocalSettings.php`, `data`. */
  readonly folder: string;
  /** The administrator's account. Everybody may read and write. */
  readonly admin: { readonly name: string; readonly password: string };
  /** Writes these lines of PHP at the end of its settings, in place of those of before. */
  configure(lines: string): Promise<void>;
  /** Runs PHP within the wiki. @returns its output */
  php(code: string): Promise<string>;
  /** Saves a page. @returns its address */
  publish(title: string, text: string): Promise<string>;
  /** Address of a page, or of an action on it, such as `edit`. */
  address(title: string, action?: string): string;
  /** The notices, warnings and errors of PHP and MediaWiki. */
  complaints(): string;
  /** Stops it and removes its files. */
  stop(): Promise<void>;
}

const SOURCE = '/usr/share/mediawiki';
/** What a browser asks for. */
const SERVED = ['index.php', 'load.php', 'api.php', 'rest.php', 'resources', 'skins'];
const ADMIN = { name: 'Admin', password: 'throw-away-word' };
const run = promisify(execFile);

/** Starts a wiki. It takes some seconds. */
export async function startMediaWiki(): Promise<TestMediaWiki> {
  if (!existsSync(SOURCE)) {
    throw new Error(
      'MediaWiki is missing. Run test/setup/install.sh plugins as root, or: apt-get install mediawiki php-sqlite3',
    );
  }
  const folder = mkdtempSync(join(tmpdir(), 'mediawiki-'));
  const [site, data] = [join(folder, 'site'), join(folder, 'data')];
  const [file, log] = [join(folder, 'LocalSettings.php'), join(folder, 'complaints.log')];
  let server: PhpServer | undefined;
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', remove);
  const stop = async (): Promise<void> => {
    process.off('exit', remove);
    await server?.stop();
    remove();
  };

  try {
    mkdirSync(join(site, 'extensions'), { recursive: true });
    mkdirSync(data);
    // MediaWiki finds itself where these links lead.
    for (const name of SERVED) symlinkSync(join(SOURCE, name), join(site, name));
    // PHP's server would answer with a page of the wiki, which ends the session that a sign-in has just begun.
    writeFileSync(join(site, 'favicon.ico'), '');
    const running = (server = await startPhpServer(site, log, { MW_CONFIG_FILE: file }));
    const { origin } = running;
    const installation = ['--dbtype=sqlite', `--dbpath=${data}`, '--dbname=wiki', `--confpath=${folder}`];
    const place = [`--server=${origin}`, '--scriptpath=', '--lang=fr', `--pass=${ADMIN.password}`];
    await maintain(['install', ...installation, ...place, 'Gazette', ADMIN.name]);
    const installed = readFileSync(file, 'utf8') + settings(site, log);
    const configure = async (lines: string): Promise<void> => {
      await writeFile(file, `${installed}${lines}\n`);
      // Pages that were kept in this very second, too, are older than the settings.
      const next = Date.now() / 1000 + 1;
      utimesSync(file, next, next);
    };
    await configure('');
    const address = (title: string, action?: string): string =>
      `${origin}/index.php?title=${encodeURIComponent(title)}${action ? `&action=${action}` : ''}`;
    return {
      origin,
      folder,
      admin: ADMIN,
      configure,
      php: (code) => maintain(['eval'], code, file),
      async publish(title, text) {
        await maintain(['edit', `--user=${ADMIN.name}`, title], text, file);
        return address(title);
      },
      address,
      complaints: () => running.complaints(),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Runs one of MediaWiki's scripts of maintenance. @returns its output */
async function maintain(command: readonly string[], input = '', config = ''): Promise<string> {
  const env = config === '' ? process.env : { ...process.env, MW_CONFIG_FILE: config };
  const running = run('php', [join(SOURCE, 'maintenance/run.php'), ...command], { env });
  running.child.stdin!.end(input);
  return (await running).stdout;
}

/** No mail, no request to other servers, and every error told. */
const settings = (site: string, log: string): string => `
$wgEnableEmail = false;
$wgExtensionDirectory = '${site}/extensions';
$wgDevelopmentWarnings = true;
$wgJobRunRate = 0;
foreach ( [ 'error', 'exception', 'fatal', 'deprecated' ] as $group ) $wgDebugLogGroups[$group] = '${log}';
`;
