// From which age children may give their e-mail address on their own: in France, and where no law says otherwise.

/** Where the law sets no other age: Regulation (EU) 2016/679 (GDPR), article 8(1). No country has a higher one. */
export const HIGHEST_AGE = 16;

/** In France: the form needs no table for it. */
export const AGE_IN_FRANCE = 15;
