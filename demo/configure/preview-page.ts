// The page of the preview: loads languages for it, from the files of the widget beside it.

/** The window of the preview, as the configurator sees it. */
export interface PreviewWindow extends Window {
  /** Loads a further language. Nothing happens where it is there already. */
  loadLanguage(tag: string): void;
}

const widget = document.querySelector<HTMLScriptElement>('script[src$="/cliquez-signalez.js"]')!.src;

const load: PreviewWindow['loadLanguage'] = (tag) => {
  const { href } = new URL(`locales/${tag}.js`, widget);
  // If a file does not load, the preview stays in English.
  import(/* @vite-ignore */ href).catch(() => {});
};

Object.assign(globalThis, { loadLanguage: load });
