// The page's script with which Sentry's feedback dialog is fetched on a tap, as its documentation has it.
import { feedbackAsyncIntegration, init } from '@sentry/browser';

const feedback = feedbackAsyncIntegration({ autoInject: false, enableScreenshot: false });
init({
  dsn: 'https://public@sentry.example/1',
  cdnBaseUrl: location.origin,
  defaultIntegrations: false,
  integrations: [feedback],
});
feedback.attachTo(document.querySelector('.launcher')!);
