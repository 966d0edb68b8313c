// What `cliquez-signalez/locales/de` exports: nothing. It adds its language to the page.

// oxlint-disable-next-line unicorn/require-module-specifiers -- this is what makes it a module
export {};
