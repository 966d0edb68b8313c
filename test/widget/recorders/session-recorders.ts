// The session recorders that npm has, which make a film of a visit.
import { when, type Recorder } from './recorder.ts';
import { isOfRequests } from './recordings.ts';

const rrweb = (name: string, file: string, record: string): Recorder => ({
  films: true,
  files: { [name]: file },
  // It hides nothing by default, and records no request.
  start: () => `(window.events = [], ${record}({ emit: (event) => events.push(event) }))`,
  end: "await fetch('/sink', { method: 'POST', body: JSON.stringify(events) });",
});

export const SESSION_RECORDERS = {
  'rrweb-1': rrweb('rrweb-1.js', 'rrweb-1/dist/record/rrweb-record.min.js', 'rrwebRecord'),
  'rrweb-2': rrweb('rrweb-2.js', 'rrweb/umd/rrweb.min.js', 'rrweb.record'),
  sentry: {
    films: true,
    readsRequests: true,
    modules: { Sentry: '@sentry/browser' },
    start: (setting) => `Sentry.init({
      dsn: 'http://public@127.0.0.1/1', tunnel: '/sink', replaysSessionSampleRate: 1, sendClientReports: false,
      integrations: [(window.replay = Sentry.replayIntegration({
        useCompression: false, minReplayDuration: 0, flushMinDelay: 200, flushMaxDelay: 400, stickySession: false,
        ${when(setting !== 'default', 'maskAllText: false, maskAllInputs: false, blockAllMedia: false, maskAttributes: [],')}
        ${when(isOfRequests(setting), 'networkDetailAllowUrls: [/./], networkCaptureBodies: true,')}
      }))],
    })`,
    // Actions in the page are sent with an error, or a message.
    end: "await replay.flush(); Sentry.captureMessage('the end'); await Sentry.flush();",
  },
  posthog: {
    films: true,
    readsRequests: true,
    files: { 'posthog.js': 'posthog-js/dist/array.full.no-external.js' },
    start: (setting) => `(window._POSTHOG_REMOTE_CONFIG = { phc_test: { siteApps: [], config: {
        sessionRecording: { endpoint: '/s/' }, supportedCompression: [], autocapture_opt_out: false,
        hasFeatureFlags: false, ${when(setting !== 'default', 'heatmaps: true, capturePerformance: { network_timing: true },')}
      } } },
      posthog.init('phc_test', {
        api_host: location.origin + '/sink', persistence: 'memory', disable_compression: true,
        opt_out_useragent_filter: true, disable_external_dependency_loading: true, disable_surveys: true,
        ${when(setting !== 'default', 'capture_heatmaps: true, capture_dead_clicks: true, rageclick: true, autocapture: { capture_copied_text: true },')}
        ${when(isOfRequests(setting), 'loaded: ({ sessionRecording }) => (sessionRecording._forceAllowLocalhostNetworkCapture = true),')}
        session_recording: {
          compress_events: false, ${when(setting !== 'default', 'maskAllInputs: false,')}
          ${when(isOfRequests(setting), 'recordBody: true, recordHeaders: true,')}
        },
      }))`,
    // It sends every three seconds, and cannot be asked to. On this machine itself it records no request unless forced.
    end: 'await new Promise((resolve) => setTimeout(resolve, 3500));',
    answer: (path) => ({ body: path.includes('/flags/') ? '{}' : '{"status":1}' }),
  },
  datadog: {
    films: true,
    files: {
      'datadog.js': '@datadog/browser-rum/bundle/datadog-rum.js',
      'chunks/datadogRecorder-531f1c41bdc9a22e4845-datadog-rum.js':
        '@datadog/browser-rum/bundle/chunks/datadogRecorder-531f1c41bdc9a22e4845-datadog-rum.js',
    },
    head: '<script crossorigin src="$CDN/datadog.js"></script>',
    start: (setting) => `DD_RUM.init({
      applicationId: '00000000-0000-0000-0000-000000000000', clientToken: 'pub0', site: 'datadoghq.com',
      proxy: location.origin + '/sink', sessionSampleRate: 100, sessionReplaySampleRate: 100,
      telemetrySampleRate: 0, sessionPersistence: 'memory', allowUntrustedEvents: true,
      ${when(setting !== 'default', "defaultPrivacyLevel: 'allow', enablePrivacyForActionName: false,")}
    })`,
    end: `Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));`,
    answer: () => ({ status: 202 }),
  },
  openreplay: {
    films: true,
    readsRequests: true,
    files: { 'openreplay.js': '@openreplay/tracker/dist/lib/entry.js' },
    head: '<script type="module">import Tracker from "$CDN/openreplay.js"; window.Tracker = Tracker;</script>',
    start: (setting) => `(window.tracker = new Tracker({
      projectKey: 'k', ingestPoint: location.origin + '/sink', __DISABLE_SECURE_MODE: true, disableStringDict: true,
      ${when(setting !== 'default', 'defaultInputMode: 0, obscureTextEmails: false, obscureTextNumbers: false, obscureInputNumbers: false, obscureInputEmails: false,')}
      ${when(isOfRequests(setting), 'network: { capturePayload: true, sessionTokenHeader: false, failuresOnly: false, ignoreHeaders: false, captureInIframes: true },')}
    })).start()`,
    end: 'tracker.stop();',
    answer: (path) => ({
      body: path.endsWith('/start')
        ? JSON.stringify({
            token: 't',
            userUUID: 'u',
            sessionID: '1',
            projectID: '1',
            delay: 0,
            beaconSizeLimit: 1_000_000,
            compressionThreshold: 1_000_000_000,
            startTimestamp: Date.now(),
          })
        : '{"tags":[]}',
    }),
  },
  clarity: {
    films: true,
    files: { 'clarity.js': 'clarity-js/build/clarity.min.js' },
    // It always hides values of fields, and records no request.
    start: (setting) => `clarity('start', {
      projectId: 'test', delay: 200, track: true, content: true, lean: false,
      ${when(setting !== 'default', "unmask: ['body'],")}
      upload: (payload) => void fetch('/sink', { method: 'POST', body: payload }),
    })`,
    end: "clarity('stop');",
  },
} satisfies Readonly<Record<string, Recorder>>;
