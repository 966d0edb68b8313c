// The file that Sentry loads on the tap: its dialog.
import { feedbackModalIntegration } from '@sentry/feedback';

declare global {
  interface Window {
    Sentry?: object;
  }
}

// It extends the object that the page already holds, as the published bundle does.
Object.assign((window.Sentry ??= {}), { feedbackModalIntegration });
