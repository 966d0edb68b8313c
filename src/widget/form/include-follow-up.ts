// Loads the follow-up of reports, for pages that name its address. The single-file bundle is without (.build/language-files.ts).

/** Undefined in a build that is without. */
export const includeFollowUp: (() => Promise<typeof import('./follow-up.ts')>) | undefined = () =>
  import('./follow-up.ts');
