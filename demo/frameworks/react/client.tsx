// In the browser: takes over what the server rendered; where it rendered nothing, renders.
import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { App } from './App.tsx';

const container = document.getElementById('app')!;
const app = (
  <StrictMode>
    <App />
  </StrictMode>
);
if (container.firstElementChild) hydrateRoot(container, app);
else createRoot(container).render(app);
