// Irish, for a page that includes it: registers itself.

import { registerLocale } from '../../registry.ts';
import { first, later } from './first.ts';
import { launcher } from './launcher.ts';
import { names } from './names.ts';

registerLocale({
  tag: 'ga',
  name: 'Gaeilge',
  names,
  isDraft: true,
  launcher,
  form: () => Promise.resolve({ first, later }),
});
