// Defines the widget of a page of the gallery: the files that partners load, or the build that can take a language.

/** @param lang the language of the widget: right to left needs a language of the page's own */
export async function defineWidget(lang: string): Promise<void> {
  const file = lang === 'ar-XB' ? './mirrored/mirrored.js' : '../cdn/cliquez-signalez.js';
  await import(/* @vite-ignore */ new URL(file, import.meta.url).href);
}
