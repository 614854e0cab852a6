import type { Server, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** What was sent before the end was known is still read, for so long. */
const beatMs = 100;
/** Those under way have so long for their answers: less than the ten seconds after which machines that run containers pull the plug. */
const patienceMs = 8000;

/**
 * Watches what a server has under way; what is returned ends it: every request that has come gets its answer, each answer ends its line, and
 * no new lines are taken. Without that, a line that is kept open between two requests would keep the server, too, until it is idle for long enough.
 */
export function drainOf(server: Server): () => Promise<void> {
  const under = new Set<ServerResponse>();
  let ending = false;
  server.prependListener('request', (_, response) => {
    if (ending) response.shouldKeepAlive = false;
    under.add(response);
    response.once('close', () => under.delete(response));
  });
  return async () => {
    ending = true;
    for (const response of under) response.shouldKeepAlive = false;
    await sleep(beatMs);
    const late = setTimeout(() => server.closeAllConnections(), patienceMs);
    await new Promise((resolve) => server.close(resolve));
    clearTimeout(late);
  };
}
