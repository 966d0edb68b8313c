// The whole of « Suivre un signalement »: a report is sent from a phone's page, marked « retiré » in a spreadsheet, and read
// back with its code in another browser. Engine, form and database are combined in pairs; all of them with `EVERY=1`.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { ASK_AGAIN, CODE, HEADING, MAIN, named, SINCE } from '../../../demo/gallery/driver.ts';
import { readCode } from '../../../src/core/follow-up/code.ts';
import { hashOf, locatorOf } from '../../../src/core/follow-up/locator.ts';
import fr from '../../../src/words/locales/fr.json' with { type: 'json' };
import { openStore } from '../../../src/receiver/index.ts';
import { DATABASES } from '../../receiver/databases.ts';
import { temporaryFolder } from '../../receiver/harness.ts';
import { startCommand, startServer as startServing } from '../../receiver/server-process.ts';
import { startIsolated } from '../isolated/isolated-site.ts';
import { ENGINES, type Engine, type Page } from '../../setup/browsers.ts';
import { isEvery, thirdOf } from '../../setup/every.ts';
import { fileBrowser, type FileBrowser } from '../../setup/file-browser.ts';
import { lead, takeUp, WIDGET } from '../../setup/lead.ts';
import { PATIENT, startCdn, startPage, startServer } from '../../setup/site.ts';

const PHONE = { width: 390, height: 664 };

/** 28 novembre 2026, as the form says it. */
const longDay = (day: string): string =>
  new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));

/** A page, or the hotline's frame in it. */
type Place = Pick<Page, 'evaluate' | 'waitFor'>;

/** A site with the form, for a receiver. */
interface Site {
  /** Opens it, and gives a `driver` to the place of the form. */
  visit(browser: FileBrowser, viewport?: { width: number; height: number }): Promise<Place>;
  /** Must hold once both have been there. */
  check(): void;
}

interface Given {
  readonly endpoint: string;
  readonly followUp: string;
  /** What the command `keys` says. */
  readonly publicKey: string;
}

async function startScript(t: TestContext, given: Given): Promise<Site> {
  const cdn = await startCdn(t);
  const key = given.publicKey && `public-key="${given.publicKey}"`;
  const { origin } = await startPage(
    t,
    `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
      <title>Un forum</title><link rel="icon" href="/icon.svg">
      <script type="module" src="${cdn.origin}/cliquez-signalez.js"></script>
      <cliquez-signalez endpoint="${given.endpoint}" follow-up="${given.followUp}" ${key}
        hotline="Point de Contact" country="FR"></cliquez-signalez>`,
  );
  return {
    async visit(browser, viewport) {
      const page = await browser.newPage(t, viewport);
      await page.goto(origin);
      await takeUp(page);
      await lead(page, 'await driver.open()');
      return page;
    },
    check() {},
  };
}

/** A partner's page that names an address of its own: only the markup of the hotline's frame counts. */
async function startFramed(t: TestContext, { endpoint, followUp }: Given): Promise<Site> {
  const own = await startServer(t, (_, response) => void response.end());
  const attributes = `follow-up="${own.origin}/v1/follow-up" endpoint="${own.origin}/v1/reports"`;
  const { page: address } = await startIsolated(t, { endpoint, followUp, attributes });
  return {
    async visit(browser, viewport) {
      const page = await browser.newPage(t, viewport);
      await page.goto(address);
      await page.waitFor(`Boolean(${WIDGET}.renderRoot)`, PATIENT);
      await page.evaluate(`void ${WIDGET}.open()`);
      const frame = page.frame('frame.html');
      await takeUp(frame);
      await lead(frame, `await driver.wait('${HEADING}')`);
      return frame;
    },
    check: () => assert.equal(own.connections(), 0),
  };
}

const FORMS = { plain: startScript, sealed: startScript, isolated: startFramed } as const;
const FORM_NAMES = Object.keys(FORMS) as (keyof typeof FORMS)[];

/** Each form in one engine; the database changes from one to the next. */
const CASES = ENGINES.flatMap((engine) =>
  thirdOf(engine, [...FORM_NAMES.entries()]).flatMap(([index, form]) =>
    DATABASES.filter((_, place) => isEvery || index % 2 === place).map((database) => ({
      engine,
      form,
      database,
    })),
  ),
);

const BROWSERS = Object.fromEntries(ENGINES.map((engine) => [engine, fileBrowser(engine)])) as Record<
  Engine,
  FileBrowser
>;

/** Another browser than the reporter's, where this run has one. */
const otherThan = (engine: Engine): FileBrowser =>
  BROWSERS[ENGINES[(ENGINES.indexOf(engine) + 1) % ENGINES.length]!];

/** Asks by a code as it is copied from paper: in small letters, and without hyphens. @returns since when it is so */
async function ask(place: Place, text: string, title: string): Promise<string> {
  await lead(
    place,
    `await driver.fill('code', ${JSON.stringify(text)}); await driver.click('${MAIN}');
    await driver.reach(${JSON.stringify(title)})`,
  );
  return place.evaluate<string>(`driver.find('${SINCE}').textContent`);
}

for (const { engine, form, database } of CASES)
  test(`${engine}, ${form}, ${database.name}: sent from a phone, marked « retiré » in a spreadsheet, and read back elsewhere`, async (t) => {
    const folder = await temporaryFolder(t);
    const url = await database.create(t);
    const settings: Record<string, string> = { DATABASE_URL: url };
    let publicKey = '';
    if (form === 'sealed') {
      const keys = startCommand(t, ['keys', '--output', join(folder, 'private-key.json')]);
      assert.equal(await keys.ended, 0, keys.output.stderr);
      publicKey = /^public-key +(\S+)$/m.exec(keys.output.stdout)![1]!;
      settings['SEAL_KEYS'] = /^SEAL_KEYS +(\S+)$/m.exec(keys.output.stdout)![1]!;
      settings['SEALED_ONLY'] = '1';
    }
    const server = await startServing(t, settings);
    const { endpoint } = server;
    const site = await FORMS[form](t, {
      endpoint,
      followUp: endpoint.replace('reports', 'follow-up'),
      publicKey,
    });

    const phone = await site.visit(BROWSERS[engine], PHONE);
    await lead(phone, `await driver.reachSent(); await driver.wait('${CODE}')`);
    const [reference, code] = await phone.evaluate<[string, string]>(
      `[driver.reference, driver.find('${CODE}').textContent.trim()]`,
    );
    const read = readCode(code);
    assert.ok('code' in read, code);
    const locator = await locatorOf(read.code);

    const paper = code.toLowerCase().replaceAll('-', ' ');
    const other = await site.visit(otherThan(engine));
    await lead(other, `await driver.reachFollowUp()`);
    await ask(other, paper, fr['follow.received']);

    const today = new Date().toISOString().slice(0, 10);
    const file = join(folder, 'décisions.csv');
    await writeFile(
      file,
      `\ufeffRéférence;Hébergeur;Date;Suite;Réponse;Remarque\r\n${reference};Hébergeur d’exemple;${today};Retiré;${today};"vu à midi; « ici »"\r\n`,
    );
    const outcomes = startCommand(t, ['outcomes', file], { DATABASE_URL: url });
    assert.equal(await outcomes.ended, 0, outcomes.output.stderr);
    assert.equal(outcomes.output.stdout, '1 report got a new state: 1 removed.\n');

    await lead(other, `await driver.click('${ASK_AGAIN}'); await driver.wait('${named('code')}')`);
    const since = await ask(other, paper, fr['follow.removed']);
    assert.equal(since, fr['follow.since'].replace('{date}', longDay(today)));
    site.check();

    // The receiver has neither, and has said neither; its last minute of counts comes when it ends.
    const store = await openStore(url);
    t.after(() => store.close());
    const rows = await store.list();
    assert.equal(rows.length, 1);
    const body = JSON.parse(rows[0]!.body) as Record<string, unknown>;
    assert.deepEqual(body['followUp'], { hash: await hashOf(locator) });
    assert.equal('sealed' in body, form === 'sealed');
    server.child.kill('SIGTERM');
    assert.equal(await server.ended, 0);
    const kept = JSON.stringify([rows, server.output, outcomes.output]);
    assert.ok(kept.includes('\\"event\\":\\"stored\\"'), 'the log is read');
    for (const secret of [read.code, code, locator]) assert.ok(!kept.includes(secret), secret);
  });
