// Pages of frameworks and libraries that replace, morph, mount twice or trap focus: their own files, from npm.
import { readFile } from 'node:fs/promises';
import { build, type Rolldown } from 'vite';

/** A React page: a widget that React mounts twice, beside a dialog of Material UI that can hold another widget. */
const REACT_PAGE = `
  import { createElement as h, StrictMode, useEffect, useRef, useState } from 'react';
  import { createRoot } from 'react-dom/client';
  import Modal from '@mui/material/Modal';

  window.mounts = 0;
  function Widget(attributes) {
    const ref = useRef(null);
    useEffect(() => {
      window.mounts += 1;
      return () => { window.mounts -= 1; window.unmounted = true; };
    }, []);
    return h('cliquez-signalez', { ref, ...attributes }, h('a', { href: 'https://hotline.example/' }, 'Signaler'));
  }
  function App({ attributes }) {
    const [count, setCount] = useState(0);
    const [isOpen, setOpen] = useState(false);
    const [isShown, setShown] = useState(true);
    Object.assign(window, { setCount, setOpen, setShown });
    return h('main', null, h('p', { id: 'count' }, count),
      isShown && !isOpen && h(Widget, attributes),
      h(Modal, { open: isOpen, onClose: () => { window.modalClosed = true; setOpen(false); } },
        h('div', { id: 'modal', tabIndex: -1 }, h('input', { id: 'inside' }), h(Widget, attributes))));
  }
  window.renderApp = (attributes) =>
    createRoot(document.querySelector('#root')).render(h(StrictMode, null, h(App, { attributes })));
`;

/** Bundles the React page in development mode: StrictMode only mounts twice there. */
async function bundleReactPage(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    mode: 'development',
    define: { 'process.env.NODE_ENV': '"development"' },
    plugins: [
      {
        name: 'react-page',
        enforce: 'pre',
        resolveId: (id) => (id.endsWith('react-page') ? '\0react-page' : undefined),
        load: (id) => (id === '\0react-page' ? REACT_PAGE : undefined),
      },
    ],
    build: {
      write: false,
      minify: false,
      lib: { entry: 'react-page', formats: ['es'], fileName: 'react-page' },
    },
  });
  return (built as Rolldown.RolldownOutput[])[0]!.output[0].code;
}

const read = (address: string): Promise<string> => readFile(new URL(address), 'utf8');

/** Scripts by the names under which the pages load them. */
export async function frameworkScripts(): Promise<Record<string, string>> {
  const [turbo, htmx, bootstrap, react] = await Promise.all([
    read(import.meta.resolve('@hotwired/turbo/dist/turbo.es2017-esm.js')),
    read(import.meta.resolve('htmx.org/dist/htmx.js')),
    read(import.meta.resolve('bootstrap/dist/js/bootstrap.bundle.min.js')),
    bundleReactPage(),
  ]);
  return { 'turbo.js': turbo, 'htmx.js': htmx, 'bootstrap.js': bootstrap, 'react-page.js': react };
}
