// Settings of the environment that several commands read.
import { UsageError } from '../../command-line/command.ts';
import type { OpenStoreOptions } from '../store/store.ts';
import { SETTINGS, type SettingName, type Settings } from './settings.ts';

/** The settings that have a value by default. */
type WithValue = {
  [Name in SettingName]: (typeof SETTINGS)[Name] extends { readonly value: string } ? Name : never;
}[SettingName];

/** A setting of the environment, else its value by default. */
export const settingOf = (settings: Settings, name: WithValue): string =>
  settings[name] || SETTINGS[name].value;

/**
 * Whether a setting is 1.
 * @throws {UsageError} if it is neither 1 nor 0
 */
export function isSet(environment: Settings, name: 'SEALED_ONLY' | 'SYNCHRONOUS_STANDBY'): boolean {
  const text = settingOf(environment, name);
  if (text === '0' || text === '1') return text === '1';
  throw new UsageError(`${name} must be 1 or 0, not « ${text} ».`);
}

/** A command's requirement of its database: of PostgreSQL, the standby that the receiver asks for too. */
export const standbyFor = (url: string, environment: Settings): Pick<OpenStoreOptions, 'needsStandby'> => ({
  needsStandby: isSet(environment, 'SYNCHRONOUS_STANDBY') && !url.startsWith('sqlite:'),
});
