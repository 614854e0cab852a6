// Creating and changing a draft through its operation, ten at a time, beside the bare statements: the same rows in one transaction,
// without rules, permits, keys of forms and references, and with the audit triggers, which nobody goes round.
import postgres from 'postgres';
import { loadSource } from '../../db/load.js';
import { openWorld } from './portal.js';

const seconds = Number(process.env['SECONDS'] ?? 4);

/** How many a second. @param {() => Promise<unknown>} work */
async function rate(work) {
  const ends = performance.now() + seconds * 1000;
  let done = 0;
  const worker = async () => {
    while (performance.now() < ends) {
      await work();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: 10 }, worker));
  return done / seconds;
}

/** @param {postgres.Sql} sql @param {{ organisation: string, coalition: string, nodes: readonly string[] }} place */
function bareOf(sql, { organisation, coalition, nodes }) {
  let serial = 0;
  /** @type {string[]} */
  const made = [];
  /** @param {(tx: postgres.TransactionSql) => Promise<unknown>} work */
  const signed = (work) => sql.begin(async (tx) => {
    await tx`select set_config('concord.actor', '{"kind":"system","name":"console","at":"2026-01-01T00:00:00Z"}', true)`;
    await work(tx);
  });
  return {
    create: () => signed(async (tx) => {
      const id = crypto.randomUUID();
      serial += 1;
      await tx`insert into commitments (id, ref, coalition_id, lead_organisation_id, type, language) values (${id}, ${`CMT-2099-${serial}`}, ${coalition}, ${organisation}, 'infrastructure', 'en')`;
      await tx`insert into commitment_texts (commitment_id, language, title, action) values (${id}, 'en', 'Connect 140 schools in the northern counties', 'Each school gets a line and someone who keeps it running.')`;
      await tx`insert into commitment_nodes select ${id}, unnest(${[...nodes]}::uuid[])`;
      await tx`insert into commitment_beneficiaries values (${id}, 'rural_remote', true)`;
      await tx`insert into commitment_countries values (${id}, 'KE', 60), (${id}, 'UG', 40)`;
      made.push(id);
    }),
    update: () => signed(async (tx) => {
      const id = made[(serial += 1) % made.length] ?? '';
      await tx`select from commitments where id = ${id} for update`;
      await tx`update commitments set version = version + 1 where id = ${id}`;
      await tx`update commitment_texts set title = ${`Connect ${serial} schools`} where commitment_id = ${id} and language = 'en'`;
    }),
  };
}

/** @param {readonly number[]} sizes */
export async function benchWrites(sizes) {
  console.log('\ncommitments | act | a second | bare | of bare');
  for (const size of sizes) {
    const { sql, appUrl, close } = await openWorld(size);
    const source = await loadSource('/tests/bench/writing.ts');
    const raw = postgres(appUrl, { max: 10 });
    try {
      await sql.begin(async (tx) => {
        await tx`select set_config('concord.actor', '{"kind":"system","name":"console","at":"2026-01-01T00:00:00Z"}', true)`;
        await tx`insert into people (id, name) values (gen_random_uuid(), 'A member')`;
      });
      const desk = await source.module['openDesk'](appUrl);
      const bare = bareOf(raw, desk);
      for (const act of /** @type {const} */ (['create', 'update'])) {
        const [limit, own] = [await rate(bare[act]), await rate(desk[act])];
        console.log(`${String(size).padStart(11)} | ${act} | ${own.toFixed(0)} | ${limit.toFixed(0)} | ${(own / limit).toFixed(2)}`);
      }
      await desk.close();
    } finally {
      await raw.end();
      await source.close();
      await close();
    }
  }
}
