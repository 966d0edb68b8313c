// What NCMEC takes in a field of a CyberTipline report: lengths, and what an address must look like.
// Source: the API's technical documentation (report.cybertip.org/ispws/documentation), as of 2025-11-04.

import { excerpt } from './excerpt.ts';

/** Longest names, in characters. */
export const NAME_LIMITS = {
  chatClient: 255,
  chatRoomName: 255,
  gameName: 255,
  client: 255,
  espIdentifier: 255,
  espService: 100,
  screenName: 256,
  displayName: 255,
  groupIdentifier: 255,
} as const;

/** A name, cut to the length that NCMEC takes. */
export const nameOf = (field: keyof typeof NAME_LIMITS, text: string | undefined): string | undefined =>
  text === undefined ? undefined : excerpt(text, NAME_LIMITS[field]);

const LONGEST_URL = 2083;
const LONGEST_EMAIL = 255;
const LONGEST_PHONE = 50;

// A part of an address leads nowhere, so one that does not fit is left out; `additionalInfo` has it in full.

/** Whether an address may stand in a field for addresses. */
export const isUrl = (text: string): boolean =>
  text.length <= LONGEST_URL && /^https?:/i.test(text) && URL.canParse(text);

/** Whether a text may stand in a field for e-mail addresses. */
export const isEmail = (text: string): boolean =>
  text.length <= LONGEST_EMAIL && /^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/.test(text);

/** Whether a text may stand in a field for telephone numbers. */
export const isPhone = (text: string): boolean => text.length <= LONGEST_PHONE;
