// Lets TypeScript import `.vue` files; vue-tsc and Volar know them by themselves.
declare module '*.vue' {
  import type { Component } from 'vue';

  const component: Component;
  export default component;
}
