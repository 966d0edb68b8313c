// Irish, for a page that includes it: registers itself.

import { ownNames } from '../../own-names.ts';
import { registerLocale } from '../../registry.ts';
import { first, later } from './first.ts';
import { launcher } from './launcher.ts';
import { words } from './names.ts';

registerLocale({
  tag: 'ga',
  name: 'Gaeilge',
  names: ownNames('ga', words),
  isDraft: true,
  launcher,
  form: () => Promise.resolve({ first, later }),
});
