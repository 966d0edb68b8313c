// Defines the widget of a page of the gallery: the files that partners load, or the build that can take a language of the
// page's own.

import { FURTHER } from '../../src/words/languages.ts';

const load = (file: string): Promise<unknown> =>
  import(/* @vite-ignore */ new URL(file, import.meta.url).href);

/** @param lang the language of the widget: one of its own, one that a page includes, or the mirrored one */
export async function defineWidget(lang: string): Promise<void> {
  if (lang === 'ar-XB') return void (await load('./mirrored/mirrored.js'));
  if (Object.hasOwn(FURTHER, lang)) await load(`../cdn/locales/${lang}.js`);
  await load('../cdn/cliquez-signalez.js');
}
