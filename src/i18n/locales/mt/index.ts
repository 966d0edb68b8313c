// Maltese, for a page that includes it: registers itself.

import { ownNames } from '../../own-names.ts';
import { registerLocale } from '../../registry.ts';
import { first, later } from './first.ts';
import { launcher } from './launcher.ts';
import { words } from './names.ts';

registerLocale({
  tag: 'mt',
  name: 'Malti',
  names: ownNames('mt', words),
  isDraft: true,
  launcher,
  form: () => Promise.resolve({ first, later }),
});
