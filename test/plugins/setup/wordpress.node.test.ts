// The basis of every WordPress test: a site starts, serves, takes plugins, reports errors, and leaves nothing behind.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../../receiver/harness.ts';
import { startWordPress } from './wordpress.ts';

const PLUGIN = `<?php
/* Plugin Name: Said twice */
add_shortcode('said', fn() => '<b>said by a plugin</b>');
add_action('wp_footer', fn() => trigger_error('a complaint of the plugin'));
`;

test('a WordPress starts, serves what is published, runs plugins, and leaves nothing behind', async (t) => {
  const plugin = join(await temporaryFolder(t), 'said-twice');
  await mkdir(plugin);
  await writeFile(join(plugin, 'said-twice.php'), PLUGIN);
  const site = await startWordPress({ plugins: [plugin] });
  assert.deepEqual((await servers()).toSorted(), ['mariadbd', 'php']);

  const pasted = '<script>1 && 2 // \\n L’été d\'un "mot"</script>';
  const address = await site.publish("L’abri d'ici", `<!-- wp:html -->${pasted}<!-- /wp:html -->[said]`);
  const html = await (await fetch(address)).text();
  assert.ok(html.includes(pasted), html);
  assert.ok(html.includes('<b>said by a plugin</b>'));
  assert.match(html, /themes\/twentytwentyfive\//);
  assert.match(site.complaints(), /a complaint of the plugin/);
  assert.equal(await site.php('echo 6 * 7;'), '42');

  const signedIn = await fetch(`${site.origin}/wp-login.php`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: 'wordpress_test_cookie=WP+Cookie+check' },
    body: new URLSearchParams({ log: site.admin.name, pwd: site.admin.password, testcookie: '1' }),
  });
  assert.equal(signedIn.status, 302);

  await site.stop();
  assert.equal(existsSync(site.folder), false);
  assert.deepEqual(await servers(), []);
  await assert.rejects(fetch(address));
});

test('a WordPress that cannot start says why, and leaves nothing behind', async () => {
  await assert.rejects(startWordPress({ plugins: ['/nowhere/at-all'] }), /nowhere/);
  assert.deepEqual(await servers(), []);
});

/** Names of the servers that this process runs. */
async function servers(): Promise<string[]> {
  const children = await readFile(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8');
  const names = children
    .split(' ')
    .filter(Boolean)
    .map((id) => readFile(`/proc/${id}/comm`, 'utf8').catch(() => ''));
  return (await Promise.all(names)).map((name) => name.trim()).filter(Boolean);
}
