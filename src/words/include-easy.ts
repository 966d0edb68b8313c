// Adds the easy version of a language that the form has, once a reporter asks for it. In a build, its file is a part of
// the form (.build/language-files.ts); the single-file bundle is without, and takes one that the page includes.

import { includeLanguage } from './include-language.ts';
import type { EasyLanguage } from './easy.ts';

/** Adds an easy language. Rejects if its file cannot be fetched. Undefined in a build that is without. */
export const includeEasy: ((tag: EasyLanguage) => Promise<unknown>) | undefined = includeLanguage;
