// npm install cliquez-signalez
import 'cliquez-signalez/define';

const widget = document.querySelector('cliquez-signalez');

// A property: any of the widget's texts can be replaced.
widget.messages = { 'launcher.label': 'Signaler une annonce' };

// Events say that something happened, never what was written.
const log = document.querySelector('#events');
for (const type of ['cs-open', 'cs-step', 'cs-sent', 'cs-error', 'cs-close', 'cs-exit']) {
  widget.addEventListener(type, ({ step, code }) => {
    const line = document.createElement('li');
    line.textContent = [type, step ?? code].filter(Boolean).join(' ');
    log.append(line);
  });
}
