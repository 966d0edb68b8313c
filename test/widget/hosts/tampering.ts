// Tampered copies of the published files, each on a page of its own that loads them with a documented snippet.
import { readFileSync } from 'node:fs';
import type { TestContext } from 'node:test';
import { SCRIPTS, snippet, type Install, type Integrity } from '../../../.build/snippets.ts';
import { startServer, type RecordingServer } from '../../setup/site.ts';
import { randomFrom } from '../../setup/random.ts';

const CDN = new URL('../../../dist/cdn/', import.meta.url);
const read = (name: string): Buffer => readFileSync(new URL(name, CDN));

export const INTEGRITY = JSON.parse(read('integrity.json').toString()) as Integrity;
/** Of the further languages, one: its page names its file, and its import map has the hashes of both its files. */
const FILES = Object.keys(INTEGRITY).filter((name) => !/^locales\/(?!de[.-])/.test(name));
const isOfLanguage = (name: string): boolean => name.startsWith('locales/');
const CONTENTS = new Map(FILES.map((name) => [name, read(name)]));
const ATTRIBUTES = {
  endpoint: '/v1/reports',
  hotline: 'Point de Contact',
  'hotline-url': 'https://hotline.example/signaler',
};

/** One file, changed. */
export interface Tampering {
  readonly file: string;
  readonly install: Install;
  /** The byte that changes, and its XOR mask: never 0. Without one, {@link ADDED} is added. */
  readonly byte?: { readonly offset: number; readonly mask: number };
}

/** A statement that only reports that it ran: a random changed byte could freeze the page that runs it. */
const ADDED = Buffer.from('globalThis.isTampered = true;\n');

/** The install that loads a file; if two load it, they alternate. */
function installOf(file: string, turn: number): Install {
  const own = (['bundle', 'embed'] as const).find((install) => SCRIPTS[install] === file);
  return own ?? (turn % 2 ? 'embed' : 'module');
}

/** Bytes of every file in turn; for files that both the module and embed.js load, the two installs alternate. */
export function drawTamperings(count: number, seed: number): Tampering[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, index) => {
    const file = FILES[index % FILES.length]!;
    const round = Math.floor(index / FILES.length);
    return {
      file,
      install: installOf(file, round),
      byte: {
        offset: Math.floor(random() * INTEGRITY[file]!.bytes),
        mask: 1 + Math.floor(random() * 255),
      },
    };
  });
}

/** Every file with an added statement; for files that both the module and embed.js load, one of the two installs. */
export function addStatements(): Tampering[] {
  return FILES.map((file, index) => ({ file, install: installOf(file, index) }));
}

function tamper(content: Buffer, { byte }: Tampering): Buffer {
  if (!byte) return Buffer.concat([ADDED, content]);
  const bytes = Buffer.from(content);
  bytes[byte.offset]! ^= byte.mask;
  return bytes;
}

/** The outcome of a page. */
export interface Outcome {
  /** Whether the browser accepted the file: checked its hash, where there is one, and passed it on to run. */
  readonly isAccepted: boolean;
  /** Whether the code of the file has done its work. */
  readonly hasRun: boolean;
  /** Whether the added statement ran. */
  readonly isTampered: boolean;
  /** Whether a reporter finds a button, a form or a link. */
  readonly leavesAWay: boolean;
}

/** Runs in each page, after its snippet: finds the outcome for the file, and reports it to the parent page. */
const OBSERVER = `
  const { file, isModule } = JSON.parse(document.documentElement.dataset.tampering);
  const script = document.querySelector('script[src]');
  const isLoaded = await window.loaded;
  // Files of the frame's page take what they share from its own element, which is not on this page: they get anything.
  const anything = new Proxy(class {}, {
    get: (_, name) => (name === Symbol.toPrimitive ? () => '' : anything),
    apply: () => anything,
  });
  // Lazy files come after the widget, from whose class they take what they share. embed.js loads it at its own time.
  if (isModule && file !== '${SCRIPTS.module}') {
    const widgetClass = await customElements.whenDefined('cliquez-signalez');
    if (file.startsWith('frame-')) widgetClass.shared = anything;
  }
  // The same answer as the widget's own import() gets. Browsers say in their own words that a module was not accepted.
  const imported = isModule && await import('./cs/' + file).then(
    () => ({ hasRun: true, isAccepted: true }),
    (error) => ({ hasRun: false, isAccepted: !(error instanceof TypeError && /fetch|load|import/i.test(error.message)) }),
  );
  const widget = document.querySelector('cliquez-signalez');
  const hasRun = imported?.hasRun ?? Boolean(file === 'embed.js' ? widget?.matches('[embed]') : widget?.renderRoot);
  if (/^(form|first)-/.test(file)) await widget.open?.();
  const isSeen = (element) => {
    if (!element?.checkVisibility()) return false;
    element.scrollIntoView();
    const { x, y, width, height } = element.getBoundingClientRect();
    return element.getRootNode().elementFromPoint(x + width / 2, y + height / 2)?.closest('a, button, dialog') === element;
  };
  // In a task of its own: an element that was registered just now renders at the end of this one.
  await new Promise((resolve) => setTimeout(resolve));
  const leavesAWay = ['dialog[open]', 'button'].some((way) => isSeen(widget?.renderRoot?.querySelector(way))) ||
    isSeen(document.querySelector('a'));
  parent.postMessage({
    isAccepted: isModule ? imported.isAccepted : isLoaded,
    hasRun,
    isTampered: Boolean(globalThis.isTampered),
    leavesAWay,
  });
`;

const page = ({ file, install }: Tampering, isChecked: boolean): string => {
  const code = snippet(install, INTEGRITY, {
    base: './cs/',
    attributes: ATTRIBUTES,
    linkText: 'Signaler à Point de Contact',
    languages: isOfLanguage(file) ? ['de'] : [],
  });
  const isModule = file !== SCRIPTS.bundle && file !== SCRIPTS.embed;
  const about = JSON.stringify({ file, isModule }).replaceAll('"', '&quot;');
  return `<!doctype html><html lang="fr" data-tampering="${about}"><meta charset="utf-8"><title>Page</title>
    <script>
      window.loaded = new Promise((resolve) => {
        for (const type of ['load', 'error'])
          document.addEventListener(type, ({ target }) => target.localName === 'script' && resolve(type === 'load'), true);
      });
    </script>
    ${isChecked ? code : code.replace(/<script type="importmap">.*?<\/script>/s, '').replace(/\s+integrity="[^"]*"/g, '')}
    <script type="module">${OBSERVER}</script>`;
};

/** Opens the pages in frames, some at a time, and keeps their messages. */
const RUNNER = `<!doctype html><meta charset="utf-8"><title>Frames</title><link rel="icon" href="data:,">
  <style>iframe { width: 640px; height: 480px }</style>
  <script>
    window.run = async (addresses) => {
      const outcomes = [];
      const waiting = [...addresses.entries()];
      const work = async () => {
        for (let next; (next = waiting.shift()); ) {
          const [index, address] = next;
          const frame = document.createElement('iframe');
          frame.src = address;
          const said = new Promise((resolve) => {
            const hear = ({ source, data }) => {
              if (source !== frame.contentWindow) return;
              removeEventListener('message', hear);
              resolve(data);
            };
            addEventListener('message', hear);
            // Changed code that runs may do anything, and nothing for ever.
            setTimeout(hear, 8000, { source: frame.contentWindow, data: { isAccepted: true, hasRun: false, isTampered: false, leavesAWay: false } });
          });
          document.body.append(frame);
          outcomes[index] = await said;
          frame.remove();
        }
      };
      await Promise.all(Array.from({ length: 8 }, work));
      window.outcomes = outcomes;
    };
  </script><body></body>`;

/**
 * Serves three pages for each tampered file: `/checked/<index>/` with the documented snippet, `/plain/<index>/` without
 * its hashes, `/intact/<index>/` with the snippet and the untouched file. The page at `/` opens them.
 */
export function startTamperedSite(
  t: TestContext,
  tamperings: readonly Tampering[],
): Promise<RecordingServer> {
  return startServer(t, ({ url = '' }, response) => {
    const [, kind = '', index = '', , name] = /^\/(\w+)\/(\d+)\/(cs\/(.+))?$/.exec(url) ?? [];
    const tampering = tamperings[Number(index)];
    const content = CONTENTS.get(name ?? '');
    if (content) {
      const isTampered = tampering && kind !== 'intact' && name === tampering.file;
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' });
      response.end(isTampered ? tamper(content, tampering) : content);
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(kind && tampering ? page(tampering, kind !== 'plain') : RUNNER);
  });
}
