// What a page's Markdown may ask for: `{% name "argument" %}`.

import { facts } from './figures.ts';
import type { Language } from './languages.ts';

type Shortcode = (language: Language, ...args: string[]) => string;

export const SHORTCODES: Readonly<Record<string, Shortcode>> = { facts };
