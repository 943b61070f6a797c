/**
 * Lists that grow while they open (the pickers of BUI 0.18) make browsers
 * report "ResizeObserver loop completed with undelivered notifications": a
 * measurement moved to the next frame, which is harmless. The development
 * server would cover the whole page with it.
 */
window.addEventListener(
  'error',
  event => {
    if (event.message.startsWith('ResizeObserver loop')) {
      event.stopImmediatePropagation();
    }
  },
  { capture: true },
);
