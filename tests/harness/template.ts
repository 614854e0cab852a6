import postgres from 'postgres';
import { migrate } from '#db/migrate';
import { loadReference } from '#db/reference/load';

/** Addresses of one database for each of the portal's roles. */
export interface RoleUrls {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly readerUrl: string;
}

/** What a worker is told about its database. */
export interface Clone extends RoleUrls {
  /** Tables that were filled at the start: reference data and the list of migrations, which stay between tests. */
  readonly reference: readonly string[];
}

export interface Databases {
  /** The database of a worker: made at its first question, the same one afterwards. */
  clone(worker: string): Promise<Clone>;
  /** Drops what was made. */
  close(): Promise<void>;
}

/** Makes a template database on a server, as a new installation has it, and clones it. The owner may create databases. */
export async function openDatabases(server: RoleUrls): Promise<Databases> {
  const run = `concord_test_${process.pid}_${Date.now().toString(36)}`;
  const sql = postgres(server.ownerUrl, { max: 1, onnotice: () => undefined });
  const databases: string[] = [];
  const create = async (name: string, template: string) => {
    await sql`create database ${sql(name)} template ${sql(template)}`;
    databases.push(name);
    return name;
  };

  const template = await create(`${run}_template`, 'template1');
  const { ownerUrl } = onDatabase(server, template);
  await migrate({ ownerUrl, appRole: new URL(server.appUrl).username, readerRole: new URL(server.readerUrl).username });
  await loadReference(ownerUrl);
  const owner = postgres(ownerUrl, { max: 1 });
  const reference = (await filledTables(owner)).filter((name) => name !== 'audit_log');
  await owner.end();

  const clones = new Map<string, Promise<string>>();
  return {
    clone: async (worker) => {
      const making = clones.get(worker) ?? create(`${run}_${worker}`, template);
      clones.set(worker, making);
      return { ...onDatabase(server, await making), reference };
    },
    close: async () => {
      for (const name of databases) await sql`drop database if exists ${sql(name)} with (force)`;
      await sql.end();
    },
  };
}

/** Names of the ordinary tables that hold rows, quoted where they need it. */
export async function filledTables(sql: postgres.Sql): Promise<string[]> {
  const tables = await sql<{ name: string }[]>`
    select quote_ident(relname) as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname`;
  if (tables.length === 0) return [];
  const questions = tables.map(({ name }) => `select '${name}' as name where exists (select from ${name})`);
  const filled = await sql.unsafe<{ name: string }[]>(questions.join(' union all '));
  return filled.map(({ name }) => name);
}

function onDatabase({ ownerUrl, appUrl, readerUrl }: RoleUrls, name: string): RoleUrls {
  const move = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  return { ownerUrl: move(ownerUrl), appUrl: move(appUrl), readerUrl: move(readerUrl) };
}
