// Where the receiver answers.

/** Where reports are posted to unless told otherwise. */
export const DEFAULT_PATH = '/v1/reports';

/** Whether the process answers. */
export const HEALTH_PATH = '/health';

/** Whether it can take reports right now. */
export const READY_PATH = '/ready';

/** What developers and their tools read: the report's schema, the whole contract, the list of refusals. */
export const DOCUMENT_PATHS = {
  schema: '/report.schema.json',
  openApi: '/openapi.json',
  problems: '/problems',
} as const;

/** Where challenges are given: beside the path of reports. */
export function challengePathOf(path: string): string {
  return path.replace(/[^/]*$/, 'challenge');
}
