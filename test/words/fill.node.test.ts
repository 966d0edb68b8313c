// Values in a message.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fill } from '../../src/words/messages.ts';

test('each place gets its value, and a place without one stays for a later value', () => {
  assert.equal(fill('À {hotline}, pas à {site}.', { site: '3018.fr' }), 'À {hotline}, pas à 3018.fr.');
  assert.equal(fill('{n} sur {n}', { n: 2 }, 'ltr'), '2 sur 2');
});

test('from right to left, each value keeps its own direction', () => {
  const later = fill('إلى {hotline}، لا {site}.', { site: '3018.fr' }, 'rtl');
  assert.equal(later, 'إلى {hotline}، لا \u20683018.fr\u2069.');
  assert.equal(fill(later, { hotline: '3018 !' }, 'rtl'), 'إلى \u20683018 !\u2069، لا \u20683018.fr\u2069.');
});
