// The constants of the Angular CLI: which code is for the server, and which is for development.
import { defineConfig } from 'vite';

export default defineConfig(({ mode, isSsrBuild = false }) => ({
  define: { ngServerMode: String(isSsrBuild), ...(mode === 'production' && { ngDevMode: 'false' }) },
}));
