import type { ServerResponse } from 'node:http';

/** Whatever compresses an answer gives it a way to let out what it holds. */
type Line = ServerResponse & { readonly flush?: () => void };

/** Who takes not even one piece in so long is not there any more. */
const patience = 30_000;

/**
 * Sends a body piece by piece, each when the one before has gone: what a slow reader has not taken yet is not made yet. Whatever ends the
 * line ends the making, too, and an error in the middle breaks the transfer, so that no half of a file looks whole.
 */
export async function sendBody(body: ReadableStream<Uint8Array>, answer: Line, patienceMs = patience): Promise<void> {
  const reader = body.getReader();
  const stop = () => void reader.cancel().catch(() => undefined); // what went wrong has been thrown by reading
  const taken = takingOf(answer, patienceMs);
  answer.once('close', stop);
  try {
    while (!answer.destroyed) {
      const { done, value } = await reader.read();
      if (answer.destroyed) return;
      if (done) return void answer.end();
      const gone = answer.write(value);
      answer.flush?.();
      if (!gone) await taken();
    }
  } catch (error) {
    answer.destroy();
    throw error;
  } finally {
    stop();
  }
}

/** Waits until all that was written has been taken, or nobody is there to take it. */
function takingOf(answer: Line, patienceMs: number): () => Promise<void> {
  let wake = (): void => undefined;
  // Once for all pieces: what compresses takes listeners for `drain` to a stream of its own, and gives none back.
  answer.on('drain', () => wake());
  answer.once('close', () => wake());
  return () => new Promise<void>((resolve) => {
    const late = setTimeout(() => {
      answer.destroy();
      wake();
    }, patienceMs);
    wake = () => {
      clearTimeout(late);
      resolve();
    };
  });
}
