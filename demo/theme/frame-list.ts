// The seven frames in which a theme is seen, and the size of their windows.

/** A window on the widget; one without a width of its own is as wide as its place. */
export interface FrameKind {
  readonly name: string;
  readonly width?: number;
  readonly height: number;
}

export const FRAMES = [
  { name: 'plain', height: 250 },
  { name: 'photo', height: 250 },
  { name: 'dark', height: 250 },
  // Wide enough for the dialog: under 640 px it becomes the sheet of a phone.
  { name: 'what', width: 656, height: 860 },
  { name: 'error', width: 656, height: 860 },
  { name: 'sent', width: 656, height: 860 },
  { name: 'phone', width: 390, height: 844 },
] as const satisfies readonly FrameKind[];

export type FrameName = (typeof FRAMES)[number]['name'];

/** Events by which the builder asks something of a frame's document. */
export const DRESS = 'theme-dress';
export const REPLAY = 'theme-replay';
