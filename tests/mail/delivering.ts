import { startWorker } from '#app/worker.server';
import { openDatabase } from '#app/platform/database.server';
import { openSecret } from '#app/platform/secret.server';

interface Where {
  readonly databaseUrl: string;
  readonly baseUrl: string;
  readonly secretFile: string;
}

/** What the worker process does; it never ends by itself. */
export async function run({ databaseUrl, baseUrl, secretFile }: Where): Promise<void> {
  openDatabase(databaseUrl);
  await openSecret(secretFile);
  startWorker({ mail: { key: 're_test', baseUrl, from: 'Concord <portal@example.org>', answerWithinMs: 800, firstPauseMs: 50 } });
  process.stdout.write('working\n');
  await new Promise(() => setInterval(() => undefined, 60_000));
}
