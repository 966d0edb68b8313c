// The demo, as visitors and analysts use it: pages under strict policies, a report from form to inbox, and hostile text
// that stays text.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { axeFaults } from '../widget/a11y/axe-pages.ts';
import { LAUNCHER, MAIN, seek } from '../../demo/gallery/driver.ts';
import { startDemo, type Demo } from '../../demo/serve.ts';
import type { Violation } from '../../demo/server.ts';
import arabic from '../../src/words/locales/ar.json' with { type: 'json' };
import fr from '../../src/words/locales/fr.json' with { type: 'json' };
import dutch from '../../src/words/locales/nl.json' with { type: 'json' };
import { defang, spellUnseen } from '../../src/receiver/analyst-page/legible.ts';
import { sampleReport } from '../receiver/sample-report.ts';
import { TOOL_ENGINES, type Engine, type Page } from '../setup/browsers.ts';
import { OPEN_ALL } from '../setup/desk.ts';
import { fileBrowser } from '../setup/file-browser.ts';
import { until } from '../setup/until.ts';
import { answerByKeyboard, PATIENT, sendByKeyboard, tabToLauncher } from '../setup/site.ts';

/** A demo with an inbox of its own, and the violations of its pages' policies. */
async function startTestDemo(t: TestContext): Promise<Demo & { violations: Violation[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'demo-'));
  const violations: Violation[] = [];
  const demo = await startDemo({
    port: 0,
    databaseUrl: `sqlite:${join(folder, 'reports.sqlite')}`,
    onViolation: (violation) => violations.push(violation),
  });
  t.after(async () => {
    await demo.close();
    await rm(folder, { recursive: true, force: true });
  });
  return { ...demo, violations };
}

/** Each starts with the first test that needs it. */
const browsers = {
  chromium: fileBrowser('chromium'),
  firefox: fileBrowser('firefox'),
  webkit: fileBrowser('webkit'),
};

const openPage = (t: TestContext, engine: Engine): Promise<Page> =>
  browsers[engine].newPage(t, { width: 1024, height: 900 });

/** Waits until the page's first widget shows the view with this title. */
function titled(page: Page, title: string): Promise<unknown> {
  return page.waitFor(`(() => {
    const heading = document.querySelector('cliquez-signalez').renderRoot.querySelector('dialog h2');
    return heading?.textContent.includes(${JSON.stringify(title)});
  })()`);
}

/** Pages of partners that style the widget: their links open the form too. */
const BRANDS = new Set(['/journal', '/ecoles', '/nuit']);

async function send(endpoint: string, report: ReturnType<typeof sampleReport>): Promise<void> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': report.submissionId },
    body: JSON.stringify(report),
  });
  assert.equal(response.status, 201, await response.text());
}

const IMAGE = '<img src=x onerror="globalThis.wasRun = true">';
const ADDRESS = 'https://exemple.fr/\u202Egnp.exe';

/** Every text that a reporter can write, in a hostile version. */
const hostileReport = (): ReturnType<typeof sampleReport> =>
  sampleReport({
    danger: { immediate: 'yes', helpShown: true },
    locations: [
      { id: 'L1', place: 'website', service: IMAGE, url: { value: ADDRESS, kind: 'http' }, pinpoint: IMAGE },
      {
        id: 'L2',
        place: 'other',
        identifiers: [{ type: 'other', value: 'javascript:globalThis.wasRun=true' }],
      },
    ],
    content: {
      description: `${IMAGE}</pre></details><script>globalThis.wasRun = true</script> a\u200Bb http://exemple.fr`,
    },
    details: { grounds: ['religion'] },
    reporter: {
      role: 'witness',
      anonymous: false,
      followUp: 'email',
      contact: { email: '"><svg/onload=globalThis.wasRun=1>@exemple.fr', name: IMAGE },
    },
  });

const ROOT = "document.querySelector('cliquez-signalez').renderRoot";

test('an address is disarmed, and what no eye can see is spelt out', () => {
  assert.equal(
    defang('Voir https://sub.exemple.fr:8080/a.b?c=d.e'),
    'Voir hxxps://sub[.]exemple[.]fr:8080/a.b?c=d.e',
  );
  assert.equal(defang('HTTP://exemple.fr ftp://exemple.fr'), 'HxxP://exemple[.]fr fxp://exemple[.]fr');
  assert.equal(defang('JavaScript:alert(1)'), 'JavaScript[:]alert(1)');
  assert.equal(spellUnseen('a\u202Eb\u200Bc\u{E0041}'), 'a⟨U+202E⟩b⟨U+200B⟩c⟨U+E0041⟩');
  assert.equal(spellUnseen('une ligne\r\nune autre\tici'), 'une ligne\nune autre\tici');
  assert.equal(spellUnseen('👩‍👧 ❤️ œuvre\u00A0?'), '👩‍👧 ❤️ œuvre\u00A0?');
});

test('the inbox is for this machine alone', async (t) => {
  const demo = await startTestDemo(t);
  const statusFor = async (path: string, host: string): Promise<number | undefined> => {
    const asked = request(demo.url + path, { headers: { host } }).end();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    answer.resume();
    return answer.statusCode;
  };
  const { port } = new URL(demo.url);
  for (const path of ['/inbox', '/inbox.json', '/partner']) {
    for (const host of [
      'rebound.example',
      `rebound.example:${port}`,
      '127.0.0.1.rebound.example',
      '192.168.1.10',
    ]) {
      assert.equal(await statusFor(path, host), 403, `${host}${path}`);
    }
    for (const host of ['127.0.0.1', `localhost:${port}`, `[::1]:${port}`]) {
      assert.equal(await statusFor(path, host), 200, `${host}${path}`);
    }
  }
});

test('the frame page is the hotline’s alone: it answers on its own origin, and may be shown by the partner’s', async (t) => {
  const demo = await startTestDemo(t);
  const partner = demo.url.replace('127.0.0.1', 'localhost');
  const page = await fetch(`${demo.url}/isole`, { redirect: 'manual' });
  assert.deepEqual([page.status, page.headers.get('location')], [302, `${partner}/isole`]);
  const frame = await fetch(`${demo.url}/isole/frame.html`);
  const text = await frame.text();
  assert.match(
    frame.headers.get('content-security-policy') ?? '',
    new RegExp(`^frame-ancestors ${partner};`),
  );
  const followUp = new URL('follow-up', demo.endpoint).href;
  for (const own of [`endpoint="${demo.endpoint}"`, `follow-up="${followUp}"`, `data-hosts="${partner}"`])
    assert.ok(text.includes(own), own);
  // The partner's page says nothing of where reports and questions go.
  assert.doesNotMatch(await (await fetch(`${partner}/isole`)).text(), /endpoint|follow-up/);
  assert.equal((await fetch(`${demo.url}/isole/frame.js`)).status, 200);
  for (const path of ['frame.html', 'frame.js', 'cliquez-signalez.js', 'frame-manifest.json'])
    assert.equal((await fetch(`${partner}/isole/${path}`)).status, 404, path);
});

test('the page with an isolated form is accessible, and nothing is cut on a phone', async (t) => {
  const { url } = await startTestDemo(t);
  const page = await openPage(t, 'chromium');
  for (const width of [1280, 390]) {
    await page.setViewport({ width, height: 900 });
    await page.goto(`${url}/isole`);
    await page.waitFor(() =>
      Boolean(document.querySelector('cliquez-signalez')?.renderRoot?.querySelector('button')),
    );
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    assert.deepEqual(await axeFaults(page, { isUsual: true }), [], `${width} px`);
  }
});

test('the demo has an application, and a page that shares to it', async (t) => {
  const { url } = await startTestDemo(t);
  const page = await openPage(t, 'chromium');
  await page.goto(`${url}/app`);
  await page.waitFor('navigator.serviceWorker.controller !== null', PATIENT);
  for (const width of [1280, 390]) {
    await page.setViewport({ width, height: 900 });
    await page.goto(`${url}/partager`);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    assert.deepEqual(await axeFaults(page, { isUsual: true, isSure: true }), [], `${width} px`);
  }
  // The page shows of each share exactly what it posts.
  const shares = await page.evaluate<[shown: string, posted: string][]>(
    `[...document.forms].map((form) => [form.querySelector('.shared').innerText,
      [...new FormData(form).values()].join(' ')].map((text) => text.replace(/\\s+/g, ' ').trim()))`,
  );
  for (const [shown, posted] of shares) assert.equal(shown, posted);
  await page.evaluate('document.forms[0].querySelector("button").click()');
  await page.waitFor('document.querySelector("#above #received") !== null', PATIENT);
  assert.equal(await page.evaluate('location.href'), `${url}/app/`);
  assert.equal(
    await page.evaluate('document.querySelector("#above bdi").textContent'),
    'https://www.instagram.com/reel/DAbCdEf/',
  );
});

test('the inbox answers 304 until a report arrives, then gives it as it was sent', async (t) => {
  const demo = await startTestDemo(t);
  const read = (etag = ''): Promise<Response> =>
    fetch(`${demo.url}/inbox.json`, { headers: etag ? { 'if-none-match': etag } : {} });

  const empty = await read();
  assert.deepEqual(await empty.json(), { reports: [] });
  assert.equal((await read(empty.headers.get('etag') ?? '')).status, 304);

  const report = hostileReport();
  await send(demo.endpoint, sampleReport());
  await send(demo.endpoint, report);
  const full = await read(empty.headers.get('etag') ?? '');
  assert.equal(full.status, 200);
  const { reports } = (await full.json()) as { reports: { priority: string; report: unknown }[] };
  assert.equal(reports.length, 2);
  assert.equal(reports[0]?.priority, 'urgent');
  assert.deepEqual(reports[0]?.report, report);
});

test('a demo without a free port says what to do', async (t) => {
  const demo = await startTestDemo(t);
  const port = Number(new URL(demo.url).port);
  await assert.rejects(startDemo({ port, databaseUrl: 'sqlite::memory:' }), {
    name: 'DemoError',
    message: new RegExp(`${port}.*PORT=0`),
  });
});

for (const engine of TOOL_ENGINES) {
  test(`${engine} shows every page without breaking its policy`, async (t) => {
    const { url, violations } = await startTestDemo(t);
    const page = await openPage(t, engine);
    const ready: Readonly<Record<string, string>> = {
      '/': 'hasButton()',
      '/en/configure.html': 'document.getElementById("policy").textContent !== ""',
      '/demo': 'document.querySelectorAll(".cards a").length === 11',
      '/partner': 'document.querySelectorAll("cliquez-signalez").length === 2 && hasButton()',
      '/npm': 'hasButton() && launcher().textContent.includes("Signaler une annonce")',
      '/inline':
        'document.querySelector("cliquez-signalez-form").renderRoot?.querySelector("input[type=radio]")',
      '/embed': 'hasButton()',
      '/isole': 'hasButton()',
      '/journal': 'hasButton()',
      '/ecoles': 'hasButton()',
      '/nuit': 'document.querySelectorAll("cliquez-signalez").length === 3 && hasButton()',
      '/trilingue': 'hasButton()',
      '/arabe': 'hasButton() && launcher().textContent.includes("الإبلاغ")',
      '/app/': 'document.querySelector("cliquez-signalez").renderRoot?.querySelector("input[type=radio]")',
      '/partager': 'document.forms.length === 5',
      '/inbox': '!document.getElementById("empty").hidden',
    };
    for (const [path, condition] of Object.entries(ready)) {
      await page.goto(url + path);
      await page.waitFor(`(() => {
        const launcher = () => document.querySelector('cliquez-signalez')?.renderRoot?.querySelector('${LAUNCHER}');
        const hasButton = () => launcher()?.localName === 'button';
        return Boolean(${condition});
      })()`);
      if (BRANDS.has(path)) {
        await page.evaluate(() => document.querySelector<HTMLElement>('a[data-cliquez-signalez]')!.click());
        await titled(page, fr['s1.title']);
      }
      // Violation reports take time: a deliberate violation comes last, and proves that reports arrive.
      await page.evaluate(() => {
        new Image().src = 'https://elsewhere.example/pixel.png';
      });
      await until(
        () => violations.some(({ blocked }) => blocked.includes('elsewhere.example')),
        `report on ${path}`,
      );
      assert.deepEqual(
        violations
          .splice(0)
          .map(({ directive, blocked }) => ({ directive, isOurs: blocked.includes('elsewhere.example') })),
        [{ directive: 'img-src', isOurs: true }],
        path,
      );
    }
  });

  test(`${engine} carries a report on a comment from the newspaper to the inbox`, async (t) => {
    const { url, violations } = await startTestDemo(t);
    const page = await openPage(t, engine);
    await page.goto(`${url}/partner`);
    await page.waitFor(() =>
      Boolean(document.querySelector('cliquez-signalez')?.renderRoot?.querySelector('button')),
    );
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('#commentaire-3 [data-cliquez-signalez]')!.click();
    });
    const press = (selector: string): Promise<unknown> =>
      page.evaluate(`${seek(ROOT, `dialog ${selector}`)}.click()`);

    await titled(page, fr['s1.title']);
    await press('[answer=sexual_harassment]');
    for (const title of [fr['s2.title'], fr['s4.title'], fr['ok.title']]) {
      await press(MAIN);
      await titled(page, title);
    }

    await page.goto(`${url}/inbox`);
    const text = await page.waitFor<string | undefined>(
      () => document.querySelector('#reports article')?.textContent ?? '',
    );
    assert.match(String(text), /Harcèlement sexuel/);
    assert.match(
      String(text),
      /hxxps:\/\/gazette-val-d-arc\[\.\]example\/2026\/11\/passerelle#commentaire-3/,
    );
    assert.deepEqual(violations, []);
  });

  test(`${engine} carries a report in Dutch from the town of three languages, and one in Arabic from right to left`, async (t) => {
    const { url, violations } = await startTestDemo(t);
    const page = await openPage(t, engine);

    const answers = { category: 'unsure', address: 'https://exemple.fr/fil', details: 'canari' } as const;
    const open = async (path: string): Promise<void> => {
      await page.goto(url + path);
      await tabToLauncher(page);
      await page.press('Enter');
    };

    await open('/trilingue');
    await titled(page, fr['s1.title']);
    const offered = `[...${ROOT}.querySelectorAll('.language')].map(({ textContent }) => textContent.trim())`;
    assert.deepEqual(await page.evaluate(offered), ['Français', 'Deutsch', 'Nederlands']);
    await page.evaluate(`${ROOT}.querySelector('.language[lang=nl]').click()`);
    await titled(page, dutch['s1.title']);
    await answerByKeyboard(page, answers, dutch);
    await sendByKeyboard(page, dutch);

    await open('/arabe');
    await titled(page, arabic['s1.title']);
    assert.equal(await page.evaluate(`getComputedStyle(${ROOT}.querySelector('dialog')).direction`), 'rtl');
    await answerByKeyboard(page, answers, arabic);
    await sendByKeyboard(page, arabic);

    const { reports } = (await (await fetch(`${url}/inbox.json`)).json()) as {
      reports: { report: { locale: string } }[];
    };
    assert.deepEqual(reports.map(({ report }) => report.locale).toSorted(), ['ar', 'nl']);
    assert.deepEqual(violations, []);
  });

  test(`${engine} carries a report from the hotline’s frame to the inbox, and the page hears of no answer`, async (t) => {
    const { url, violations } = await startTestDemo(t);
    const page = await openPage(t, engine);
    await page.goto(`${url}/isole`);
    await page.waitFor(() =>
      Boolean(document.querySelector('cliquez-signalez')?.renderRoot?.querySelector('button')),
    );
    await page.evaluate(
      "document.querySelector('cliquez-signalez').renderRoot.querySelector('button').click()",
    );
    const frame = page.frame('/isole/frame.html');
    const shows = (title: string): Promise<unknown> =>
      frame.waitFor(
        `document.querySelector('cliquez-signalez').renderRoot.querySelector('dialog[open] h2')?.textContent.includes(${JSON.stringify(title)})`,
        PATIENT,
      );
    const press = (selector: string): Promise<unknown> =>
      frame.evaluate(`${seek(ROOT, `dialog ${selector}`)}.click()`);
    await shows(fr['s1.title']);
    await press('[answer=procuring]');
    await press(MAIN);
    await shows(fr['s2.title']);
    await press('[answer=here]');
    for (const title of [fr['s4.title'], fr['ok.title']]) {
      await press(MAIN);
      await shows(title);
    }
    await page.waitFor("document.querySelectorAll('#heard li').length === 5", PATIENT);
    assert.deepEqual(
      await page.evaluate(
        "[...document.querySelectorAll('#heard li')].map(({ textContent }) => textContent)",
      ),
      [
        'Le formulaire est ouvert.',
        ...[1, 2, 3].map((step) => `L’étape ${step} est affichée.`),
        'Un signalement est parti.',
      ],
    );

    await page.goto(`${url}/inbox`);
    const text = await page.waitFor<string | undefined>(
      () => document.querySelector('#reports article')?.textContent ?? '',
    );
    assert.match(String(text), /hxxps:\/\/sante-val-d-arc\[\.\]example\/questions\/images-violentes/);
    assert.deepEqual(violations, []);
  });

  test(`${engine} shows a hostile report in the inbox, at once and as text alone`, async (t) => {
    const { url, endpoint, violations } = await startTestDemo(t);
    const page = await openPage(t, engine);
    await page.goto(`${url}/inbox`);
    await page.waitFor(() => !document.getElementById('empty')!.hidden);
    assert.equal(await page.evaluate('document.getElementById("news").textContent'), '');

    await send(endpoint, hostileReport());
    await page.waitFor(() => document.querySelectorAll('#reports article').length === 1);
    // No text of the reporter is there before somebody asks for it.
    await page.evaluate("document.querySelector('#reports .open').click()");
    assert.doesNotMatch(await page.evaluate<string>('document.body.textContent'), /a⟨U\+200B⟩b/);
    await page.evaluate(OPEN_ALL);
    const seen = await page.evaluate(() => ({
      text: document.querySelector('#reports')!.textContent,
      news: document.getElementById('news')!.textContent,
      elements: [...new Set([...document.querySelectorAll('#reports *')].map(({ localName }) => localName))],
      isEmpty: !document.getElementById('empty')!.hidden,
      wasRun: 'wasRun' in globalThis,
    }));
    const ours = 'article section div h2 h3 h4 button span bdi time code p dl dt dd'.split(' ');
    assert.deepEqual(
      seen.elements.filter((name) => !ours.includes(name)),
      [],
    );
    assert.equal(seen.wasRun, false);
    assert.equal(seen.isEmpty, false);
    assert.equal(seen.news, 'Nouveau signalement');
    assert.ok(seen.text.includes(IMAGE));
    assert.ok(seen.text.includes('hxxps://exemple[.]fr/⟨U+202E⟩gnp.exe'));
    assert.ok(seen.text.includes('javascript[:]globalThis.wasRun=true'));
    assert.ok(seen.text.includes('a⟨U+200B⟩b hxxp://exemple[.]fr'));
    assert.doesNotMatch(seen.text, /[\u200B\u202E]/);
    assert.deepEqual(violations, []);
  });
}
