// Text as a page or a drawing may carry it.

/** A text whose every character is shown as it is, in an element or a quoted attribute. */
export const toHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
