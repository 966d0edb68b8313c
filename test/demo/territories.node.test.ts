// The codes of the French territories overseas are countries wherever one is given: in the element, in the configurator
// of the site, in the plugins.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { NO_ANSWERS } from '../../demo/configure/answers.ts';
import { remarks, usableAnswers } from '../../demo/configure/remarks.ts';
import { COUNTRY } from '../../src/widget/attributes/values.ts';
import { TERRITORY_CODES } from '../../src/core/help/overseas.ts';

const PAGE = 'https://partenaire.example/';

/** The files of the plugins that check a country, and the pattern of each. */
const PLUGINS: Readonly<Record<string, RegExp>> = {
  'hugo/layouts/partials/cliquez-signalez/settings.html':
    /with \$settings\.country -\}\}\s*\{\{- if not \(findRE `(.+)`/,
  // That of WordPress, DokuWiki, SPIP and MediaWiki.
  'php/widget.php': /'country' => \['\/(.+)\/D'/,
};

test('the element takes each of them', () => {
  for (const code of TERRITORY_CODES) assert.match(code, COUNTRY);
});

test('the configurator has no remark about any of them, and keeps it', () => {
  for (const country of TERRITORY_CODES) {
    const answers = { ...NO_ANSWERS, texts: { ...NO_ANSWERS.texts, country } };
    assert.equal(remarks(answers, PAGE).get('country'), undefined, country);
    assert.equal(usableAnswers(answers, PAGE).texts.country, country);
  }
});

for (const [file, place] of Object.entries(PLUGINS)) {
  test(`${file.split('/')[0]} takes each of them`, () => {
    const source = readFileSync(new URL(`../../src/plugins/${file}`, import.meta.url), 'utf8');
    const pattern = place.exec(source)?.[1];
    assert.ok(pattern);
    for (const code of TERRITORY_CODES) assert.match(code, new RegExp(pattern));
    assert.doesNotMatch('France', new RegExp(pattern));
  });
}
