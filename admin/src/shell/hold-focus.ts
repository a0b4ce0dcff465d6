/**
 * Remembers who has the focus before something is pressed that will be gone: the function given moves the focus to a place, unless
 * somebody has moved it elsewhere meanwhile, for instance into the next dialog.
 */
export function holdFocus(): (place: HTMLElement | null) => void {
  const held = document.activeElement;
  return (place) => {
    const now = document.activeElement;
    if (now === held || now === document.body) place?.focus();
  };
}
