// The page of the preview: loads languages for it, from the files of the widget beside it.

/** The window of the preview, as the configurator sees it. */
export interface PreviewWindow extends Window {
  /** Loads a further language. Nothing happens where it is there already. */
  loadLanguage(tag: string): void;
}

const load: PreviewWindow['loadLanguage'] = (tag) => {
  // Where a file does not load, the preview stays in English.
  import(/* @vite-ignore */ new URL(`../cdn/locales/${tag}.js`, import.meta.url).href).catch(() => {});
};

Object.assign(globalThis, { loadLanguage: load });
