// The compiler has to know that this is an element, and no component of Vue.
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [
    vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('cliquez-signalez') } } }),
  ],
});
