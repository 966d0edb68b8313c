// jsdom has no modal dialogs, and that of Jest 30 no lists of style sheets.
HTMLDialogElement.prototype.showModal ??= function showModal() {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function close() {
  this.open = false;
  this.dispatchEvent(new Event('close'));
};
for (const { prototype } of [Document, ShadowRoot]) prototype.adoptedStyleSheets ??= [];
