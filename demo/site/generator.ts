// The pages of the site, from Markdown and one layout, made by Eleventy.

import { Eleventy, type Configuration } from '@11ty/eleventy';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { VERSION } from '../../src/core/version.ts';
import { FRAME_WORDS, languageOf, type Language } from './languages.ts';
import { amendMarkdown, places } from './markdown.ts';
import { menu, neighbours } from './navigation.ts';
import { policyOf, type Running } from './policy.ts';
import { withRelativeAddresses } from './relative.ts';
import { SHORTCODES } from './shortcodes.ts';
import { withFrenchSpacing } from './typography.ts';

/** Eleventy's data of a page. */
interface Computed {
  readonly page: { readonly filePathStem: string };
  readonly lead?: string;
  readonly description: string;
}

/** Pages of the header. */
const SHORT = ['website', 'hotline', 'security', 'questions'];

const language = ({ page }: Computed): Language => languageOf(page.filePathStem);
const nameOf = ({ page }: Computed): string => page.filePathStem.split('/').at(-1)!;

function configure(config: Configuration): void {
  config.setUseGitIgnore(false);
  config.setIncludesDirectory('../layouts');
  config.amendLibrary('md', amendMarkdown);

  config.addGlobalData('layout', 'page.liquid');
  config.addGlobalData('kind', 'guide');
  config.addGlobalData('running', 'text' satisfies Running);
  config.addGlobalData(
    'permalink',
    () =>
      ({ page }: Computed) =>
        `${page.filePathStem}.html`,
  );
  config.addGlobalData('eleventyComputed', {
    lang: language,
    name: nameOf,
    words: (data: Computed) => FRAME_WORDS[language(data)],
    licence: (data: Computed) => FRAME_WORDS[language(data)].licence.replace('{version}', VERSION),
    menu: (data: Computed) => menu(language(data)),
    short: (data: Computed) =>
      menu(language(data))
        .flatMap(({ items }) => items)
        .filter(({ name }) => SHORT.includes(name)),
    before: (data: Computed) => neighbours(language(data), nameOf(data)).before,
    after: (data: Computed) => neighbours(language(data), nameOf(data)).after,
    otherUrl: (data: Computed) => `/${FRAME_WORDS[language(data)].otherTag}/${nameOf(data)}.html`,
    lead: ({ lead, description }: Computed) => lead ?? description,
  });

  config.addFilter('policy', (running) => policyOf(running as Running));
  config.addFilter('places', places);
  for (const [name, make] of Object.entries(SHORTCODES)) {
    config.addShortcode(name, function (...args) {
      return make(languageOf(this.page.filePathStem), ...args);
    });
  }
  config.addTransform('French spacing', function (html) {
    return languageOf(this.page.url) === 'fr' ? withFrenchSpacing(html) : html;
  });
  config.addTransform('relative addresses', function (html) {
    return withRelativeAddresses(html, this.page.url);
  });
}

/** Writes the pages into a folder. */
export async function writePages(folder: string): Promise<void> {
  const from = fileURLToPath(new URL('pages/', import.meta.url));
  // Eleventy takes its paths from the folder that it is started in.
  const here = (path: string): string => relative(process.cwd(), path) || '.';
  await new Eleventy(here(from), here(folder), { quietMode: true, config: configure }).write();
}
