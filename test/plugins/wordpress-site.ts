// A WordPress with the plugin installed from its archive, and an administrator in a browser.
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { packagePlugin } from '../../src/plugins/wordpress/package.ts';
import { PATIENT } from '../setup/site.ts';
import type { Page } from '../setup/browsers.ts';
import { startWordPress, type TestWordPress } from './setup/wordpress.ts';

/** The plugin's main file, as WordPress names it. */
const PLUGIN = 'cliquez-signalez/cliquez-signalez.php';

/** A site with the plugin, and the requests that the plugin has sent. */
export interface PluginSite extends TestWordPress {
  /** Addresses of the requests that the plugin has sent from the server, in order. */
  outgoing(): string[];
  /** Changes settings, as the settings page does. */
  set(settings: Readonly<Record<string, string>>): Promise<void>;
  /** Publishes a post. @returns its address */
  post(title: string, content: string): Promise<string>;
}

// WordPress refuses to send to its own machine, where the test receiver runs. The watcher allows it, and records whose
// code sends what.
const watcher = (log: string): string => `<?php
add_filter('http_request_host_is_external', '__return_true');
add_filter('http_allowed_safe_ports', fn($ports, $host, $url) => [...$ports, wp_parse_url($url, PHP_URL_PORT)], 10, 3);
add_filter('pre_http_request', function ($answer, $args, $url) {
  $files = implode(' ', array_column(debug_backtrace(DEBUG_BACKTRACE_IGNORE_ARGS), 'file'));
  if (str_contains($files, 'plugins/cliquez-signalez')) file_put_contents('${log}', $url . "\\n", FILE_APPEND);
  return $answer;
}, 10, 3);
add_filter('get_avatar_url', '__return_empty_string');
// As a site behind a proxy does it: here every visitor would be this machine.
if (isset($_SERVER['HTTP_X_TEST_ADDRESS'])) $_SERVER['REMOTE_ADDR'] = $_SERVER['HTTP_X_TEST_ADDRESS'];
`;

/** Starts a site on which the plugin is installed and active. */
export async function startPluginSite(t: TestContext): Promise<PluginSite> {
  const site = await startWordPress();
  t.after(() => site.stop());
  const log = join(site.folder, 'outgoing.log');
  const content = join(site.folder, 'wp-content');
  await mkdir(join(content, 'mu-plugins'));
  await writeFile(join(content, 'mu-plugins', 'watcher.php'), watcher(log));
  await writeFile(join(site.folder, 'plugin.zip'), packagePlugin());
  await site.php(INSTALLATION);
  // WordPress tries at its installation whether it may have them, and gives up on a busy machine.
  await site.php(
    "$GLOBALS['wp_rewrite']->set_permalink_structure('/%year%/%monthnum%/%day%/%postname%/'); flush_rewrite_rules();",
  );
  return {
    ...site,
    outgoing: () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []),
    async set(settings) {
      const all = JSON.stringify(settings).replace(/['\\]/g, '\\$&');
      await site.php(
        `update_option('cliquez_signalez_settings', json_decode('${all}', true) + cliquez_signalez_settings());`,
      );
    },
    async post(title, text) {
      const page = await site.publish(title, text);
      const id = new URL(page).searchParams.get('page_id')!;
      await site.php(`wp_update_post(['ID' => ${id}, 'post_type' => 'post']);`);
      return `${site.origin}/?p=${id}`;
    },
  };
}

// Installs as « Plugins → Add → Upload » does.
const INSTALLATION = `
  foreach (['file', 'misc', 'plugin', 'class-wp-upgrader'] as $part) require_once ABSPATH . "wp-admin/includes/$part.php";
  $done = (new Plugin_Upgrader(new Automatic_Upgrader_Skin()))->install(ABSPATH . 'plugin.zip');
  if ($done !== true) throw new Exception('Not installed: ' . print_r($done, true));
  $result = activate_plugin('${PLUGIN}');
  if (is_wp_error($result)) throw new Exception($result->get_error_message());`;

/** Remains that an uninstallation must not leave on any site of a network: rows that name the plugin, its folder. */
export const REMAINS = `
  global $wpdb;
  $options = [];
  $uploads = [];
  foreach (is_multisite() ? get_sites(['fields' => 'ids']) : [1] as $id) {
    if (is_multisite()) switch_to_blog($id);
    $found = $wpdb->get_col("SELECT option_name FROM $wpdb->options WHERE option_name LIKE '%cliquez%' ORDER BY 1");
    foreach ($found as $name) $options[] = "$id $name";
    $folder = wp_upload_dir(null, false)['basedir'] . '/cliquez-signalez';
    foreach (file_exists($folder) ? scandir($folder) : [] as $name) if ($name[0] !== '.') $uploads[] = "$id $name";
    if (file_exists($folder)) $uploads[] = "$id folder";
  }
  echo json_encode([
    'options' => $options,
    'meta' => $wpdb->get_col("SELECT meta_key FROM $wpdb->usermeta WHERE meta_key LIKE '%cliquez%'"),
    'tables' => $wpdb->get_col("SHOW TABLES LIKE '%cliquez%'"),
    'hooks' => array_filter(array_map('key', _get_cron_array()), fn($hook) => str_contains($hook, 'cliquez')),
    'folder' => file_exists(WP_PLUGIN_DIR . '/cliquez-signalez'),
    'uploads' => $uploads,
  ]);`;

// A persistent object cache, for the plugin's group alone: WordPress's own functions over a class that uses a file.
const objectCache = (memory: string): string => `<?php
require_once ABSPATH . WPINC . '/class-wp-object-cache.php';
class Test_Object_Cache extends WP_Object_Cache {
  private function all() { return json_decode(@file_get_contents('${memory}') ?: '{}', true); }
  private function keep($all) { file_put_contents('${memory}', json_encode($all)); }
  public function add($key, $data, $group = 'default', $expire = 0) {
    if ($group !== 'cliquez-signalez') return parent::add($key, $data, $group, $expire);
    if (!$expire) throw new Exception('Kept for ever');
    $all = $this->all();
    if (isset($all[$key])) return false;
    $this->keep([$key => $data] + $all);
    return true;
  }
  public function get($key, $group = 'default', $force = false, &$found = null) {
    if ($group !== 'cliquez-signalez') return parent::get($key, $group, $force, $found);
    return $this->all()[$key] ?? false;
  }
  public function incr($key, $offset = 1, $group = 'default') {
    $all = $this->all();
    $this->keep([$key => $all[$key] + $offset] + $all);
    return $all[$key] + $offset;
  }
}
eval(str_replace('new WP_Object_Cache()', 'new Test_Object_Cache()', substr(file_get_contents(ABSPATH . WPINC . '/cache.php'), 5)));
`;

const cacheOf = (site: TestWordPress): string => join(site.folder, 'wp-content', 'object-cache.php');

/** Gives the site a persistent object cache. @returns the file of its data */
export async function giveMemory(site: TestWordPress): Promise<string> {
  const memory = join(site.folder, 'memory.json');
  await writeFile(cacheOf(site), objectCache(memory));
  return memory;
}

/** Removes the object cache. */
export async function takeMemory(site: TestWordPress): Promise<void> {
  await rm(cacheOf(site));
  await rm(join(site.folder, 'memory.json'));
}

/** Makes the site the first of a network, and adds a second one with settings of its own. */
export async function makeNetwork(site: PluginSite): Promise<void> {
  const { host } = new URL(site.origin);
  await site.php(`
    foreach (['upgrade', 'network'] as $part) require_once ABSPATH . "wp-admin/includes/$part.php";
    global $wpdb;
    foreach ($wpdb->tables('ms_global') as $table => $name) $wpdb->$table = $name;
    install_network();
    populate_network(1, '${host}', 'admin@example.invalid', 'Network', '/', false);`);
  const file = join(site.folder, 'wp-config.php');
  const constants = `define('MULTISITE', true); define('SUBDOMAIN_INSTALL', false);
    define('DOMAIN_CURRENT_SITE', '${host}'); define('PATH_CURRENT_SITE', '/');
    define('SITE_ID_CURRENT_SITE', 1); define('BLOG_ID_CURRENT_SITE', 1);`;
  await writeFile(
    file,
    readFileSync(file, 'utf8').replace('$table_prefix', () => `${constants}\n$table_prefix`),
  );
  await site.php(`
    $id = wp_insert_site(['domain' => '${host}', 'path' => '/two/', 'user_id' => 1]);
    if (is_wp_error($id)) throw new Exception($id->get_error_message());
    switch_to_blog($id);
    update_option('cliquez_signalez_settings', ['hotline' => 'Another', 'accent' => '#112233']);
    update_option('cliquez_signalez_relay_secret', ['secret' => 'Another']);`);
}

/** Uninstalls as « Plugins → Deactivate → Delete » does. */
export const UNINSTALLATION = `
  foreach (['file', 'misc', 'plugin'] as $part) require_once ABSPATH . "wp-admin/includes/$part.php";
  deactivate_plugins('${PLUGIN}');
  $done = delete_plugins(['${PLUGIN}']);
  if ($done !== true) throw new Exception('Not deleted: ' . print_r($done, true));`;

/** Signs in, and goes on to an address. */
export async function signIn(page: Page, site: TestWordPress, path: string): Promise<void> {
  await page.goto(`${site.origin}/wp-login.php?redirect_to=${encodeURIComponent(site.origin + path)}`);
  await page.evaluate(
    (name: string, password: string) => {
      document.querySelector<HTMLInputElement>('#user_login')!.value = name;
      document.querySelector<HTMLInputElement>('#user_pass')!.value = password;
      document.querySelector<HTMLFormElement>('#loginform')!.submit();
    },
    site.admin.name,
    site.admin.password,
  );
  await page.waitFor(
    "document.body?.classList.contains('wp-admin') && document.readyState === 'complete'",
    PATIENT,
  );
}

/** Fills in and saves the settings page, then waits for the result. @returns the notices of the result */
export async function saveSettings(
  page: Page,
  values: Readonly<Record<string, string | boolean>>,
): Promise<string[]> {
  await page.evaluate((given: Record<string, string | boolean>) => {
    for (const [name, value] of Object.entries(given)) {
      const field = document.querySelector<HTMLInputElement>(`#cliquez-signalez-${name}`)!;
      if (typeof value === 'boolean') field.checked = value;
      else field.value = value;
    }
    // The browser's own validation is off, so that the server has to refuse these addresses.
    document.querySelector<HTMLFormElement>('form[action="options.php"]')!.noValidate = true;
    document.documentElement.dataset['old'] = '';
    document.querySelector<HTMLElement>('#submit')!.click();
  }, values);
  await page.waitFor(
    "!('old' in document.documentElement.dataset) && document.readyState === 'complete' && Boolean(document.querySelector('#submit'))",
    PATIENT,
  );
  return page.evaluate(() =>
    [...document.querySelectorAll('.settings-error')].map((notice) =>
      notice.querySelector('p')!.textContent.trim(),
    ),
  );
}
