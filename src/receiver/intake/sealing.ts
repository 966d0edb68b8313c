// Checks that a report is sealed as the hotline requires: for one of its keys, if it named some.
import type { ProblemCode } from '../../core/report/protocol.ts';
import { readSealHeader } from './seal-header.ts';
import { checkSealKeys, type SealingOptions } from './seal-keys.ts';

/** The problem that refuses a body because of its sealing; undefined if there is none. */
export type SealingJudge = (body: Readonly<Record<string, unknown>>) => ProblemCode | undefined;

/**
 * Makes the judge of how reports are sealed. It trusts the key that an envelope names: only the holder of the private
 * key can find out whether that is true.
 * @throws {SealKeysError} naming the entry and what to write instead
 */
export function createSealingJudge({ sealKeys, sealedOnly = false }: SealingOptions): SealingJudge {
  const known = sealKeys && checkSealKeys(sealKeys);
  return (body) => {
    if (!('sealed' in body)) return sealedOnly ? 'not-sealed' : undefined;
    if (!known || typeof body['sealed'] !== 'string') return undefined;
    const header = readSealHeader(body['sealed']);
    // An unreadable header is a fault of the envelope, and is reported as such.
    if (!header) return undefined;
    return header.kid !== undefined && known.has(header.kid) ? undefined : 'seal-key';
  };
}
