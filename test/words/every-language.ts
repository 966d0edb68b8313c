// Every language, in the page of a browser test: which there are, how a page includes them, how a widget changes to one.

import { named, ONE_PAGE, PANEL } from '../../demo/gallery/driver.ts';
import { FURTHER_LANGUAGES } from '../../src/words/languages.ts';
import { nextTask, type FormHarness } from '../widget/form/form-harness.ts';

/** All languages, French first. */
export const EVERY_LANGUAGE: readonly string[] = ['fr', 'en', ...FURTHER_LANGUAGES];

/** Includes all further languages in a page. */
export async function includeLanguages(page: Document = document): Promise<void> {
  const script = page.createElement('script');
  script.type = 'module';
  script.textContent = `
    import { includeLanguage } from '/src/words/include-language.ts';
    await Promise.all(${JSON.stringify(FURTHER_LANGUAGES)}.map(includeLanguage));
    dispatchEvent(new Event('languages-included'));`;
  const included = new Promise((resolve) =>
    page.defaultView!.addEventListener('languages-included', resolve, { once: true }),
  );
  page.head.append(script);
  await included;
}

/**
 * Waits until a first step has its folds, which come with the later steps: otherwise they would come at any moment. The
 * one-page form comes after them, and has none.
 */
export async function isWhole(form: FormHarness): Promise<void> {
  if (form.find(named('category')) && !form.find(ONE_PAGE)) await form.laterPart();
}

/** Changes the language of a widget as a page does, and waits until the new strings are shown. */
export async function speak(form: FormHarness, tag: string): Promise<void> {
  form.element.lang = tag;
  const end = performance.now() + 6000;
  while (!isShown(form, tag)) {
    if (performance.now() > end) throw new Error(`The widget does not speak ${tag}.`);
    await nextTask();
  }
}

const isShown = ({ root }: FormHarness, tag: string): boolean =>
  [PANEL, '.box'].every((part) => (root.querySelector(part)?.getAttribute('lang') ?? tag) === tag);
