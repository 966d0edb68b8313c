// The basis of every DokuWiki test: a wiki starts, serves, runs plugins, reports errors, and leaves nothing behind.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../../receiver/harness.ts';
import { startDokuWiki } from './dokuwiki.ts';

const PLUGIN = `<?php
class action_plugin_saidtwice extends dokuwiki\\Extension\\ActionPlugin {
  public function register(dokuwiki\\Extension\\EventHandler $controller) {
    $controller->register_hook('TPL_CONTENT_DISPLAY', 'BEFORE', $this, 'say');
  }
  public function say($event) {
    $event->data .= '<b>said by a plugin</b>' . $undefined;
  }
}
`;

test('a DokuWiki starts, serves what is published, runs plugins, and leaves nothing behind', async (t) => {
  const plugin = join(await temporaryFolder(t), 'saidtwice');
  await mkdir(plugin);
  await writeFile(join(plugin, 'action.php'), PLUGIN);
  await writeFile(join(plugin, 'plugin.info.txt'), 'base saidtwice\n');
  const wiki = await startDokuWiki({ lang: 'fr', plugins: [plugin] });
  assert.equal(wiki.complaints(), '');

  const address = await wiki.publish('abri', "L’abri d'ici \\\\ **fort**");
  const html = await (await fetch(address)).text();
  assert.match(html, /L’abri d&#039;ici\s*<br\/>\s*<strong>fort<\/strong>/);
  assert.match(html, /<html lang="fr"/);
  assert.ok(html.includes('<b>said by a plugin</b>'));
  assert.match(wiki.complaints(), /Undefined variable \$undefined/);
  assert.equal(await wiki.php('echo 6 * 7;'), '42');

  const login = { u: wiki.admin.name, p: wiki.admin.password, do: 'login', id: 'abri' };
  const body = new URLSearchParams(login);
  const signedIn = await fetch(`${wiki.origin}/doku.php`, { method: 'POST', redirect: 'manual', body });
  assert.match(String(signedIn.headers.getSetCookie()), /DW[0-9a-f]+=/);

  await wiki.stop();
  assert.equal(existsSync(wiki.folder), false);
  await assert.rejects(fetch(address));
});

test('a DokuWiki that cannot start says why', async () => {
  await assert.rejects(startDokuWiki({ plugins: ['/nowhere/at-all'] }), /nowhere/);
});
