// On the server: the page, with the app rendered into it.
import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { App } from './App.tsx';

export function render(page: string): string {
  const app = renderToString(
    <StrictMode>
      <App />
    </StrictMode>,
  );
  return page.replace('<!--app-->', () => app);
}
