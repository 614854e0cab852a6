import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { LANGUAGES } from '../languages';
import { REFERENCE_FRAMEWORKS } from './crosswalk';
import type { Framework, FrameworkNode } from './framework';

const ACTOR = JSON.stringify({ kind: 'system', name: 'reference' });

/**
 * Publishes the first version of each text of others that ships, where the installation does not know the text yet. One that it knows is the
 * secretariat's and stays as it is, whatever it says now.
 *
 * @param ownerUrl connection of the role that owns the tables
 * @returns the codes of the texts that were new
 */
export async function loadFrameworks(ownerUrl: string): Promise<string[]> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    return await sql.begin(async (tx) => {
      // Two processes that start together load one after the other; the second finds the texts of the first.
      await tx`select pg_advisory_xact_lock(hashtext('concord.reference'))`;
      const known = new Set((await tx<{ code: string }[]>`select code from frameworks`).map(({ code }) => code));
      const missing = REFERENCE_FRAMEWORKS.filter(({ code }) => !known.has(code));
      if (missing.length > 0) await tx`select set_config('concord.actor', ${ACTOR}, true)`;
      for (const framework of missing) await publish(tx, framework);
      return missing.map(({ code }) => code);
    });
  } finally {
    await sql.end();
  }
}

async function publish(tx: postgres.TransactionSql, framework: Framework): Promise<void> {
  const [framework_id, version_id] = [randomUUID(), randomUUID()];
  await tx`insert into frameworks ${tx({ id: framework_id, code: framework.code })}`;
  await tx`insert into framework_texts ${tx(LANGUAGES.map((language) => ({ framework_id, language, name: framework.name[language], short_name: framework.shortName[language] })))}`;
  await tx`insert into framework_versions ${tx({ id: version_id, framework_id, number: 1, standing: framework.standing, source: framework.source })}`;
  await insertNodes(tx, version_id, null, framework.nodes);
  // FR-1: from here on it never changes.
  await tx`update framework_versions set status = 'published', published_at = clock_timestamp() where id = ${version_id}`;
}

async function insertNodes(tx: postgres.TransactionSql, version_id: string, parent_id: string | null, nodes: readonly FrameworkNode[]): Promise<void> {
  for (const [at, node] of nodes.entries()) {
    const id = randomUUID();
    await tx`insert into framework_nodes ${tx({ id, version_id, parent_id, kind: node.kind, code: node.code, position: at + 1 })}`;
    await tx`insert into framework_node_texts ${tx(LANGUAGES.map((language) => ({ node_id: id, language, title: node.title[language], body: node.text[language] })))}`;
    await insertNodes(tx, version_id, id, node.children);
  }
}
