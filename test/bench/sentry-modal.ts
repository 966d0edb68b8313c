// The file that Sentry fetches on the tap: its dialog.
import { feedbackModalIntegration } from '@sentry/feedback';

declare global {
  interface Window {
    Sentry?: object;
  }
}

// Into the object that the page holds already, as the published bundle does.
Object.assign((window.Sentry ??= {}), { feedbackModalIntegration });
