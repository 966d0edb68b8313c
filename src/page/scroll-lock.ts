// The page held still behind the dialog.

/** Stops the page from scrolling. @returns what puts back exactly what was there, except where the page has changed it since */
export function holdScroll(): () => void {
  const { style, clientWidth } = document.documentElement;
  // Held already, by the page or by another widget: whoever began puts back what was there.
  if (style.overflowY === 'hidden') return () => {};
  const holding = Object.entries({
    'overflow-x': 'hidden',
    'overflow-y': 'hidden',
    // The place of a scroll bar is kept, where one took any, so that the page does not move.
    ...(clientWidth < innerWidth && { 'scrollbar-gutter': 'stable' }),
  }).map(([name, value]) => {
    const before = [name, style.getPropertyValue(name), style.getPropertyPriority(name)] as const;
    // Set through the object model: `style-src 'none'` refuses style attributes, not this.
    style.setProperty(name, value, 'important');
    return { value, before };
  });
  return () => {
    for (const { value, before } of holding) {
      if (style.getPropertyValue(before[0]) === value) style.setProperty(...before);
    }
    if (!style.length) document.documentElement.removeAttribute('style');
  };
}
