// The words of the page that is shown.

import { en } from './en.ts';
import { fr } from './fr.ts';
import type { Words } from './words.ts';

export const words: Words = document.documentElement.lang === 'en' ? en : fr;
