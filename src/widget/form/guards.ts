// The part of the form for the hotline's frame (isolated mode): it watches the page around the frame. Files that no frame
// holds do without it.

export { KeyboardGuard } from './controllers/keyboard-guard.ts';
export { watchLayers } from './controllers/layer-watch.ts';
export { coveredLine, interruptedView } from './steps/interrupted.ts';
