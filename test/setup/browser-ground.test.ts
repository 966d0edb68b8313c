// The ground under every browser test: Lit, axe, keys, pictures, and the real receiver behind the fault proxy.
import 'axe-core/axe.min.js';
import { expect, fixture, html } from '@open-wc/testing';
import { executeServerCommand, sendKeys, setViewport } from '@web/test-runner-commands';
import { LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
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

  // The least that a receiver takes.
  const report = {
    schemaVersion: '1.0',
    submissionId: '4b6d1f8e-2c1a-4f3e-9a7b-0d5c8e1f2a3b',
  };

  const post = (): Promise<Response> =>
    fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': report.submissionId },
      body: JSON.stringify(report),
      signal: AbortSignal.timeout(500),
    });

  it('passes an answer of the receiver on, and remembers the request', async () => {
    await executeServerCommand('requests-clear');
    const response = await post(body());
    expect(response.status, await response.text()).to.equal(201);
    const requests = await executeServerCommand<RecordedRequest[], never>('requests');
    expect(requests.map(({ method }) => method)).to.include('POST');
  });

  for (const [mode, status] of [['500', 500], ['503', 503], ['429', 429], ['html', 200], ['invalid', 422], ['version', 409]] as const) {
    it(`answers ${status} in mode ${mode}`, async () => {
      await fault(mode);
      expect((await post(body())).status).to.equal(status);
    });
  }
});
