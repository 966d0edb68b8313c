// The third file of the form, for what few people open: the ways to an aim, other services, the exact report, receipts, how
// a link is copied.

export { exactReport } from './steps/check/payload.ts';
export { waysList } from './steps/aims.ts';
export { otherDoors } from './steps/doors.ts';
export { receiptButtons } from './steps/receipt.ts';
export { linkSteps } from './steps/where/link-steps.ts';
