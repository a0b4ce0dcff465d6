import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** `#receptionModes` in the address of a form leads to that field: "what is missing" is one press away. */
export function useFieldInAddress(): void {
  const { hash } = useLocation();
  useEffect(() => {
    const name = decodeURIComponent(hash.slice(1));
    const field = name && document.getElementById(name);
    if (!field) return;
    const control = field.matches('input, textarea, button')
      ? field
      : field.querySelector<HTMLElement>('input, button');
    field.scrollIntoView({ block: 'center' });
    control?.focus({ preventScroll: true });
  }, [hash]);
}
