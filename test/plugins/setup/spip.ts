// A throw-away SPIP for tests: Debian's package with a SQLite of its own, on loopback, removed after the tests.
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startPhpServer, type PhpServer } from './php-server.ts';

/** A running site, in French. */
export interface TestSpip {
  readonly origin: string;
  /** Folder of its files, a copy that tests may change. */
  readonly folder: string;
  /** The administrator's account. */
  readonly admin: { readonly name: string; readonly password: string };
  /** Runs PHP within the private area. @returns its output */
  php(code: string): Promise<string>;
  /** Publishes an article in a language. @returns its address */
  publish(title: string, text: string, lang?: string): Promise<string>;
  /** The notices, warnings and errors of PHP. */
  complaints(): string;
  /** Stops it and removes its files. */
  stop(): Promise<void>;
}

const SOURCE = '/usr/share/spip';
/** What Debian adds so that one program serves several sites, and what belongs to these. */
const OF_SITES = ['config/mes_options.php', 'mutualisation', 'sites', 'themes', 'IMG', 'local'];
const ADMIN = { name: 'admin', password: 'throw-away-word' };
const run = promisify(execFile);

/** Starts a site. It takes some seconds. */
export async function startSpip(): Promise<TestSpip> {
  if (!existsSync(SOURCE)) {
    throw new Error('SPIP is missing. Run test/setup/install.sh plugins as root, or: apt-get install spip');
  }
  const folder = mkdtempSync(join(tmpdir(), 'spip-'));
  const site = join(folder, 'site');
  let server: PhpServer | undefined;
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', remove);
  const stop = async (): Promise<void> => {
    process.off('exit', remove);
    await server?.stop();
    remove();
  };

  try {
    copyProgram(site);
    await writeFile(join(site, 'config/mes_options.php'), OPTIONS);
    const running = (server = await startPhpServer(site, join(folder, 'complaints.log')));
    const php = async (code: string, first = ''): Promise<string> => {
      const { stdout } = await run('php', ['-r', first + before(running.origin) + code], {
        cwd: join(site, 'ecrire'),
      });
      return stdout;
    };
    await php(TABLES, "define('_FILE_TMP', '_install'); define('_ECRIRE_INSTALL', '1');");
    await php(SETTINGS);
    // Plugins are installed by the request after the one that activates them.
    await php("include_spip('inc/plugin'); plugin_installes_meta();");
    const rubric = await php(RUBRIC);
    return {
      origin: running.origin,
      folder: site,
      admin: ADMIN,
      php: (code) => php(code),
      async publish(title, text, lang = 'fr') {
        return `${running.origin}/spip.php?article${await php(publication(rubric, title, text, lang))}`;
      },
      complaints: () => running.complaints(),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Debian's files are links into several folders, but SPIP locates itself by the paths of its files. */
function copyProgram(site: string): void {
  execFileSync('cp', ['-rL', SOURCE, site]);
  for (const path of OF_SITES) rmSync(join(site, path), { recursive: true });
  for (const path of ['tmp', 'IMG', 'local', 'plugins/auto'])
    mkdirSync(join(site, path), { recursive: true });
  // SPIP would write them itself and then ask its own server, which has one process and waits for SPIP.
  for (const path of ['config', 'tmp', 'vendor']) writeFileSync(join(site, path, '.htaccess'), '');
}

/** A text as a PHP string literal. */
const quote = (text: string): string => `'${text.replace(/['\\]/g, '\\$&')}'`;

/** No request to other servers, and every error told. */
const OPTIONS = `<?php
define('_DEBUG_BLOCK_QUEUE', true);
define('SPIP_ERREUR_REPORT', E_ALL);
`;

/** PHP: enters the private area, as the page that installs does, which needs no account. */
function before(origin: string): string {
  const { host, hostname, port } = new URL(origin);
  return `
    $_SERVER = ['HTTP_HOST' => ${quote(host)}, 'SERVER_NAME' => ${quote(hostname)}, 'SERVER_PORT' => ${quote(port)},
      'REQUEST_METHOD' => 'GET', 'REQUEST_URI' => '/ecrire/'] + $_SERVER;
    define('_ESPACE_PRIVE', true);
    $_GET['exec'] = 'install';
    require '../vendor/autoload.php';
    require 'inc_version.php';`;
}

/** PHP: what SPIP's own steps of installation do. */
const TABLES = `
  foreach (['inc/install', 'base/create', 'install/etape_3'] as $file) include_spip($file);
  echo install_bases('', '', '', 'sqlite3', 'new_spip', 'spip', 0777);
  rename(_FILE_CHMOD_TMP, _DIR_CONNECT . 'chmod.php');
  rename(_FILE_CONNECT_TMP, _DIR_CONNECT . 'connect.php');`;
const SETTINGS = `
  foreach (['inc/config', 'auth/spip', 'inc/plugin'] as $file) include_spip($file);
  auth_spip_initialiser_secret();
  $id = sql_insertq('spip_auteurs', ['nom' => 'Admin', 'email' => 'admin@example.invalid', 'login' => ${quote(ADMIN.name)},
    'statut' => '0minirezo', 'webmestre' => 'oui', 'lang' => 'fr']);
  auth_spip_modifier_pass(${quote(ADMIN.name)}, ${quote(ADMIN.password)}, $id);
  $config = charger_fonction('config', 'inc');
  $config();
  foreach (['nom_site' => 'Gazette', 'slogan_site' => '', 'langue_site' => 'fr', 'post_dates' => 'oui',
    'langues_multilingue' => 'fr,en,de', 'multi_articles' => 'oui'] as $name => $value) ecrire_meta($name, $value);
  actualise_plugins_actifs();`;
const RUBRIC = `
  $id = sql_insertq('spip_rubriques', ['titre' => 'Rubrique', 'statut' => 'publie', 'lang' => 'fr', 'date' => date('Y-m-d H:i:s')]);
  sql_updateq('spip_rubriques', ['id_secteur' => $id], 'id_rubrique=' . $id);
  echo $id;`;

/** PHP: an article that everybody may read. */
const publication = (rubric: string, title: string, text: string, lang: string): string => `
  $id = sql_insertq('spip_articles', ['titre' => ${quote(title)}, 'texte' => ${quote(text)}, 'lang' => ${quote(lang)},
    'langue_choisie' => 'oui', 'statut' => 'publie', 'id_rubrique' => ${rubric}, 'id_secteur' => ${rubric},
    'date' => date('Y-m-d H:i:s', time() - 3600)]);
  include_spip('inc/invalideur');
  suivre_invalideur('article');
  echo $id;`;
