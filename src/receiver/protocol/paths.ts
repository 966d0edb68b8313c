// The paths of the receiver.

/** Default path that reports are posted to. */
export const DEFAULT_PATH = '/v1/reports';

/** Path that tells whether the process answers. */
export const HEALTH_PATH = '/health';

/** Path that tells whether the receiver can take reports right now. */
export const READY_PATH = '/ready';

/** Documents for developers and their tools: the report's schema, the whole contract, the list of refusals. */
export const DOCUMENT_PATHS = {
  schema: '/report.schema.json',
  openApi: '/openapi.json',
  problems: '/problems',
} as const;

/** The path of challenges: beside the path of reports. */
export function challengePathOf(path: string): string {
  return path.replace(/[^/]*$/, 'challenge');
}

/** The path that tells what became of a report: beside the path of reports. */
export function followUpPathOf(path: string): string {
  return path.replace(/[^/]*$/, 'follow-up');
}
