import { sql } from 'kysely';
import type { PermitFor } from '#app/access/permit';
import type { Occasion } from '#app/access/transaction.server';
import { ladderOfPledge } from '#app/financing/ladder/model';
import { asPublished, changedAtSource } from '#app/financing/transactions/model';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { chunks, recordset } from '#app/platform/recordset.server';
import { nextRefs } from '#app/platform/reference-number.server';
import type { Origin, Outcomes, Published } from '#app/records/sources/model';
import { askAbout, keepSources, sorted } from '#app/records/sources/operations.server';
import { statusAfter, type Party, type PledgeKind } from './model';
import type { pledgePolicy } from './policy';

/** A pledge as a tracking service tells it: what is committed or paid of it is so for the whole amount. */
export interface IncomingPledge extends Published {
  readonly stage: 'pledge' | 'commitment' | 'paid';
  readonly title: string;
  readonly kind: Extract<PledgeKind, 'cash' | 'in_kind'>;
  readonly amount: string;
  readonly currency: string;
  readonly announced_on: string;
  readonly starts_on: string | null;
  readonly ends_on: string | null;
  readonly country_iso2: string | null;
  readonly provider: Party;
  readonly receiver: Party | null;
  readonly receiver_name: string | null;
  readonly description: string | null;
  readonly reference: string | null;
  readonly notes: Readonly<Record<string, unknown>>;
}

type Take = PermitFor<typeof pledgePolicy.take>;
type Placed = IncomingPledge & { readonly id: string };

/** What a stage is on the ladder (FI-8). A paid flow is paid: that it was committed before is not for us to say. */
const typeOf = { pledge: null, commitment: '2', paid: '3' } as const;

/**
 * Takes the pledges of a file, in sets, into a coalition. A flow that its source tells otherwise now changes its terms, and its transaction
 * is reversed and recorded anew (FI-1); one that a person has changed, verified, linked or reconciled here stays, and a person is asked.
 */
export async function takePledgesIn(tx: Tx, granted: Take, occasion: Occasion, origin: Origin, coalition_id: string, rows: readonly IncomingPledge[]): Promise<Outcomes> {
  granted.again(granted.subject);
  const { outcomes, fresh, changed } = await sorted(tx, origin, rows);
  await insertPledges(tx, occasion, coalition_id, fresh);
  const open = await openOf(tx, changed);
  const untouched = changed.filter(({ id }) => open.has(id));
  await updatePledges(tx, untouched);
  await reverseOf(tx, occasion, origin, untouched.map(({ id }) => id));
  await insertTransactions(tx, occasion, origin, [...fresh, ...untouched]);
  await writeRecipients(tx, [...fresh, ...untouched]);
  await askAbout(tx, origin, 'pledges', changed.filter(({ id }) => !open.has(id)).map((row) => ({ record_id: row.id, code: 'edited', details: { said: `${row.stage} · ${row.amount} ${row.currency}`, hash: row.content_hash } })));
  await keepSources(tx, origin, 'pledges', [...fresh, ...changed].map(({ source_key, content_hash, id, notes, missing }) => ({ source_key, content_hash, record_id: id, notes: { ...notes, missing } })));
  return outcomes;
}

/** Where a pledge of this stage stands. */
const statusOf = ({ amount, stage }: IncomingPledge) => statusAfter('announced', ladderOfPledge(amount, stage === 'pledge' ? {} : { [typeOf[stage]]: amount }));

const columns = (row: Placed) => ({ ...row, ...row.provider, status: statusOf(row), valuation_method: row.kind === 'in_kind' ? 'not_recorded' : null });
const shape = sql`(id uuid, ref text, organisation_id uuid, country_iso2 text, kind text, title text, amount numeric, currency text, announced_on date, starts_on date, ends_on date, status text, valuation_method text)`;

async function insertPledges(tx: Tx, occasion: Occasion, coalition_id: string, rows: readonly Placed[]): Promise<void> {
  const refs = await nextRefs(tx, 'PLG', occasion.now.getUTCFullYear(), rows.length);
  for (const part of chunks(rows.map((row, at) => ({ ...columns(row), ref: refs[at] })))) {
    await sql`
      insert into pledges (id, ref, coalition_id, provider_organisation_id, provider_country_iso2, kind, title, amount, currency, announced_on, starts_on, ends_on, status, valuation_method, created_at)
      select x.id, x.ref, ${coalition_id}, x.organisation_id, x.country_iso2, x.kind, x.title, x.amount, x.currency, x.announced_on, x.starts_on, x.ends_on, x.status, x.valuation_method, ${occasion.now}
      from jsonb_to_recordset(${recordset(part)}) as x ${shape}`.execute(tx);
  }
}

/** Which of them nobody has touched since they came: no terms changed, no figure verified, no payment answered, no link decided by a person. */
async function openOf(tx: Tx, rows: readonly Placed[]): Promise<ReadonlySet<string>> {
  const ids = rows.map(({ id }) => id);
  const found = await sql<{ id: string }>`
    select p.id from pledges p where p.id = any(${ids}::uuid[]) and p.version = 1
      and not exists (select from transactions t where t.pledge_id = p.id and t.recorded_by is not null)
      and not exists (select from pledge_verifications v where v.pledge_id = p.id)
      and not exists (select from transactions t left join transaction_verifications v on v.transaction_id = t.id left join reconciliations r on r.transaction_id = t.id
        where t.pledge_id = p.id and (v.id is not null or r.transaction_id is not null))
      and not exists (select from funding_links l where p.id in (l.pledge_id, l.counted_in_id) and (l.decided_by is not null or l.ended_by is not null or l.proposed_by is not null))
    for no key update of p`.execute(tx);
  return new Set(found.rows.map(({ id }) => id));
}

async function updatePledges(tx: Tx, rows: readonly Placed[]): Promise<void> {
  for (const part of chunks(rows.map(columns))) {
    await sql`
      update pledges p set provider_organisation_id = x.organisation_id, provider_country_iso2 = x.country_iso2, kind = x.kind, title = x.title, amount = x.amount, currency = x.currency,
        announced_on = x.announced_on, starts_on = x.starts_on, ends_on = x.ends_on, status = x.status, valuation_method = x.valuation_method
      from jsonb_to_recordset(${recordset(part)}) as x ${shape} where p.id = x.id`.execute(tx);
  }
  await sql`delete from pledge_recipients where pledge_id = any(${rows.map(({ id }) => id)}::uuid[])`.execute(tx);
}

/** FI-1: what this source told of these pledges is taken back, to be told anew. */
async function reverseOf(tx: Tx, occasion: Occasion, origin: Origin, ids: readonly string[]): Promise<void> {
  await sql`
    insert into transactions (id, pledge_id, type_code, transaction_on, value, currency, value_on, description, provider_organisation_id, receiver_organisation_id, receiver_name, receiver_country_iso2,
      reference, reversal_of, excess_explanation, source_name, created_at)
    select gen_random_uuid(), t.pledge_id, t.type_code, t.transaction_on, -t.value, t.currency, t.value_on, ${changedAtSource}, t.provider_organisation_id, t.receiver_organisation_id, t.receiver_name,
      t.receiver_country_iso2, t.reference, t.id, ${changedAtSource}, ${origin.source}, ${occasion.now}
    from transactions t where t.pledge_id = any(${ids}::uuid[]) and t.reversal_of is null and not exists (select from transactions r where r.reversal_of = t.id)`.execute(tx);
}

/** FI-4: what is paid explains itself "as published by the source". */
async function insertTransactions(tx: Tx, occasion: Occasion, origin: Origin, rows: readonly Placed[]): Promise<void> {
  const told = rows.flatMap((row) => (row.stage === 'pledge' ? [] : [{
    id: newId(), pledge_id: row.id, type_code: typeOf[row.stage], on: row.announced_on, value: row.amount, currency: row.currency, description: row.description, provider: row.provider.organisation_id,
    receiver: row.receiver?.organisation_id ?? null, receiver_country: row.receiver?.country_iso2 ?? null, receiver_name: row.receiver_name, reference: row.reference,
    explanation: row.stage === 'paid' ? asPublished : null, missing: row.missing,
  }]));
  for (const part of chunks(told)) {
    await sql`
      insert into transactions (id, pledge_id, type_code, transaction_on, value, currency, value_on, description, provider_organisation_id, receiver_organisation_id, receiver_country_iso2, receiver_name,
        reference, excess_explanation, source_name, missing, created_at)
      select x.id, x.pledge_id, x.type_code, x.on, x.value, x.currency, x.on, x.description, x.provider, x.receiver, x.receiver_country, x.receiver_name, x.reference, x.explanation, ${origin.source}, x.missing, ${occasion.now}
      from jsonb_to_recordset(${recordset(part)}) as x (id uuid, pledge_id uuid, type_code text, "on" date, value numeric, currency text, description text, provider uuid, receiver uuid, receiver_country text,
        receiver_name text, reference text, explanation text, missing jsonb)`.execute(tx);
  }
}

async function writeRecipients(tx: Tx, rows: readonly Placed[]): Promise<void> {
  const recipients = rows.flatMap(({ id, country_iso2 }) => (country_iso2 === null ? [] : [{ pledge_id: id, country_iso2 }]));
  for (const part of chunks(recipients)) {
    await sql`insert into pledge_recipients (pledge_id, position, country_iso2, share)
      select x.pledge_id, 1, x.country_iso2, 100 from jsonb_to_recordset(${recordset(part)}) as x (pledge_id uuid, country_iso2 text)`.execute(tx);
  }
}
