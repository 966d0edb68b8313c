// Names of our own that the script-tag builds shorten. Minifiers leave properties alone, because they cannot know who
// else reads them; these are read by our own files only, which are all built together, and never as a string.

import { globSync, readFileSync } from 'node:fs';

const NAMES = `askClose canReport canRetry connectionChanged errorOf exitText exitUrl expire fetchElsewhere
  fetchLaterWhenIdle fetchMore focusField hasFailed hasLoadFailed hotlineLink isAddress isBusy isCompact
  isCopiedByHand isKept isListening isLong isOpen isPrefilled isRefused isRequired isRevising isShown
  isUnconfirmed makeReady needMore notBefore onCancel onClick onClose pageContext pageUrl prepare prepared
  privacyText privacyUrl remarked replyTo revise secondsLeft sentContext shownFailure startAgain startOver toField
  unlisten waitSeconds wasSent`.split(/\s+/);

/** Pattern of the names, for terser. */
export const SHORTENED = new RegExp(`^(${NAMES.join('|')})$`);

/**
 * What stands for each: the same in every file, whichever is built first. `$` begins no name of the platform's or Lit's.
 * In the form of terser's cache of names.
 */
export const shortNames = (): object => ({
  props: {
    props: Object.fromEntries(NAMES.map((name, index) => [`$${name}`, `$${index.toString(36)}`])),
  },
});

/** Throws where a name may be read as a string, as which it would not be found. */
export function checkShortNames(): void {
  const sources = globSync('src/{elements,client,core,i18n,theme}/**/*.ts').map((file) =>
    readFileSync(file, 'utf8'),
  );
  const quoted = new Set(
    sources.flatMap((source) => [...source.matchAll(/(?<=['"`])\w+(?=['"`])/g)].map(String)),
  );
  for (const name of NAMES) {
    if (quoted.has(name))
      throw new Error(`“${name}” is a string somewhere: take it out of .build/short-names.ts.`);
    if (!sources.some((source) => new RegExp(`\\b${name}\\b`).test(source)))
      throw new Error(`Nothing is called “${name}”: take it out of .build/short-names.ts.`);
  }
}
