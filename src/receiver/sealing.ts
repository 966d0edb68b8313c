// Whether a report is sealed as the hotline wants it: for a key that it has, where it named some.
import type { ProblemCode } from '../core/report/protocol.ts';
import { readSealHeader } from './seal-header.ts';
import { checkSealKeys, type SealingOptions } from './seal-keys.ts';

/** Says by which problem a body is refused because of how it is sealed; undefined where it is not. */
export type SealingJudge = (body: Readonly<Record<string, unknown>>) => ProblemCode | undefined;

/**
 * Makes the judge of how reports are sealed. It believes what an envelope says of its key: whether that is true, only
 * the holder of the private key finds out.
 * @throws {SealKeysError} naming the entry and what to write instead
 */
export function createSealingJudge({ sealKeys, sealedOnly = false }: SealingOptions): SealingJudge {
  const known = sealKeys && checkSealKeys(sealKeys);
  return (body) => {
    if (!('sealed' in body)) return sealedOnly ? 'not-sealed' : undefined;
    if (!known || typeof body['sealed'] !== 'string') return undefined;
    const header = readSealHeader(body['sealed']);
    // A header that cannot be read is a plain fault of the envelope, told as such.
    if (!header) return undefined;
    return header.kid !== undefined && known.has(header.kid) ? undefined : 'seal-key';
  };
}
