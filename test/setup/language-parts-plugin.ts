// Serves the parts of a language's file to browser tests, as the build cuts them: a test that takes a string before its
// part has loaded fails.

import type { TestRunnerPlugin } from '@web/test-runner';
import { textsOf } from '../../.build/messages/texts.ts';
import { PARTS, partOf } from '../../src/words/parts.ts';

export const languagePartsPlugin = (): TestRunnerPlugin => ({
  name: 'language-parts',
  serve({ path, querystring }) {
    const [, tag] = /^\/src\/words\/locales\/([\w-]+)\.json$/.exec(path) ?? [];
    const part = PARTS.find((name) => name === querystring);
    return tag && part ? { body: JSON.stringify(partOf(textsOf(tag), part)), type: 'json' } : undefined;
  },
});
