import { live } from './live';
import { SharedClock } from './SharedClock';
import type { FromWorker, ToWorker } from './SoakSettings';
import { openSoakDatabase, wireSoakProcess } from './wireSoakProcess';

/*
 * A process that does the work of a backend: the plugin's services, without
 * HTTP. It is there to be ended: at the steps it is told, a request goes no
 * further, until its parent ends the whole process by SIGKILL. Nothing of this
 * is part of the plugin.
 */

let wired: ReturnType<typeof wireSoakProcess> | undefined;
let stops: Record<string, number[]> = {};
let reached: Record<string, number> = {};
const standing: Array<() => void> = [];

function tell(message: FromWorker): void {
  process.send?.(message);
}

async function checkpoint(
  step: string,
  { requestId }: { requestId: string },
): Promise<void> {
  reached[requestId] = (reached[requestId] ?? 0) + 1;
  const isStop = stops[requestId]?.includes(reached[requestId]) ?? false;
  tell({ kind: 'reached', requestId, step, isStop });
  // SIGKILL ends this wait, or a word of the parent.
  if (isStop) await new Promise<void>(resolve => standing.push(resolve));
}

process.on('message', async (message: ToWorker) => {
  if (message.kind === 'open') {
    const { settings } = message;
    wired = wireSoakProcess({
      settings,
      knex: openSoakDatabase(settings.database),
      clock: SharedClock.open(settings.clockFile),
      checkpoint,
    });
    tell({ kind: 'opened' });
    return;
  }
  if (message.kind === 'go_on') {
    standing.splice(0).forEach(goOn => goOn());
    return;
  }
  if (message.kind === 'lifecycle') {
    if (wired) tell({ kind: 'lived', ...(await live({ ...message, wired })) });
    return;
  }
  stops = message.stops;
  reached = message.reached;
  wired?.executor.wake();
});

// Whoever loses its parent has nothing to do any more.
process.on('disconnect', () => process.exit());
