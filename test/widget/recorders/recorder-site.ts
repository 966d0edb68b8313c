// A page that a recorder watches, and the server of the recorder's maker, on the page's own origin.
import { buffer } from 'node:stream/consumers';
import type { TestContext } from 'node:test';
import { constants, gunzipSync, inflateSync } from 'node:zlib';
import { ATTRIBUTES, CLASSES } from '../../../src/widget/page/recorder-marks.ts';
import { startHostSite, type HostSite } from '../hosts/host-site.ts';
import type { Mode } from './recorded-report.ts';
import { headOf, type Recorder } from './recorder.ts';
import { isOfAttack, type Setting } from './recordings.ts';

/** A site with the recorder's server. */
export interface RecorderSite extends HostSite {
  /** All that arrived at the recorder's server. */
  recording(): Recording;
}

/** The requests that arrived. */
export interface Recording {
  /** As UTF-8. */
  readonly text: string;
  /** One character a byte. */
  readonly bytes: string;
}

/** Nothing leaves this machine, though a recorder asks elsewhere for its settings. */
const THIS_MACHINE = `<meta http-equiv="Content-Security-Policy"
  content="default-src 'self' 'unsafe-inline' 'unsafe-eval' http://127.0.0.1:* data: blob:">`;

/** Some recorders keep out of tests. */
const VISITOR =
  "<script>Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => false });</script>";

/** A page that takes every mark away. */
const WITHOUT_MARKS = `<script>{
  const attributes = new Set(${JSON.stringify(Object.keys(ATTRIBUTES))});
  const classes = new Set(${JSON.stringify(CLASSES.split(' '))});
  const { setAttribute } = Element.prototype;
  Element.prototype.setAttribute = function (name, value) {
    if (!attributes.has(name)) setAttribute.call(this, name, value);
  };
  const { add } = DOMTokenList.prototype;
  DOMTokenList.prototype.add = function (...names) {
    add.apply(this, names.filter((name) => !classes.has(name)));
  };
}</script>`;

/** A page that opens our shadow root: recorders then read what bears no mark. */
export const OPENING = `<script>{
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (init) {
    return attachShadow.call(this, { ...init, mode: 'open' });
  };
}</script>`;

/** The page's content besides its recorder. */
interface Circumstances {
  readonly mode: Mode;
  /** Source that starts the recorder with the page. */
  readonly started: string;
  readonly setting: Setting;
}

/** Starts a site. */
export async function startRecorderSite(
  t: TestContext,
  recorder: Recorder,
  scripts: Readonly<Record<string, string>>,
  { mode, started, setting }: Circumstances,
): Promise<RecorderSite> {
  const attributes = [
    mode === 'inline' && 'mode="inline"',
    setting === 'sealed' && `public-key="${await publicKey()}"`,
  ];
  const bodies: Buffer[] = [];
  const site = await startHostSite(
    t,
    {
      page: {
        first: [
          THIS_MACHINE,
          VISITOR,
          isOfAttack(setting) && WITHOUT_MARKS,
          // Before the recorder's own wrapper, which then gets an open root.
          setting === 'opened' && OPENING,
        ]
          .filter(Boolean)
          .join(''),
        // A module, since it waits for those before it; the widget's comes after.
        head: `${headOf(recorder)}<script type="module">${started}</script>`,
        body: (widget) => widget.replace('<cliquez-signalez ', `$&${attributes.filter(Boolean).join(' ')} `),
      },
    },
    scripts,
    (request, response) => {
      buffer(request).then(
        (body) => {
          bodies.push(...unpacked(body));
          const { status = 200, body: answer = '{}' } = recorder.answer?.(request.url!) ?? {};
          response.writeHead(status, { 'content-type': 'application/json' }).end(answer);
        },
        () => response.destroy(),
      );
    },
  );
  const joined = (encoding: BufferEncoding): string =>
    bodies.map((body) => body.toString(encoding)).join('\n');
  return { ...site, recording: () => ({ text: joined('utf8'), bytes: joined('latin1') }) };
}

async function publicKey(): Promise<string> {
  const keys = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
  return Buffer.from(await crypto.subtle.exportKey('raw', keys.publicKey)).toString('base64url');
}

/** The contents of a body: packed, in parts, in a form, or plain. */
function unpacked(body: Buffer): Buffer[] {
  if (body[0] === 0x1f && body[1] === 0x8b) return unpacked(gunzipSync(body));
  // zlib: RFC 1950. Datadog cuts its stream where it likes.
  if (body[0] === 0x78 && body.length > 2 && body.readUInt16BE(0) % 31 === 0)
    return unpacked(inflateSync(body, { finishFlush: constants.Z_SYNC_FLUSH }));
  const bytes = body.toString('latin1');
  const [boundary] = /^--\S+(?=\r\nContent-Disposition)/i.exec(bytes) ?? [];
  if (boundary)
    return bytes
      .split(boundary)
      .slice(1, -1)
      .flatMap((part) => unpacked(Buffer.from(part.slice(part.indexOf('\r\n\r\n') + 4, -2), 'latin1')));
  if (bytes.startsWith('data='))
    return unpacked(Buffer.from(decodeURIComponent(bytes.slice('data='.length)), 'base64'));
  // Highlight packs into a string of its query.
  const [, packed] = /"(H4sI[^"]+)"/.exec(bytes) ?? [];
  return packed ? [body, ...unpacked(Buffer.from(packed, 'base64'))] : [body];
}
