// On the server: the page, with the app rendered into it.
import { render as renderApp } from 'svelte/server';
import App from './App.svelte';

export function render(page: string): string {
  const { body, head } = renderApp(App);
  return page.replace('<!--app-->', () => body).replace('</head>', () => `${head}</head>`);
}
