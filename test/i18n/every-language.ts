// Every language, in the page of a browser test: which there are, how a page includes them, how a widget changes to one.

import { nextTask, type FormHarness } from '../elements/form-harness.ts';

/** The languages that a page includes one by one; set by the test runner's page. */
declare const furtherLanguages: readonly string[];

/** All languages, French first. */
export const EVERY_LANGUAGE: readonly string[] = ['fr', 'en', ...furtherLanguages];

/** Includes all further languages in a page. */
export async function includeLanguages(page: Document = document): Promise<void> {
  await Promise.all(
    furtherLanguages.map(
      (tag) =>
        new Promise((resolve, reject) => {
          const script = page.createElement('script');
          script.type = 'module';
          script.src = `/src/i18n/locales/${tag}/index.ts`;
          script.addEventListener('load', resolve, { once: true });
          script.addEventListener('error', () => reject(new Error(`${script.src} did not load.`)), {
            once: true,
          });
          page.head.append(script);
        }),
    ),
  );
}

/** Waits until a first step has its folds, which come with the later steps: otherwise they would come at any moment. */
export async function isWhole(form: FormHarness): Promise<void> {
  if (form.find('[name="category"]')) await form.laterPart();
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
  ['.panel', '.box'].every((part) => (root.querySelector(part)?.getAttribute('lang') ?? tag) === tag);
