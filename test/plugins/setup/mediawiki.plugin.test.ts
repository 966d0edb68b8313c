// The throw-away MediaWiki: a wiki starts, serves, takes settings, reports errors, and leaves nothing behind.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { startMediaWiki } from './mediawiki.ts';

test('a MediaWiki starts, serves what is published, tells errors, and leaves nothing behind', async () => {
  const wiki = await startMediaWiki();
  const address = await wiki.publish('Abri', "Un abri '''fort'''");
  const html = await (await fetch(address)).text();
  assert.match(html, / lang="fr"/);
  assert.match(html, /Un abri <b>fort<\/b>/);
  assert.match(await wiki.php('echo 6 * 7;'), /42/);
  assert.equal(wiki.complaints(), '');

  await wiki.configure(
    "$wgHooks['SkinAfterContent'][] = static function ( &$data ) { $data .= 'said by a hook' . $undefined; };",
  );
  assert.match(await (await fetch(address)).text(), /said by a hook/);
  assert.match(wiki.complaints(), /Undefined variable \$undefined/);
  await wiki.configure('');
  assert.doesNotMatch(await (await fetch(address)).text(), /said by a hook/);

  await wiki.stop();
  assert.equal(existsSync(wiki.folder), false);
  await assert.rejects(fetch(address));
});
