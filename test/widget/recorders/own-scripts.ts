// Two scripts of a page that wants to read, without any recorder: what script mode leaves to each is said on the site.
import type { Recorder } from './recorder.ts';

const END = `const targets = kept.map(({ target }) => target?.id);
  await fetch('/sink', { method: 'POST', body: JSON.stringify({ heard, keys, targets }) });`;

export const OWN_SCRIPTS = {
  // Listens on the window, before every other listener.
  listener: {
    start: () => `(() => {
      window.heard = [];
      window.kept = [];
      window.keys = '';
      const types = ['pointermove', 'pointerdown', 'click', 'keydown', 'input', 'change', 'focusin', 'submit', 'scroll'];
      for (const type of types)
        addEventListener(type, (event) => {
          const [{ id, name, value, textContent }] = event.composedPath();
          heard.push({ type, at: event.timeStamp, x: event.clientX, y: event.clientY, id, name, value, textContent });
          // In WebKit, the target of an event that was stopped in a closed root is its innermost one afterwards.
          kept.push(event);
          if (type === 'keydown' && event.key.length === 1) keys += event.key;
        }, true);
    })()`,
    end: END,
  },
  // Wraps every addEventListener, and looks around in the tree of each target that a listener of ours gets.
  wrapper: {
    start: () => `(() => {
      window.heard = [];
      window.kept = [];
      window.keys = '';
      const { addEventListener } = EventTarget.prototype;
      EventTarget.prototype.addEventListener = function (type, listener, options) {
        const wrapped = function (event) {
          const { id, name, value } = event.target;
          heard.push({ type, id, name, value, text: event.target.getRootNode?.().textContent });
          return listener.handleEvent ? listener.handleEvent(event) : listener.call(this, event);
        };
        return addEventListener.call(this, type, listener && wrapped, options);
      };
    })()`,
    end: END,
  },
} satisfies Readonly<Record<string, Recorder>>;
