// Settings of the environment that several commands read.
import { UsageError } from 'cliquez-signalez-tools/commands';
import type { OpenStoreOptions } from '../store/store.ts';

/**
 * Whether a setting is 1.
 * @throws {UsageError} if it is neither 1 nor 0
 */
export function isSet(environment: NodeJS.ProcessEnv, name: string): boolean {
  const text = environment[name] || '0';
  if (text === '0' || text === '1') return text === '1';
  throw new UsageError(`${name} must be 1 or 0, not « ${text} ».`);
}

/** A command's requirement of its database: of PostgreSQL, the standby that the receiver asks for too. */
export const standbyFor = (
  url: string,
  environment: NodeJS.ProcessEnv,
): Pick<OpenStoreOptions, 'needsStandby'> => ({
  needsStandby: isSet(environment, 'SYNCHRONOUS_STANDBY') && !url.startsWith('sqlite:'),
});
