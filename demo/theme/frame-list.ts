// The seven frames that show a theme, and the sizes of their windows.

/** A frame with the widget. Without a width, it is as wide as its place. */
export interface FrameKind {
  readonly name: string;
  readonly width?: number;
  readonly height: number;
}

export const FRAMES = [
  { name: 'plain', height: 250 },
  { name: 'photo', height: 250 },
  { name: 'dark', height: 250 },
  // Wide enough for the dialog: under 640 px the dialog becomes a sheet, as on a phone.
  { name: 'what', width: 656, height: 860 },
  { name: 'error', width: 656, height: 860 },
  { name: 'sent', width: 656, height: 860 },
  { name: 'phone', width: 390, height: 844 },
] as const satisfies readonly FrameKind[];

export type FrameName = (typeof FRAMES)[number]['name'];

/** Events that the builder sends to the document of a frame. */
export const DRESS = 'theme-dress';
export const REPLAY = 'theme-replay';
