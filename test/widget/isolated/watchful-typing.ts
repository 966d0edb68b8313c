// Typing as a person does who looks up every few letters, and stops where the field is gone.
import type { Page } from '../../setup/browsers.ts';

const TEXT = 'il menace de publier ma photo si je ne paie pas ce soir';

/** How many letters are typed between two looks. */
export const UNSEEN_LETTERS = 5;

/** Pause between two letters: nobody types faster, and a driver would type a sentence before the next frame. */
const LETTER_MS = 40;

/**
 * Types into the field that has focus.
 * @param seesField whether the field is still in sight
 * @returns the number of letters that were typed
 */
export async function typeWatchfully(
  page: Pick<Page, 'press' | 'evaluate' | 'waitFor'>,
  seesField: () => Promise<boolean>,
): Promise<number> {
  let typed = 0;
  for (const letter of TEXT) {
    const nextAt = (await page.evaluate<number>('performance.now()')) + LETTER_MS;
    await page.press(letter);
    typed += 1;
    await page.waitFor(`performance.now() > ${nextAt}`);
    if (typed % UNSEEN_LETTERS === 0 && !(await seesField())) break;
  }
  return typed;
}
