// On the server: the page, with the app rendered into it.
import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
import App from './App.vue';

export async function render(page: string): Promise<string> {
  const app = await renderToString(createSSRApp(App));
  return page.replace('<!--app-->', () => app);
}
