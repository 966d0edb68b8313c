// Public entry `cliquez-signalez-tools/conformance`: whether an endpoint keeps the contract that forms rely on.

export {
  OptionError,
  checkEndpoint,
  listChecks,
  type CheckResult,
  type CheckSummary,
  type ConformanceOptions,
  type ConformanceReport,
} from './check-endpoint.ts';
export type { Finding, Group, Outcome } from './finding.ts';
export { formatChecks, formatReport, type FormatOptions } from './format-report.ts';
