// All checks, in the order in which they run: the first ones test what others need, the last ones look at every answer.
import type { Check } from './check.ts';
import { ANSWERS } from './checks/answers.ts';
import { CONTENTS } from './checks/contents.ts';
import { CORS, CORS_AFTERWARDS } from './checks/cors.ts';
import { FIELDS } from './checks/fields.ts';
import { followUpChecks } from './checks/follow-up.ts';
import { HEALTH, proofChecks, receiptChecks, sealedChecks } from './checks/optional.ts';
import { REACH, SPEED } from './checks/reach.ts';
import { RECEIPT, REFERENCES } from './checks/receipt.ts';
import { REFUSALS } from './checks/refusals.ts';
import { REPEATS } from './checks/repeats.ts';
import { SILENCE } from './checks/silence.ts';

/** The endpoint's services besides taking reports, according to the caller. */
export interface Offers {
  readonly challenge?: URL | undefined;
  readonly publicKey?: string | undefined;
  readonly receiptKey?: string | undefined;
  readonly followUp?: URL | undefined;
}

/** The checks of an endpoint. */
export const checksOf = ({ challenge, publicKey, receiptKey, followUp }: Offers): Check[] => [
  ...REACH,
  ...CORS,
  ...RECEIPT,
  ...REPEATS,
  ...CONTENTS,
  ...REFUSALS,
  ...FIELDS,
  ...SILENCE,
  HEALTH,
  ...(publicKey ? sealedChecks(publicKey) : []),
  ...(receiptKey ? receiptChecks(receiptKey) : []),
  ...(challenge ? proofChecks(challenge) : []),
  ...(followUp ? followUpChecks(followUp, publicKey) : []),
  REFERENCES,
  ...CORS_AFTERWARDS,
  ...ANSWERS,
  SPEED,
];
