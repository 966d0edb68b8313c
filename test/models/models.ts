// The list of models.

import { model as address } from './address.ts';
import { model as cursors } from './cursors.ts';
import { model as decisions } from './decisions.ts';
import { model as draft } from './draft.ts';
import { model as envelopes } from './envelopes.ts';
import type { Model } from './model.ts';
import { model as screens } from './screens.ts';

/** Every model. */
export const MODELS: readonly Model[] = [draft, address, decisions, cursors, envelopes, screens];
