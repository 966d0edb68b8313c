// The own members of an object, without inherited ones. A page may have added members to `Object.prototype`: an answer
// that nobody gave, an error that there is not.

/** A copy with an object's own members alone, and without a prototype. */
export const own = <Members extends object>(members: Members): Members =>
  Object.assign(Object.create(null) as Members, members);
