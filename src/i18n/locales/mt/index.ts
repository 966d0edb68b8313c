// Maltese, for a page that includes it: registers itself.

import { registerLocale } from '../../registry.ts';
import { first, later } from './first.ts';
import { launcher } from './launcher.ts';
import { names } from './names.ts';

registerLocale({
  tag: 'mt',
  name: 'Malti',
  names,
  isDraft: true,
  launcher,
  form: () => Promise.resolve({ first, later }),
});
