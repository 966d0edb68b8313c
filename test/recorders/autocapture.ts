// The analytics and monitoring agents that npm has, which note by themselves what is pressed and written in a page.
import { when, type Recorder } from './recorder.ts';

export const AUTOCAPTURE = {
  // Notes presses, inputs and submissions through composedPath(), and records sessions with rrweb.
  mixpanel: {
    files: { 'mixpanel.js': 'mixpanel-browser/dist/mixpanel.umd.js' },
    start: (setting) => `mixpanel.init('token', {
      api_host: location.origin + '/sink', persistence: 'localStorage', ignore_dnt: true,
      batch_flush_interval_ms: 200, autocapture: {
        ${when(setting !== 'default', "capture_text_content: true, capture_extra_attrs: ['name', 'value', 'title', 'aria-label'], page_leave: true,")}
      },
      record_sessions_percent: 100, record_heatmap_data: true,
      ${when(setting !== 'default', "record_mask_inputs: false, record_mask_text_selector: '', record_mask_all_text: false, record_mask_all_inputs: false,")}
    })`,
    end: 'mixpanel.stop_session_recording(); await new Promise((resolve) => setTimeout(resolve, 1000));',
  },
  // Wraps every addEventListener, and reads the target of each event where its listener is.
  newrelic: {
    modules: { NewRelic: '@newrelic/browser-agent/loaders/browser-agent' },
    start: (setting) => `new NewRelic.BrowserAgent({
      info: { beacon: location.host + '/sink', errorBeacon: location.host + '/sink', licenseKey: 'k', applicationID: '1', sa: 1 },
      loader_config: { accountID: '1', trustKey: '1', agentID: '1', licenseKey: 'k', applicationID: '1' },
      init: {
        ssl: false, harvest: { interval: 1 }, privacy: { cookies_enabled: true },
        session_replay: {
          enabled: true, sampling_rate: 100, error_sampling_rate: 100,
          ${when(setting !== 'default', "mask_all_inputs: false, mask_text_selector: '',")}
        },
        user_actions: { enabled: true, ${when(setting !== 'default', "elementAttributes: ['id', 'className', 'tagName', 'type', 'name', 'value', 'textContent', 'ariaLabel'],")} },
      },
    })`,
    end: `Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));`,
    answer: (path) => ({
      body: path.includes('/1/k')
        ? JSON.stringify({
            st: 1,
            sts: 1,
            err: 1,
            ins: 1,
            spa: 1,
            loaded: 1,
            sr: 1,
            srs: 1,
            log: 0,
            app: { agents: [{ entityGuid: 'g' }], nrServerTime: Date.now() },
          })
        : '{}',
    }),
  },
  // Notes presses, changes and rage through listeners on the document, and records sessions with a fork of rrweb.
  amplitude: {
    files: { 'amplitude.js': '@amplitude/analytics-browser/lib/scripts/amplitude-min.js' },
    modules: { sessionReplay: '@amplitude/plugin-session-replay-browser' },
    start: (setting) => `(
      amplitude.add(sessionReplay.sessionReplayPlugin({
        sampleRate: 1, trackServerUrl: location.origin + '/sink', configServerUrl: location.origin + '/sink/config', forceSessionTracking: true,
        enableTransportCompression: false,
        ${when(setting !== 'default', "privacyConfig: { defaultMaskLevel: 'light' }, interactionConfig: { enabled: true, batch: false },")}
      })),
      amplitude.init('key', {
        serverUrl: location.origin + '/sink', flushIntervalMillis: 200, fetchRemoteConfig: false, 
        autocapture: { elementInteractions: ${setting === 'default' ? 'true' : "{ cssSelectorAllowlist: ['*'], actionClickAllowlist: ['*'] }"}, frustrationInteractions: true, formInteractions: true, pageViews: true, sessions: true, networkTracking: true, webVitals: false },
      }))`,
    end: 'await amplitude.flush().promise;',
    answer: (path) => ({
      body: path.includes('/config')
        ? '{"configs":{"sessionReplay":{"sr_sampling_config":{"capture_enabled":true,"sample_rate":1},"sr_interaction_config":{"enabled":true,"batch":false}}}}'
        : '{"code":200,"events_ingested":1,"payload_size_bytes":1,"server_upload_time":1}',
    }),
  },
  // Records sessions with a fork of rrweb, and traces presses with OpenTelemetry.
  highlight: {
    files: { 'highlight.js': 'highlight.run/dist/index.umd.js' },
    start: (setting) => `LD.H.init('1', {
      backendUrl: location.origin + '/sink', otlpEndpoint: location.origin + '/sink', enableSegmentIntegration: false, networkRecording: { enabled: true, recordHeadersAndBody: false },
      ${when(setting !== 'default', "privacySetting: 'none',")}
    })`,
    end: '',
    answer: () => ({
      body: JSON.stringify({
        data: {
          initializeSession: { secure_id: 's', project_id: '1', errors_enabled: true, verbose_id: '1' },
        },
      }),
    }),
  },
  // Notes user actions, requests and errors, and records sessions with a fork of rrweb.
  faro: {
    files: {
      'faro.js': '@grafana/faro-web-sdk/dist/bundle/faro-web-sdk.iife.js',
    },
    modules: { FaroReplay: '@grafana/faro-instrumentation-replay' },
    start: (setting) => `GrafanaFaroWebSdk.initializeFaro({
      url: location.origin + '/sink', app: { name: 'a' }, batching: { sendTimeout: 200 },
      instrumentations: [...GrafanaFaroWebSdk.getWebInstrumentations(), new FaroReplay.ReplayInstrumentation({
        ${when(setting !== 'default', "maskAllInputs: false, maskInputOptions: {}, maskTextSelector: '', maskInputFn: (text) => text,")}
      })],
    })`,
    end: '',
  },
  // Names a transaction after the target of each press that its listener on the window gets.
  elastic: {
    files: { 'elastic.js': '@elastic/apm-rum/dist/bundles/elastic-apm-rum.umd.min.js' },
    start: () => `elasticApm.init({
      serviceName: 'a', serverUrl: location.origin + '/sink', flushInterval: 200, sendCredentials: false,
    })`,
    end: '',
  },
  // Wraps every addEventListener, and notes the path of each event's target.
  opentelemetry: {
    modules: {
      OTelWeb: '@opentelemetry/sdk-trace-web',
      OTelUser: '@opentelemetry/instrumentation-user-interaction',
    },
    start: (setting) => `(() => {
      const send = (spans, done) => {
        void fetch('/sink', { method: 'POST', body: JSON.stringify(spans.map(({ name, attributes }) => ({ name, attributes }))) });
        done({ code: 0 });
      };
      const exporter = { export: send, shutdown: async () => {} };
      const provider = new OTelWeb.WebTracerProvider({ spanProcessors: [new OTelWeb.SimpleSpanProcessor(exporter)] });
      const instrumentation = new OTelUser.UserInteractionInstrumentation({
        ${when(setting !== 'default', "eventNames: ['click', 'input', 'change', 'keydown', 'focusin', 'submit', 'pointerdown'],")}
      });
      instrumentation.setTracerProvider(provider);
      instrumentation.enable();
    })()`,
    end: '',
  },
  // Notes the fields of forms, with what is written in them, and the buttons that are pressed.
  snowplow: {
    files: {
      'snowplow.js': '@snowplow/browser-tracker/dist/index.umd.min.js',
      'snowplow-forms.js': '@snowplow/browser-plugin-form-tracking/dist/index.umd.min.js',
      'snowplow-buttons.js': '@snowplow/browser-plugin-button-click-tracking/dist/index.umd.min.js',
    },
    start: () => `(
      snowplowBrowserTracking.newTracker('sp', location.origin + '/sink', {
        appId: 'a', encodeBase64: false, bufferSize: 1, stateStorageStrategy: 'none',
        plugins: [snowplowFormTracking.FormTrackingPlugin(), snowplowButtonClickTracking.ButtonClickTrackingPlugin()],
      }),
      snowplowFormTracking.enableFormTracking(), snowplowButtonClickTracking.enableButtonClickTracking())`,
    end: '',
  },
  // Notes what is pressed, with its content and its parents'.
  appinsights: {
    modules: {
      AppInsights: '@microsoft/applicationinsights-web',
      ClickAnalytics: '@microsoft/applicationinsights-clickanalytics-js',
    },
    start: (setting) => `(() => {
      const clicks = new ClickAnalytics.ClickAnalyticsPlugin();
      window.appInsights = new AppInsights.ApplicationInsights({ config: {
        connectionString: 'InstrumentationKey=00000000-0000-0000-0000-000000000000;IngestionEndpoint=' + location.origin + '/sink',
        extensions: [clicks], maxBatchInterval: 200, featureOptIn: {}, 
        extensionConfig: { AppInsightsCfgSyncPlugin: { blkCdnCfg: true, cfgUrl: '' }, [clicks.identifier]: { autoCapture: true,
          ${when(setting !== 'default', 'dataTags: { useDefaultContentNameOrId: true, captureAllMetaDataContent: true },')}
        } },
      } });
      appInsights.loadAppInsights();
    })()`,
    end: 'appInsights.flush();',
  },
  // Keeps what was pressed last, to send it with an error.
  bugsnag: {
    files: { 'bugsnag.js': '@bugsnag/browser/dist/bugsnag.min.js' },
    start: () => `Bugsnag.start({
      apiKey: '00000000000000000000000000000000', collectUserIp: false, maxBreadcrumbs: 100, 
      endpoints: { notify: location.origin + '/sink', sessions: location.origin + '/sink' },
    })`,
    end: "Bugsnag.notify(new Error('the end'));",
  },
  // Keeps what was pressed and written last, to send it with an error, and records sessions with rrweb.
  rollbar: {
    files: { 'rollbar.js': 'rollbar/dist/rollbar.replay.umd.min.js' },
    start: (setting) => `(window.rb = new rollbar({
      accessToken: 't', endpoint: location.origin + '/sink/', tracing: { enabled: true, endpoint: location.origin + '/sink/' }, autoInstrument: true, maxTelemetryEvents: 100,
      ${when(setting !== 'default', 'scrubTelemetryInputs: false,')}
      replay: { enabled: true, autoStart: true, triggerDefaults: { samplingRatio: 1, preDuration: 300, postDuration: 0 }, triggers: [{ type: 'direct' }],
        ${when(setting !== 'default', 'maskAllInputs: false, maskInputOptions: { password: false }, maskAllText: false,')}
      },
    }))`,
    end: "rb.error(new Error('the end')); await rb.triggerReplay({ type: 'direct' });",
    answer: () => ({ body: '{"err":0,"result":{}}' }),
  },
} satisfies Readonly<Record<string, Recorder>>;
