// The error of a wrong option of alerts.

/** An option of alerts is wrong. The message names the setting, and says what to write. */
export class AlertError extends Error {
  override readonly name = 'AlertError';
}
