/**
 * Lists that grow while they open (the pickers of BUI 0.18) make browsers
 * report "ResizeObserver loop completed with undelivered notifications": a
 * measurement moved to the next frame, which is harmless. The development
 * server would cover the whole page with it, so there all measurements are
 * told in the next frame. A production build leaves observers as they are.
 */
if (process.env.NODE_ENV === 'development') {
  const Native = window.ResizeObserver;
  window.ResizeObserver = class extends Native {
    constructor(callback: ResizeObserverCallback) {
      super((entries, observer) =>
        window.requestAnimationFrame(() => callback(entries, observer)),
      );
    }
  };
}

export {};
