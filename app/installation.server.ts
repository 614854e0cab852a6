import { mkdir } from 'node:fs/promises';
import { startEmbedded } from '#db/embedded/server';
import { emptyDatabase } from '#db/empty';
import { migrate, pendingMigrations } from '#db/migrate';
import { openLetters } from './mail/letter.server';
import { loadFrameworks } from '#db/reference/frameworks/load';
import { loadReference } from '#db/reference/load';
import { openAnchors } from './platform/audit/anchors.server';
import { closeDatabase, database, databaseAnswers, openDatabase } from './platform/database.server';
import type { Environment } from './platform/environment.server';
import { openFiles } from './platform/files.server';
import { openSecret } from './platform/secret.server';
import { demoState, loadDemo } from './demo/world.server';

export interface Installation {
  /** Stops what was started: the embedded database, where it is used. */
  readonly stop: () => Promise<void>;
}

/** Brings the installation up: database, migrations, reference tables, and the demo world where it is wanted. */
export async function prepare(environment: Environment, say: (line: string) => void): Promise<Installation> {
  await mkdir(environment.dataDir, { recursive: true });
  const store = await openStore(environment, say);
  try {
    await fill(environment, store, say);
  } catch (error) {
    await store.stop();
    throw error;
  }
  return { stop: store.stop };
}

async function fill(environment: Environment, store: Store, say: (line: string) => void): Promise<void> {
  const ran = await migrate({ ownerUrl: store.ownerUrl, appRole: store.appRole, readerRole: store.readerRole });
  if (ran.length > 0) say(`Migrations: ${ran.join(', ')}`);
  await loadReference(store.ownerUrl);
  openDatabase(store.appUrl);
  openLetters(environment.publicUrl);
  await openSecret(environment.secretFile);
  await openFiles(environment.dataDir);
  openAnchors(environment.dataDir);
  if (environment.demo) {
    await tellDemo(store, say);
    say('Demo mode: the sign-in page offers one account for each role, without passwords.');
  }
  // After the demo world, which tells the texts with the days of its story.
  await loadFrameworks(store.ownerUrl);
}

/** Tells the demo world once. One that a crash cut short is told again from the beginning: nobody could work in it yet. */
async function tellDemo(store: Store, say: (line: string) => void): Promise<void> {
  const state = await demoState();
  if (state === 'told') return;
  if (state === 'cut_short') await emptyDatabase(store.ownerUrl, ['reference']);
  say('Loading the demo world once (fictitious organisations, people and figures) …');
  // Whatever is lost in a crash now is told again, so nothing has to reach the disk at once.
  await closeDatabase();
  openDatabase(store.appUrl, { hasty: true });
  await loadDemo();
  await closeDatabase();
  openDatabase(store.appUrl);
}

interface Store {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly appRole?: string;
  readonly readerRole?: string;
  readonly stop: () => Promise<void>;
}

async function openStore(environment: Environment, say: (line: string) => void): Promise<Store> {
  const { databaseUrl, databaseOwnerUrl } = environment;
  if (databaseUrl !== undefined && databaseOwnerUrl !== undefined) {
    const appRole = decodeURIComponent(new URL(databaseUrl).username);
    const owner = decodeURIComponent(new URL(databaseOwnerUrl).username);
    return { ownerUrl: databaseOwnerUrl, appUrl: databaseUrl, ...(appRole === owner ? {} : { appRole }), stop: () => Promise.resolve() };
  }
  const server = await startEmbedded({ dataDir: environment.dataDir, log: say });
  return { ownerUrl: server.ownerUrl, appUrl: server.appUrl, appRole: 'concord_app', readerRole: 'concord_reader', stop: () => server.stop() };
}

/** Ready means that the database answers and is as new as this release. */
export async function readiness(): Promise<boolean> {
  return (await databaseAnswers()) && (await pendingMigrations(database()).then((pending) => pending.length === 0, () => false));
}
