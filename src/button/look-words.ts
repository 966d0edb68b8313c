// The words that each attribute of the look accepts. The build inlines these constants, so that no chunk waits for
// another one because of them.

export const THEMES = 'signal institution nuit contraste discret presse ecole compact';
export const VARIANTS = 'button floating link icon bar';
export const SIZES = 's m l';
export const PLACEMENTS = 'bottom-end bottom-start middle-end middle-start';
export const SCHEMES = 'auto light dark';
export const MODES = 'dialog inline';
