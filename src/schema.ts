// The entry `schema` of the button's and the receiver's package: the report and the answers to it, for servers that receive, relay or check them.
// Deliberately not exported: the parts of the report and its rules, which may change without a new version.

export { type Report, reportSchema } from './core/report/report.ts';
export { reportJsonSchema } from './core/report/report-json-schema.ts';
export { problemSchema, receiptSchema } from './core/report/protocol-schema.ts';
