/**
 * Resolves (with nothing) on Ctrl-C, on a signal to end, and when the process
 * that started us is gone. A second Ctrl-C ends us at once.
 */
export function whenAskedToStop() {
  return new Promise(resolve => {
    let asked = false;
    const ask = () => {
      if (asked) {
        process.exit(1);
      }
      asked = true;
      resolve(undefined);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, ask);
    }
    process.on('disconnect', ask);
    // Waiting for the disconnect must not keep us alive.
    process.channel?.unref();
  });
}
