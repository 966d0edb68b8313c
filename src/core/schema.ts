// The entry `schema` of the button's and the receiver's package: the report and the answers to it, for servers that receive, relay or check them.
// Deliberately not exported: the parts of the report and its rules, which may change without a new version.

export { type Report, reportSchema } from './report/report.ts';
export { reportJsonSchema } from './report/report-json-schema.ts';
export { problemSchema, receiptSchema } from './report/protocol-schema.ts';
