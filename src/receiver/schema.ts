// Public entry `cliquez-signalez-receiver/schema`: the same as that of the button's package.
export * from '../core/schema.ts';
