// The module type of what is imported for its effect alone, and exports nothing: `cliquez-signalez/locales/de`,
// `cliquez-signalez/reserve.css`.

// oxlint-disable-next-line unicorn/require-module-specifiers -- this is what makes it a module
export {};
