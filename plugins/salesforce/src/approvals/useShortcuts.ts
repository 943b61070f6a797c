import { useEffect, useRef } from 'react';

// Where letters are text, or where something else listens already.
const BUSY =
  'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

// What Enter already presses.
const PRESSABLE = 'a, button, summary, [role="button"]';

/**
 * Single-key shortcuts for the whole screen. They rest while somebody types,
 * while a dialog is open, and together with Ctrl, Alt or Meta.
 */
export function useShortcuts(
  shortcuts: Record<string, () => void>,
  options: { enabled: boolean },
): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  const { enabled } = options;
  useEffect(() => {
    if (!enabled) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const run = latest.current[event.key];
      if (!run) return;
      const target = event.target instanceof Element ? event.target : undefined;
      const checkbox =
        target instanceof HTMLInputElement && target.type === 'checkbox';
      if (target?.closest(BUSY) && !checkbox) return;
      if (event.key === 'Enter' && target?.closest(PRESSABLE)) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [enabled]);
}
