// The selectors of the analysts' page, and what tests do in it.

/** The rows that are on the page: groups, or reports alone. An expression. */
export const ROWS =
  '[...document.querySelectorAll("#reports > article")].filter((row) => row.checkVisibility())';

/** Opens every row, those within rows too, and brings every folded text. An expression. */
export const OPEN_ALL = `(() => {
  const closed = () => document.querySelectorAll('#reports .open[aria-expanded=false]');
  while (closed().length > 0) closed().forEach((button) => button.click());
  document.querySelectorAll('#reports .reveal[aria-expanded=false]').forEach((button) => button.click());
  return document.querySelector('#reports').textContent;
})()`;
