// Public entry `cliquez-signalez-receiver/conformance`: whether an endpoint keeps the contract that forms rely on.

export type { Finding, Group, Outcome } from './check.ts';
export {
  OptionError,
  checkEndpoint,
  listChecks,
  type CheckResult,
  type CheckSummary,
  type ConformanceOptions,
  type ConformanceReport,
} from './check-endpoint.ts';
export { formatChecks, formatReport, type FormatOptions } from './format-report.ts';
