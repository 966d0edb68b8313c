// The module type of `cliquez-signalez/locales/de`: it exports nothing, and adds its language to the page.

// oxlint-disable-next-line unicorn/require-module-specifiers -- this is what makes it a module
export {};
