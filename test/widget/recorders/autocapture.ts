// The analytics and monitoring agents that npm has, which note by themselves what is pressed and written in a page. Some
// film it too.
import { when, type Recorder } from './recorder.ts';

/** The address of the recorder's server, in the page's script. */
const SINK = "location.origin + '/sink'";

export const AUTOCAPTURE = {
  // It notes presses, inputs and submissions through composedPath(), and films with rrweb.
  mixpanel: {
    films: true,
    files: { 'mixpanel.js': 'mixpanel-browser/dist/mixpanel.umd.js' },
    start: (setting) => `mixpanel.init('token', {
      api_host: ${SINK}, persistence: 'localStorage', ignore_dnt: true, batch_flush_interval_ms: 200,
      record_sessions_percent: 100, record_heatmap_data: true,
      ${when(setting !== 'default', "record_mask_inputs: false, record_mask_text_selector: '', record_mask_all_text: false, record_mask_all_inputs: false,")}
      autocapture: {
        ${when(setting !== 'default', "capture_text_content: true, capture_extra_attrs: ['name', 'value', 'title', 'aria-label'], page_leave: true,")}
      },
    })`,
    end: 'mixpanel.stop_session_recording(); await new Promise((resolve) => setTimeout(resolve, 1000));',
  },
  // It wraps every addEventListener, and reads the target of each event where its listener is. It films with rrweb.
  newrelic: {
    films: true,
    modules: { NewRelic: '@newrelic/browser-agent/loaders/browser-agent' },
    start: (setting) => `new NewRelic.BrowserAgent({
      info: { beacon: location.host + '/sink', errorBeacon: location.host + '/sink', licenseKey: 'k', applicationID: '1', sa: 1 },
      loader_config: { accountID: '1', trustKey: '1', agentID: '1', licenseKey: 'k', applicationID: '1' },
      init: {
        ssl: false, harvest: { interval: 1 },
        user_actions: {
          enabled: true,
          ${when(setting !== 'default', "elementAttributes: ['id', 'className', 'tagName', 'type', 'name', 'value', 'textContent', 'ariaLabel'],")}
        },
        session_replay: {
          enabled: true, sampling_rate: 100, error_sampling_rate: 100,
          ${when(setting !== 'default', "mask_all_inputs: false, mask_text_selector: '',")}
        },
      },
    })`,
    end: `Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));`,
    // All features are on.
    answer: (path) => ({
      body: path.includes('/1/k')
        ? `{"st":1,"sts":1,"err":1,"ins":1,"spa":1,"loaded":1,"sr":1,"srs":1,"log":0,
            "app":{"agents":[{"entityGuid":"g"}],"nrServerTime":${Date.now()}}}`
        : '{}',
    }),
  },
  // It notes presses, changes and signs of rage through listeners on the document, and films with a fork of rrweb.
  amplitude: {
    films: true,
    files: { 'amplitude.js': '@amplitude/analytics-browser/lib/scripts/amplitude-min.js' },
    modules: { sessionReplay: '@amplitude/plugin-session-replay-browser' },
    start: (setting) => `(
      amplitude.add(sessionReplay.sessionReplayPlugin({
        sampleRate: 1, trackServerUrl: ${SINK}, configServerUrl: ${SINK} + '/config', forceSessionTracking: true,
        flushIntervalConfig: { minIntervalMs: 1000, maxIntervalMs: 1000 },
        ${when(setting !== 'default', "privacyConfig: { defaultMaskLevel: 'light' },")}
      })),
      amplitude.init('key', {
        serverUrl: ${SINK}, flushIntervalMillis: 200, fetchRemoteConfig: false, autocapture: {
          elementInteractions: ${setting === 'default' ? 'true' : "{ cssSelectorAllowlist: ['*'], actionClickAllowlist: ['*'] }"},
          frustrationInteractions: true, formInteractions: true, networkTracking: true,
        },
      }))`,
    end: 'await amplitude.flush().promise;',
    answer: (path) => ({
      body: path.includes('/config')
        ? `{"configs":{"sessionReplay":{
            "sr_sampling_config":{"capture_enabled":true,"sample_rate":1},
            "sr_interaction_config":{"enabled":true,"batch":false}}}}`
        : '{"code":200,"events_ingested":1,"payload_size_bytes":1,"server_upload_time":1}',
    }),
  },
  // It films with a fork of rrweb, and traces requests and presses with OpenTelemetry.
  highlight: {
    films: true,
    files: { 'highlight.js': 'highlight.run/dist/index.umd.js' },
    start: (setting) => `LD.H.init('1', {
      backendUrl: ${SINK}, otlpEndpoint: ${SINK}, networkRecording: { enabled: true, recordHeadersAndBody: false },
      ${when(setting !== 'default', "privacySetting: 'none',")}
    })`,
    answer: () => ({ body: '{"data":{"initializeSession":{"secure_id":"s","project_id":"1"}}}' }),
  },
  // It notes marked actions, requests and errors, and films with a fork of rrweb.
  faro: {
    films: true,
    files: { 'faro.js': '@grafana/faro-web-sdk/dist/bundle/faro-web-sdk.iife.js' },
    modules: { FaroReplay: '@grafana/faro-instrumentation-replay' },
    start: (setting) => `GrafanaFaroWebSdk.initializeFaro({
      url: ${SINK}, app: { name: 'a' }, batching: { sendTimeout: 200 },
      instrumentations: [...GrafanaFaroWebSdk.getWebInstrumentations(), new FaroReplay.ReplayInstrumentation({
        ${when(setting !== 'default', "maskAllInputs: false, maskInputOptions: {}, maskTextSelector: '', maskInputFn: (text) => text,")}
      })],
    })`,
  },
  // It names a transaction after the target of each press that its listener on the window gets.
  elastic: {
    files: { 'elastic.js': '@elastic/apm-rum/dist/bundles/elastic-apm-rum.umd.min.js' },
    start: () => `elasticApm.init({ serviceName: 'a', serverUrl: ${SINK}, flushInterval: 200 })`,
  },
  // It wraps every addEventListener, and notes the path of each event's target. Agents of several makers contain it.
  opentelemetry: {
    modules: {
      OTelWeb: '@opentelemetry/sdk-trace-web',
      OTelUser: '@opentelemetry/instrumentation-user-interaction',
    },
    start: (setting) => `(() => {
      const exporter = {
        export(spans, done) {
          const noted = spans.map(({ name, attributes }) => ({ name, attributes }));
          void fetch('/sink', { method: 'POST', body: JSON.stringify(noted) });
          done({ code: 0 });
        },
        shutdown: async () => {},
      };
      const provider = new OTelWeb.WebTracerProvider({ spanProcessors: [new OTelWeb.SimpleSpanProcessor(exporter)] });
      new OTelUser.UserInteractionInstrumentation({
        ${when(setting !== 'default', "eventNames: ['click', 'input', 'change', 'keydown', 'focusin', 'submit', 'pointerdown'],")}
      }).setTracerProvider(provider);
    })()`,
  },
  // It notes the fields of forms, with what is written in them, and the buttons that are pressed.
  snowplow: {
    files: {
      'snowplow.js': '@snowplow/browser-tracker/dist/index.umd.min.js',
      'snowplow-forms.js': '@snowplow/browser-plugin-form-tracking/dist/index.umd.min.js',
      'snowplow-buttons.js': '@snowplow/browser-plugin-button-click-tracking/dist/index.umd.min.js',
    },
    start: () => `(
      snowplowBrowserTracking.newTracker('sp', ${SINK}, {
        appId: 'a', encodeBase64: false, bufferSize: 1, stateStorageStrategy: 'none',
        plugins: [snowplowFormTracking.FormTrackingPlugin(), snowplowButtonClickTracking.ButtonClickTrackingPlugin()],
      }),
      snowplowFormTracking.enableFormTracking(), snowplowButtonClickTracking.enableButtonClickTracking())`,
  },
  // It notes what is pressed, with its content and its parents'.
  appinsights: {
    modules: {
      AppInsights: '@microsoft/applicationinsights-web',
      ClickAnalytics: '@microsoft/applicationinsights-clickanalytics-js',
    },
    start: (setting) => `(() => {
      const clicks = new ClickAnalytics.ClickAnalyticsPlugin();
      window.appInsights = new AppInsights.ApplicationInsights({ config: {
        connectionString: 'InstrumentationKey=00000000-0000-0000-0000-000000000000;IngestionEndpoint=' + ${SINK},
        extensions: [clicks], maxBatchInterval: 200,
        extensionConfig: {
          // Its settings are not asked for elsewhere.
          AppInsightsCfgSyncPlugin: { blkCdnCfg: true, cfgUrl: '' },
          [clicks.identifier]: { autoCapture: true, dataTags: {
            useDefaultContentNameOrId: true, ${when(setting !== 'default', 'captureAllMetaDataContent: true,')}
          } },
        },
      } });
      appInsights.loadAppInsights();
    })()`,
    end: 'appInsights.flush();',
  },
  // It keeps what was pressed last, to send it with an error.
  bugsnag: {
    files: { 'bugsnag.js': '@bugsnag/browser/dist/bugsnag.min.js' },
    start: () => `Bugsnag.start({
      apiKey: '00000000000000000000000000000000', maxBreadcrumbs: 100, endpoints: { notify: ${SINK}, sessions: ${SINK} },
    })`,
    end: "Bugsnag.notify(new Error('the end'));",
  },
  // It keeps what was pressed and written last, to send it with an error, and films with rrweb.
  rollbar: {
    films: true,
    files: { 'rollbar.js': 'rollbar/dist/rollbar.replay.umd.min.js' },
    start: (setting) => `(window.agent = new rollbar({
      accessToken: 't', endpoint: ${SINK} + '/', tracing: { enabled: true, endpoint: ${SINK} + '/' },
      autoInstrument: true, maxTelemetryEvents: 100, ${when(setting !== 'default', 'scrubTelemetryInputs: false,')}
      replay: {
        enabled: true, triggers: [{ type: 'direct' }],
        ${when(setting !== 'default', 'maskAllInputs: false, maskInputOptions: { password: false },')}
      },
    }))`,
    end: "agent.error(new Error('the end')); await agent.triggerReplay({ type: 'direct' });",
    answer: () => ({ body: '{"err":0,"result":{}}' }),
  },
} satisfies Readonly<Record<string, Recorder>>;
