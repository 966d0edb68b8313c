// The page's script that loads Sentry's feedback dialog on a tap, as in Sentry's documentation.
import { feedbackAsyncIntegration, init } from '@sentry/browser';

const feedback = feedbackAsyncIntegration({ autoInject: false, enableScreenshot: false });
init({
  dsn: 'https://public@sentry.example/1',
  cdnBaseUrl: location.origin,
  defaultIntegrations: false,
  integrations: [feedback],
});
feedback.attachTo('.launcher');
