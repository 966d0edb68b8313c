// Metrics for operators: correct, on a port separate from the public one, and free of any request content.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { PROBLEMS } from '../../src/core/report/protocol.ts';
import { serveReceiver, type LogEvent, type ServeOptions } from '../../src/receiver/index.ts';
import { createMetrics, type Metrics } from '../../src/receiver/operations/metrics.ts';
import { until } from '../setup/until.ts';
import { sampleReport } from './sample-report.ts';
import { startServer } from './server-process.ts';

/** Name with labels → value, from a text with every line checked. */
function read(text: string): Record<string, number> {
  const values: Record<string, number> = {};
  assert.ok(text.endsWith('\n'));
  for (const line of text.trimEnd().split('\n')) {
    if (/^# (HELP|TYPE) cliquez_signalez_\w+ [\w ,.-]+$/.test(line)) continue;
    const [, name = '', value = ''] =
      /^cliquez_signalez_(\w+(?:\{\w+="[\w+.-]*"(?:,\w+="[\w-]*")*\})?) (-?[\d.]+(?:e[+-]?\d+)?|NaN)$/.exec(
        line,
      ) ?? [];
    assert.ok(name, line);
    assert.ok(!(name in values), name);
    values[name] = Number(value);
  }
  return values;
}

/** Metrics that are read two minutes after the counted event. */
function counting(t: TestContext): Metrics {
  let minutes = 0;
  const metrics = createMetrics(() => new Date(minutes * 60_000));
  t.after(() => metrics.stop());
  return {
    ...metrics,
    render(gauges) {
      minutes += 2;
      return metrics.render(gauges);
    },
  };
}

const WRONG_CLOCK = fileURLToPath(new URL('wrong-clock.ts', import.meta.url));

const IDLE = { connections: 0, requests: 0, waiting: [] };

async function serve(t: TestContext, options: Partial<ServeOptions> = {}) {
  let minutes = 0;
  const running = await serveReceiver({
    now: () => new Date(Date.now() + minutes * 60_000),
    port: 0,
    databaseUrl: 'sqlite::memory:',
    metricsPort: 0,
    ...options,
  });
  t.after(() => running.close());
  return { ...running, metricsUrl: running.metricsUrl ?? '', letMinutesPass: () => (minutes += 2) };
}

const post = (endpoint: string, report: { submissionId: string }, headers: Record<string, string> = {}) =>
  fetch(endpoint, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': report.submissionId, ...headers },
    body: JSON.stringify(report),
  });

test('it counts what becomes of requests, on a port of its own', async (t) => {
  const { endpoint, url, metricsUrl, letMinutesPass } = await serve(t);
  const report = sampleReport();
  await post(endpoint, report);
  await post(endpoint, report);
  await post(endpoint, sampleReport());
  await post(endpoint, sampleReport({ locale: 5 }));
  await fetch(`${url}/health`);
  assert.equal((await fetch(`${url}/metrics`)).status, 404);

  assert.match(metricsUrl, /^http:\/\/127\.0\.0\.1:\d+\/metrics$/);
  assert.notEqual(new URL(metricsUrl).port, new URL(url).port);
  // A count that changed at once would reveal the moment of each report.
  const early = read(await (await fetch(metricsUrl)).text());
  assert.ok(!Object.keys(early).some((name) => name.includes('stored')));
  assert.ok(Number(early['event_loop_delay_seconds{quantile="1"}']) > 0);
  letMinutesPass();
  const response = await fetch(metricsUrl);
  assert.equal(response.headers.get('content-type'), 'text/plain; version=0.0.4; charset=utf-8');
  assert.equal(response.headers.get('cache-control'), 'no-store');
  assert.equal(response.headers.get('access-control-allow-origin'), null);
  const values = read(await response.text());
  for (const [name, expected] of Object.entries({
    'requests_total{event="stored",status="201",code=""}': 2,
    'requests_total{event="replayed",status="200",code=""}': 1,
    'requests_total{event="refused",status="422",code="invalid"}': 1,
    'requests_total{event="refused",status="404",code=""}': 1,
    'requests_total{event="answered",status="200",code=""}': 1,
    request_duration_seconds_count: 6,
    'request_duration_seconds_bucket{le="+Inf"}': 6,
    requests_under_way: 0,
    reports_erased_total: 0,
  })) {
    assert.equal(values[name], expected, name);
  }
  for (const name of ['memory_bytes', 'cpu_seconds_total', 'connections'])
    assert.ok(Number(values[name]) > 0, name);
});

test('nothing else is answered there, and nothing at all unless asked for', async (t) => {
  const { metricsUrl } = await serve(t);
  assert.equal((await fetch(metricsUrl, { method: 'POST' })).status, 404);
  assert.equal((await fetch(new URL('/v1/reports', metricsUrl))).status, 404);
  assert.equal((await fetch(new URL('/', metricsUrl))).status, 404);
  const head = await fetch(metricsUrl, { method: 'HEAD' });
  assert.deepEqual([head.status, await head.text()], [200, '']);
  const quiet = await serveReceiver({ port: 0, databaseUrl: 'sqlite::memory:' });
  t.after(() => quiet.close());
  assert.equal(quiet.metricsUrl, undefined);
});

test('a port for counts that is taken rejects, and frees the other', async (t) => {
  const { metricsUrl, url } = await serve(t);
  const metricsPort = Number(new URL(metricsUrl).port);
  await assert.rejects(serve(t, { metricsPort }), { code: 'EADDRINUSE' });
  await assert.rejects(serve(t, { port: Number(new URL(url).port) }), { code: 'EADDRINUSE' });
});

test('reports of a partner are counted by fives, so that none of them stands out', (t) => {
  const metrics = counting(t);
  const stored: LogEvent = { event: 'stored', status: 201, durationMs: 3, partner: 'ville-exemple' };
  const shown = () => read(metrics.render(IDLE))['reports_by_partner_total{partner="ville-exemple"}'];
  const steps: (number | undefined)[] = [];
  for (let count = 1; count <= 11; count++) {
    metrics.count(stored);
    metrics.count({ ...stored, event: 'replayed', status: 200 });
    steps.push(shown());
  }
  assert.deepEqual(steps, [0, 0, 0, 0, 5, 5, 5, 5, 5, 10, 10]);
});

test('only partners that the operator names are counted by name', async (t) => {
  const origins = ['https://ville.example'];
  const { endpoint, metricsUrl, letMinutesPass } = await serve(t, {
    partners: [{ id: 'ville-exemple', origins }],
  });
  const from = (partnerId: string) =>
    sampleReport({ source: { partnerId, embed: 'script', widgetVersion: '1.0.0', prefilled: false } });
  for (let count = 0; count < 5; count++) {
    await post(endpoint, from('ville-exemple'), { Origin: 'https://ville.example' });
    await post(endpoint, from('ville-exemple'), { Origin: 'https://elsewhere.example' });
    await post(endpoint, from('canary-partner'), { Origin: 'https://ville.example' });
  }
  letMinutesPass();
  const text = await (await fetch(metricsUrl)).text();
  assert.equal(read(text)['reports_by_partner_total{partner="ville-exemple"}'], 5);
  assert.doesNotMatch(text, /canary/);
});

test('durations fall in classes that hold the lower ones', (t) => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 60_000 })), (durations) => {
      const metrics = counting(t);
      for (const durationMs of durations) metrics.count({ event: 'stored', status: 201, durationMs });
      const values = read(metrics.render(IDLE));
      for (const [name, value] of Object.entries(values)) {
        const end = /_bucket\{le="([\d.]+)"\}$/.exec(name)?.[1];
        if (end)
          assert.equal(
            value,
            durations.filter((durationMs) => durationMs / 1_000 <= Number(end)).length,
            name,
          );
      }
      assert.equal(values['request_duration_seconds_count'], durations.length);
      const sum = durations.reduce((total, durationMs) => total + durationMs / 1_000, 0);
      assert.ok(Math.abs(Number(values['request_duration_seconds_sum']) - sum) < 1e-6);
    }),
    { numRuns: 200 },
  );
});

test('erasures are counted, gauges shown, and a failed erasure is no erasure', (t) => {
  const metrics = counting(t);
  metrics.count({ event: 'erased', count: 12, durationMs: 1 });
  metrics.count({ event: 'erased', count: 3, durationMs: 1 });
  metrics.count({ event: 'erase-failed', cause: 'Error', durationMs: 1 });
  const values = read(metrics.render({ connections: 7, requests: 2, waiting: [] }));
  assert.deepEqual(
    [values['reports_erased_total'], values['connections'], values['requests_under_way']],
    [15, 7, 2],
  );
  assert.equal(values['request_duration_seconds_count'], 0);
});

test('METRICS_PORT opens it, and no byte of a request is in it, whatever was sent', async (t) => {
  const { endpoint, output } = await startServer(t, {
    DATABASE_URL: 'sqlite::memory:',
    METRICS_PORT: '0',
    // Request counts appear some minutes late, so the clock runs faster.
    CLOCK_SPEED: '100',
    NODE_OPTIONS: `--import=${WRONG_CLOCK}`,
  });
  const canary = 'canary7f3a';
  const headers = {
    'User-Agent': canary,
    Referer: `https://${canary}.example`,
    Cookie: canary,
    Origin: `https://${canary}.example`,
  };
  const source = { partnerId: canary, embed: 'script', widgetVersion: '1.0.0', prefilled: false };
  await post(endpoint, sampleReport({ source }), headers);
  await post(endpoint, sampleReport({ [canary]: { canary } }), headers);
  await fetch(`${endpoint}/${canary}?${canary}`, { method: 'DELETE', headers });
  const [, metricsUrl = ''] =
    /^Counts are given at (http:\/\/127\.0\.0\.1:\d+\/metrics)$/m.exec(output.stderr) ?? [];
  const codes = new Set(['', ...Object.keys(PROBLEMS)]);
  let text = '';
  let seen: RegExpExecArray[] = [];
  await until(async () => {
    text = await (await fetch(metricsUrl)).text();
    seen = [...text.matchAll(/requests_total\{event="([^"]*)",status="(\d+)",code="([^"]*)"\}/g)];
    return seen.length === 3;
  }, 'three kinds of requests');
  assert.doesNotMatch(text, new RegExp(canary));
  for (const [, , , code = '?'] of seen) assert.ok(codes.has(code), code);
});

test('alerts are counted by what became of them, by the minute, and those that wait are shown', (t) => {
  const metrics = counting(t);
  metrics.count({ event: 'alert-sent', channel: 'webhook' });
  metrics.count({ event: 'alert-sent', channel: 'webhook' });
  metrics.count({ event: 'alert-stopped', channel: 'mail', cause: 'ECONNREFUSED' });
  const waiting = [{ channel: 'mail', waiting: 3, stopped: 1, oldest: '1970-01-01T00:00:00Z' }] as const;
  const values = read(metrics.render({ ...IDLE, waiting }));
  assert.equal(values['alerts_total{event="alert-sent",channel="webhook"}'], 2);
  assert.equal(values['alerts_total{event="alert-stopped",channel="mail"}'], 1);
  assert.equal(values['alerts_waiting{channel="mail"}'], 3);
  assert.equal(values['alerts_stopped{channel="mail"}'], 1);
  assert.equal(values['alerts_oldest_seconds{channel="mail"}'], 120);
  assert.equal(values['request_duration_seconds_count'], 0);
});

test('what cannot be delivered is shown at /metrics, and /ready does not ask for it', async (t) => {
  const { metricsUrl, endpoint, url, letMinutesPass } = await serve(t, {
    // Nobody listens there.
    alerts: {
      webhook: { url: 'http://127.0.0.1:9', secrets: [`whsec_${Buffer.alloc(32).toString('base64')}`] },
    },
  });
  const values = async () => read(await (await fetch(metricsUrl)).text());
  const urgent = () => sampleReport({ danger: { immediate: 'yes', helpShown: true } });
  await post(endpoint, urgent());
  await until(async () => {
    letMinutesPass();
    // A further report lets the receiver look at its outbox.
    await post(endpoint, urgent());
    const {
      'alerts_waiting{channel="webhook"}': waiting = 0,
      'alerts_total{event="alert-delayed",channel="webhook"}': delayed = 0,
    } = await values();
    return waiting >= 1 && delayed >= 1;
  }, 'a message that waits, and was tried');
  assert.equal((await fetch(`${url}/ready`)).status, 200);
});
