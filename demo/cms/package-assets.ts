// What every plugin brings along, so that pages ask nobody else for it: the built widget, its licences, its reserved room.
import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Names in `dist/cdn` that a page with one `<script type="module">` never asks for. */
const LEFT_OUT = /\.map$|\/(embed|cliquez-signalez\.bundle)\.js$|\/(integrity|manifest)\.json$/;

/** Copies the widget of the last build into a folder: `cliquez-signalez.js`, what it loads, and its licences. */
export function copyWidget(folder: string): void {
  cpSync(fromHere('../../dist/cdn'), folder, { recursive: true, filter: (file) => !LEFT_OUT.test(file) });
}

/** Copies the style sheet that keeps the room of the button. */
export function copyReservedRoom(file: string): void {
  cpSync(fromHere('reserve.css'), file);
}
