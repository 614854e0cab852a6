import type { Server } from 'node:http';
import type { ServerBuild } from '@remix-run/node';
import type { RequestHandler } from 'express';
import { viewerOf } from './accounts/viewer.server';
import { closeDatabase } from './platform/database.server';
import { listenForChanges } from './platform/epoch.server';
import { ConfigurationError, readEnvironment, type Environment } from './platform/environment.server';
import { createPortal } from './platform/http/server.server';
import { prepare, readiness, type Installation } from './installation.server';
import { warmCatalogues } from './languages/catalogues.server';
import { startWorker } from './worker.server';

interface Starting {
  readonly build: () => Promise<ServerBuild>;
  readonly files: RequestHandler;
  readonly mode: 'production' | 'development';
}

/** Starts everything in order, says where the portal answers, and stops everything in order at SIGTERM or SIGINT. */
export async function start({ build, files, mode }: Starting): Promise<void> {
  const environment = configuration();
  const installation = await prepare(environment, say);
  const worker = environment.worker ? startWorker(environment) : undefined;
  warmCatalogues();
  const unlisten = await listenForChanges();
  const server = createPortal({
    build: build as unknown as ServerBuild,
    mode,
    files,
    publicUrl: environment.publicUrl,
    trustedProxies: environment.trustedProxies,
    ready: readiness,
    context: (facts, request) => {
      const now = new Date();
      let viewer: ReturnType<typeof viewerOf> | undefined;
      return {
        ...facts,
        now,
        publicUrl: environment.publicUrl,
        demo: environment.demo,
        viewer: () => (viewer ??= viewerOf(request.headers.cookie, now)),
      };
    },
  });
  await listen(server, environment);
  stopOnSignal(server, installation, async () => {
    await worker?.stop();
    await unlisten();
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

function stopOnSignal(server: Server, installation: Installation, stopOthers: () => Promise<void>): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 5000).unref();
    await Promise.all([closed, stopOthers()]);
    await closeDatabase();
    await installation.stop();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
}
