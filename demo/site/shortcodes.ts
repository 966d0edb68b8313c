// The shortcodes of a page's Markdown: `{% name "argument" %}`.

import { words } from './all-words.ts';
import { brokenPageTable } from './broken-pages.ts';
import { archive, downloads } from './downloads.ts';
import * as figures from './figures.ts';
import type { Language } from './languages.ts';
import * as mutants from './mutants.ts';
import { recorderTable } from './recorders.ts';
import * as reference from './reference.ts';
import * as samples from './samples.ts';
import * as sharers from './sharers.ts';
import { formSays, helpLine, trainingDoors, trainingLines, trainingWays } from './training-help.ts';
import * as training from './training.ts';

type Shortcode = (language: Language, ...args: string[]) => string;

export const SHORTCODES: Readonly<Record<string, Shortcode>> = {
  ...figures,
  ...mutants,
  ...reference,
  ...samples,
  ...sharers,
  ...training,
  archive,
  brokenPageTable,
  downloads,
  formSays,
  helpLine,
  recorderTable,
  trainingDoors,
  trainingLines,
  trainingWays,
  words,
};
