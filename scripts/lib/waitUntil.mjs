import { setTimeout as delay } from 'node:timers/promises';

/**
 * Asks until the answer is yes.
 *
 * @param options.ready answers yes or no; a refused connection is a no
 * @param options.service the service that must stay alive meanwhile
 * @throws when the service ends first, or when the time is over
 */
export async function waitUntil({ what, ready, service, timeoutSeconds }) {
  const deadline = Date.now() + timeoutSeconds * 1000;
  let ended;
  service.exited.then(reason => {
    ended = reason;
  });

  while (Date.now() < deadline) {
    if (ended) {
      throw new Error(
        `${service.name} ${ended} before ${what}. It said:\n\n${service
          .lastLines()
          .join('\n')}\n\nAll of it: ${service.log}`,
      );
    }
    if (await ready().catch(() => false)) {
      return;
    }
    await delay(150);
  }
  throw new Error(
    `${what} did not happen within ${timeoutSeconds} seconds: see ${service.log}`,
  );
}
