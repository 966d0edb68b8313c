// The basis of every browser test: Lit, axe, keys, screenshots, and the real receiver behind the fault proxy.
import 'axe-core/axe.min.js';
import { expect, fixture, html } from '@open-wc/testing';
import { executeServerCommand, sendKeys, setViewport } from '@web/test-runner-commands';
import { LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Report } from '../../src/core/report/report.ts';
import type { FaultMode, RecordedRequest } from './fault-proxy.ts';

class GroundElement extends LitElement {
  @property() label = 'Address';
  protected override render(): TemplateResult {
    return html`<label>${this.label} <input /></label>`;
  }
}
customElements.define('ground-element', GroundElement);

const fault = (mode: FaultMode, times?: number): Promise<unknown> =>
  executeServerCommand('fault', { mode, times });

describe('the ground of browser tests', () => {
  it('renders a Lit element that axe accepts', async () => {
    const element = await fixture<GroundElement>(html`<ground-element label="Name"></ground-element>`);
    expect(element.shadowRoot!.textContent).to.include('Name');
    await expect(element).to.be.accessible();
  });

  it('types into a shadow root, resizes the page and takes a picture', async () => {
    await setViewport({ width: 500, height: 400 });
    expect(innerWidth).to.equal(500);
    const element = await fixture<GroundElement>(html`<ground-element></ground-element>`);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'hello' });
    expect(element.shadowRoot!.querySelector('input')!.value).to.equal('hello');
    await executeServerCommand('screenshot', { name: 'browser-ground' });
  });

  it('leaves the page its focus, whatever its size', async () => {
    for (const [width, height] of [
      [447, 300],
      [1280, 800],
      [800, 600],
    ] as const) {
      await setViewport({ width, height });
      expect(document.hasFocus(), `${width}×${height}`).to.equal(true);
    }
  });

  it('forces colours where the engine can', async () => {
    const can = await executeServerCommand('media-features', { 'forced-colors': 'active' });
    expect(matchMedia('(forced-colors: active)').matches).to.equal(can);
    await executeServerCommand('media-features', {});
    expect(matchMedia('(forced-colors: active)').matches).to.equal(false);
  });
});

describe('the receiver behind the fault proxy', () => {
  let endpoint: string;

  before(async () => {
    ({ endpoint } = await executeServerCommand<{ endpoint: string }, never>('receiver'));
  });

  afterEach(() => fault('none'));

  // The smallest report that a receiver accepts.
  const report: Report = {
    schemaVersion: '1.0',
    submissionId: crypto.randomUUID(),
    submittedAt: '2026-11-24T12:00:00Z',
    locale: 'fr',
    category: 'unsure',
    danger: { immediate: 'unknown', helpShown: true },
    locations: [{ id: 'L1', place: 'other', identifiers: [{ type: 'other', value: 'a page' }] }],
    reporter: { role: 'witness', anonymous: true, followUp: 'none' },
    attestation: { goodFaith: true, textId: 'good-faith.fr.1', method: 'submit' },
    source: { embed: 'npm', widgetVersion: '0.1.0', prefilled: false },
  };

  const post = (): Promise<Response> =>
    fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': report.submissionId },
      body: JSON.stringify(report),
      signal: AbortSignal.timeout(500),
    });

  const stored = async (): Promise<string[]> =>
    (await executeServerCommand<string[], never>('receiver-reports')).filter(
      (text) => text === JSON.stringify(report),
    );

  const requests = (): Promise<RecordedRequest[]> => executeServerCommand('requests');

  for (const mode of ['reset', 'stall'] as const) {
    it(`gives no answer and stores nothing in mode ${mode}`, async () => {
      await fault(mode);
      expect(await post().catch(String)).to.be.a('string');
      expect(await stored()).to.have.lengthOf(0);
    });
  }

  for (const [mode, status] of Object.entries({
    500: 500,
    503: 503,
    429: 429,
    html: 200,
    invalid: 422,
    version: 409,
  })) {
    it(`answers ${status} and stores nothing in mode ${mode}`, async () => {
      await fault(mode as FaultMode);
      expect((await post()).status).to.equal(status);
      expect(await stored()).to.have.lengthOf(0);
    });
  }

  it('stores the report, but breaks the answer', async () => {
    await fault('reset-after');
    expect(await post().catch(String)).to.be.a('string');
    expect(await stored()).to.have.lengthOf(1);
    await fault('truncate');
    const response = await post();
    expect(response.status).to.equal(200);
    expect(await response.json().catch(String)).to.match(/SyntaxError/);
  });

  it('recovers after as many faults as were asked for, and remembers every request', async () => {
    await executeServerCommand('requests-clear');
    await fault('503', 2);
    expect([(await post()).status, (await post()).status, (await post()).status]).to.deep.equal([
      503, 503, 200,
    ]);
    const posts = (await requests()).filter(({ method }) => method === 'POST');
    expect(posts).to.have.lengthOf(3);
    expect(posts[0]).to.deep.include({ path: '/v1/reports', bodyLength: JSON.stringify(report).length });
    expect(posts[0]!.headers['idempotency-key']).to.equal(report.submissionId);
    expect(await stored()).to.have.lengthOf(1);
  });
});
