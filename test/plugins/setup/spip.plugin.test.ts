// The throw-away SPIP: a site starts, serves, runs skeletons, reports errors, and leaves nothing behind.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { startSpip } from './spip.ts';

test('a SPIP starts, serves what is published, tells errors, and leaves nothing behind', async () => {
  const spip = await startSpip();
  const address = await spip.publish('Abri', 'Un abri {{fort}}');
  const html = await (await fetch(address)).text();
  assert.match(html, /<html dir="ltr" lang="fr"/);
  assert.match(html, /Un abri <strong>fort<\/strong>/);
  assert.match(await (await fetch(await spip.publish('Shelter', 'Here', 'en'))).text(), / lang="en"/);
  assert.equal(await spip.php('echo 6 * 7;'), '42');
  assert.equal(spip.complaints(), '');

  mkdirSync(join(spip.folder, 'squelettes'));
  writeFileSync(join(spip.folder, 'squelettes/faute.html'), '[(#VAL{1}|faute)]');
  writeFileSync(
    join(spip.folder, 'squelettes/mes_fonctions.php'),
    '<?php\nfunction faute($x) { return $x . $undefined; }\n',
  );
  await fetch(`${spip.origin}/spip.php?page=faute`);
  assert.match(spip.complaints(), /Undefined variable \$undefined/);

  await spip.stop();
  assert.equal(existsSync(spip.folder), false);
  await assert.rejects(fetch(address));
});
