import type { Server } from 'node:http';
import type { ServerBuild } from '@remix-run/node';
import type { RequestHandler } from 'express';
import { viewerOf } from './accounts/viewer.server';
import { answeredOnce } from './form/posted-again.server';
import { closeDatabase } from './platform/database.server';
import { listenForChanges } from './platform/epoch.server';
import { ConfigurationError, readEnvironment, type Environment } from './platform/environment.server';
import { drainOf } from './platform/http/drain.server';
import { createPortal } from './platform/http/server.server';
import { prepare, readiness } from './installation.server';
import { warmCatalogues } from './languages/catalogues.server';
import { carriedAt } from './reporting/figures/carried';
import { nextOut } from './reporting/publication/published.server';
import { startWorker } from './worker.server';
import { liveStreams, openLive } from './working-groups/live/stream.server';

interface Starting {
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  readonly files: RequestHandler;
  readonly mode: 'production' | 'development';
}

/** Starts everything in order, says where the portal answers, and stops everything in order at SIGTERM or SIGINT, also while it starts. */
export async function start(starting: Starting): Promise<void> {
  const environment = configuration();
  const started: Stoppable[] = [];
  // Asked twice, as a terminal and the program that runs this one may do, it still ends in order.
  const asked = new Promise<void>((resolve) => void ['SIGTERM', 'SIGINT'].forEach((signal) => process.on(signal, () => resolve())));
  void asked.then(() => started.length === 0 && say('Stopping as soon as the start has come to an end …'));
  const installation = await prepare(environment, say);
  started.push(installation);
  started.push({ stop: closeDatabase });
  if (environment.worker) started.push(startWorker(environment));
  warmCatalogues();
  started.push({ stop: await listenForChanges(nextOut) });
  const stopTelling = await openLive();
  const server = portalOf(starting, environment);
  const drain = drainOf(server);
  await listen(server, environment);
  // Streams would keep the server from closing.
  started.push({ stop: drain }, { stop: stopTelling });
  await asked;
  for (const one of started.toReversed()) await one.stop();
  process.exit(0);
}

interface Stoppable {
  readonly stop: () => Promise<void>;
}

function portalOf({ build, files, mode }: Starting, environment: Environment): Server {
  return createPortal({
    build,
    mode,
    files,
    streams: liveStreams,
    publicUrl: environment.publicUrl,
    trustedProxies: environment.trustedProxies,
    ready: readiness,
    carried: carriedAt,
    posted: answeredOnce,
    context: (facts, cookie) => {
      const now = new Date();
      let viewer: ReturnType<typeof viewerOf> | undefined;
      return { ...facts, now, publicUrl: environment.publicUrl, demo: environment.demo, viewer: () => (viewer ??= viewerOf(cookie, now)) };
    },
  });
}

function configuration(): Environment {
  try {
    return readEnvironment(process.env);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function listen(server: Server, environment: Environment): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new Error(`Port ${environment.port} is taken. Stop what uses it, or choose another with PORT.`) : error);
    });
    server.listen(environment.port, environment.host, resolve);
  });
  say(`Concord answers on ${environment.publicUrl}`);
}
