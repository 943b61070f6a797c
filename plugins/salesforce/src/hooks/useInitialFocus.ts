import { useEffect, useRef, type RefObject } from 'react';

/** Puts the keyboard into the first field inside an element when it comes up. */
export function useInitialFocus<
  TElement extends HTMLElement,
>(): RefObject<TElement> {
  const ref = useRef<TElement>(null);
  useEffect(() => {
    ref.current
      ?.querySelector<HTMLElement>('input, textarea, select, button')
      ?.focus();
  }, []);
  return ref;
}
