// Czech, for a page that includes it: registers itself.

import { registerLocale } from '../../registry.ts';
import { first, later } from './first.ts';
import { launcher } from './launcher.ts';

registerLocale({
  tag: 'cs',
  isDraft: true,
  launcher,
  form: () => Promise.resolve({ first, later }),
});
