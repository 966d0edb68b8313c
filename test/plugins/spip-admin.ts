// The browser actions of a SPIP's administrator: signing in, the list of plugins, the page of settings.
import { PATIENT } from '../setup/site.ts';
import type { Browser, Page } from '../setup/browsers.ts';
import type { TestSpip } from './setup/spip.ts';

const FORM = '.formulaire_configurer_cliquez_signalez form';

/** Opens the private area as the administrator. */
export async function signIn(browser: Browser, spip: TestSpip): Promise<Page> {
  const page = await browser.newPage({ width: 1280, height: 900 });
  await page.goto(
    `${spip.origin}/spip.php?page=login&url=${encodeURIComponent(`${spip.origin}/ecrire/?exec=accueil`)}`,
  );
  await page.evaluate(({ name, password }: TestSpip['admin']) => {
    document.querySelector<HTMLInputElement>('#var_login')!.value = name;
    const word = document.querySelector<HTMLInputElement>('#password')!;
    word.value = password;
    word.form!.querySelector<HTMLElement>('[type=submit]')!.click();
  }, spip.admin);
  await page.waitFor(
    "location.pathname === '/ecrire/' && document.readyState === 'complete' && Boolean(document.querySelector('#bando_haut'))",
    PATIENT,
  );
  return page;
}

/**
 * Presses a button of the list of plugins.
 * @param action `on` activates, `off` deactivates, `stop` uninstalls
 */
export async function manage(
  page: Page,
  spip: TestSpip,
  action: 'on' | 'off' | 'stop',
  list: 'actif' | 'inactif',
): Promise<void> {
  await page.goto(`${spip.origin}/ecrire/?exec=admin_plugin&voir=${list}`);
  await page.evaluate((name: string) => {
    document.documentElement.dataset['left'] = '';
    document.querySelector<HTMLElement>(`li[id^=cliquez_signalez] [name^="actions[${name}]"]`)!.click();
  }, action);
  if (action === 'stop') {
    const confirmation = "document.querySelector('[name=valider_actions]')";
    await page.waitFor(`Boolean(${confirmation})`, PATIENT);
    await page.evaluate(`${confirmation}.click()`);
  }
  await page.waitFor(
    "!('left' in document.documentElement.dataset) && document.readyState === 'complete'",
    PATIENT,
  );
}

/** Opens the page of settings. */
export async function openSettings(page: Page, spip: TestSpip): Promise<void> {
  await page.goto(`${spip.origin}/ecrire/?exec=configurer_cliquez_signalez`);
}

/**
 * Saves some settings, and ticks these languages if any are given.
 * @returns what the page says then
 */
export async function save(
  page: Page,
  spip: TestSpip,
  settings: Readonly<Record<string, string>>,
  languages?: readonly string[],
): Promise<string> {
  await openSettings(page, spip);
  await page.evaluate(
    (form: string, given: Record<string, string>, ticked: readonly string[] | null) => {
      for (const [name, value] of Object.entries(given))
        document.querySelector<HTMLInputElement>(`${form} [name="${name}"]`)!.value = value;
      for (const box of document.querySelectorAll<HTMLInputElement>(`${form} [name="languages[]"]`))
        if (ticked) box.checked = ticked.includes(box.value);
      document.querySelector<HTMLElement>(`${form} [type=submit]`)!.click();
    },
    FORM,
    settings,
    languages ?? null,
  );
  const said = "document.querySelector('.formulaire_configurer_cliquez_signalez .reponse_formulaire')";
  await page.waitFor(`Boolean(${said})`, PATIENT);
  return page.evaluate(() =>
    [...document.querySelectorAll('.reponse_formulaire, .erreur_message')]
      .map(({ textContent }) => textContent)
      .join('\n'),
  );
}
