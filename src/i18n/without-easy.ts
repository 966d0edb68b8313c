// In place of include-easy.ts, in the single-file bundle: the page includes the file of an easy language, or has none.

export const includeEasy = undefined;
