// What only few open, as one chunk: places without an address, further questions, the exact report, all on one page.
// One chunk for all of it, whatever was pressed: which file is fetched must not tell what is being reported.

export { furtherRemarks, locationOf, questionErrors } from '../../core/draft-further.ts';
export { completeReport } from '../../core/draft-further-report.ts';
export { alarmsOf, keepApplicable } from '../../core/draft-questions.ts';
export { countedField } from './character-count.ts';
export { dangerNotice } from './alarm-notices.ts';
export { answerLines } from './question-text.ts';
export { questionFields } from './questions.ts';
export { printReceipt, saveReceipt } from './receipt.ts';
export { otherDoors } from './views/doors.ts';
export { exactReport } from './views/payload.ts';
export { pageView } from './views/page.ts';
export { placeFields } from './views/place.ts';
