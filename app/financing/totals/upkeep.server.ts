import { sql, type RawBuilder } from 'kysely';
import { anyone } from '#app/access/actor';
import { readable, type View } from '#app/commitments/readable.server';
import { pieces } from '#app/financing/ladder/model';
import { each } from '#app/financing/ladder/net.server';
import { pledgesVisibleTo } from '#app/financing/pledges/visible.server';
import { database, type Tx } from '#app/platform/database.server';
import { entriesOf, providerKey } from './entries.server';

/** Pledges of which the clock has changed what they add. */
const overdue = ({ now }: View): RawBuilder<unknown> => sql`select pledge_id from financing_facts where valid_until <= ${now} or valid_from > ${now}`;

/** The numbers of a cell besides its pieces, and all of them in the order in which they are added up. */
const numbers = ['pledges', 'converted', 'unconverted', ...pieces] as const;
export const cellNumbers = (say: (name: string) => string): RawBuilder<unknown> => each(numbers, say);

/**
 * Brings the cells up to date for an instant, and makes those in a currency that is asked for the first time. What has to be done is usually
 * nothing and costs one look; otherwise one caller works and the others wait for it. Only what everybody may read is in the cells.
 */
export async function bringUpToDate(view: View, currency = 'USD'): Promise<void> {
  const due = await sql<{ due: boolean }>`select exists (select from financing_changes) or exists (${overdue(view)}) or not exists (select from financing_currencies where currency = ${currency}) as due`.execute(database());
  if (due.rows[0]?.due !== true) return;
  await database().transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('concord.financing'))`.execute(tx);
    const kept = await tx.selectFrom('financing_currencies').select('currency').execute();
    const changed = await sql<{ id: string; noted_at: Date | null }>`
      with noted as (delete from financing_changes returning pledge_id, noted_at)
      select pledge_id as id, max(noted_at) as noted_at from (select pledge_id, noted_at from noted union all select pledge_id, null from (${overdue(view)}) o) x group by 1`.execute(tx);
    await inTurn(changed.rows.map(({ id }) => id), (ids) => note(tx, ids, view));
    for (const one of kept) await inTurn(changed.rows.map(({ id }) => id), (ids) => replace(tx, ids, view, one.currency));
    if (!kept.some((one) => one.currency === currency)) await begin(tx, view, currency);
    const last = changed.rows.map(({ noted_at }) => noted_at?.getTime() ?? 0).reduce((one, other) => Math.max(one, other), 0);
    if (last > 0) await sql`update financing_currencies set changed_at = greatest(changed_at, ${new Date(last)}::timestamptz)`.execute(tx);
  });
}

/** At a time: enough that the work is in the statements, not so many that one takes long. */
const atOnce = 5000;
async function inTurn(ids: readonly string[], work: (some: string[]) => Promise<void>): Promise<void> {
  for (let at = 0; at < ids.length; at += atOnce) await work(ids.slice(at, at + atOnce));
}

/** The cells in one more currency, from every pledge. */
async function begin(tx: Tx, view: View, currency: string): Promise<void> {
  await sql`insert into financing_currencies (currency, changed_at) select ${currency}, (select max(changed_at) from financing_currencies)`.execute(tx);
  const all = await tx.selectFrom('pledges').select('id').execute();
  await inTurn(all.map(({ id }) => id), (ids) => replace(tx, ids, view, currency));
}

/** Takes away what these pledges added in one currency and adds what they add now, in one statement: what is the same touches no cell. */
async function replace(tx: Tx, ids: readonly string[], view: View, currency: string): Promise<void> {
  await sql`
    with ${entriesOf(sql`p.id = any(${ids}::uuid[]) and ${pledgesVisibleTo(anyone, view)}`, anyone, view, currency)},
    now_added as materialized (select * from entries),
    earlier as materialized (select * from financing_entries where currency = ${currency} and pledge_id = any(${ids}::uuid[])),
    written as (
      insert into financing_entries as e select * from now_added
      on conflict (currency, pledge_id, dimension, key) do update set class = excluded.class, converted = excluded.converted, unconverted = excluded.unconverted, ${each(pieces, (name) => `${name} = excluded.${name}`)}
      where (e.*) is distinct from (excluded.*)
    ),
    gone as (
      delete from financing_entries e using earlier x where (e.currency, e.pledge_id, e.dimension, e.key) = (x.currency, x.pledge_id, x.dimension, x.key)
        and not exists (select from now_added n where (n.pledge_id, n.dimension, n.key) = (x.pledge_id, x.dimension, x.key))
    ),
    signed as (select -1 as sign, * from earlier union all select 1, * from now_added),
    differences as (
      select dimension, key, class, sum(sign) as pledges, sum(sign * converted) as converted, sum(sign * unconverted) as unconverted, ${each(pieces, (name) => `sum(sign * ${name}) as ${name}`)}
      from signed group by 1, 2, 3
    )
    insert into financing_cells (currency, dimension, key, class, ${cellNumbers((name) => name)})
    select ${currency}, dimension, key, class, ${cellNumbers((name) => name)} from differences where (${cellNumbers((name) => name)}) is distinct from (${cellNumbers(() => '0')})
    on conflict (currency, dimension, key, class) do update set ${cellNumbers((name) => `${name} = financing_cells.${name} + excluded.${name}`)}`.execute(tx);
}

/** What of `pledges as l` is told of its giver: whether more can come of it, and the day of the last payment or update. */
export const factsOf = (which: RawBuilder<unknown>, view: View): RawBuilder<unknown> => sql`
  select l.id as pledge_id, coalesce(max(c.embargo_until) filter (where c.embargo_until <= ${view.now}), '-infinity') as valid_from,
    coalesce(min(c.embargo_until) filter (where c.embargo_until > ${view.now}), 'infinity') as valid_until,
    ${providerKey} as provider, l.status not in ('fulfilled', 'cancelled') as is_open,
    greatest((select max(transaction_on) from transactions t where t.pledge_id = l.id and t.type_code in ('2', '3', '4')), max(c.last_update_on) filter (where ${readable(anyone, view)})) as reported_on
  from pledges l left join commitments c on c.id = l.commitment_id where ${which} group by l.id`;

/** Keeps what is told of the givers of these pledges. */
async function note(tx: Tx, ids: readonly string[], view: View): Promise<void> {
  const open = sql`l.id in (select p.id from pledges p where p.id = any(${ids}::uuid[]) and ${pledgesVisibleTo(anyone, view)})`;
  const gone = await sql<{ provider: string }>`delete from financing_facts where pledge_id = any(${ids}::uuid[]) returning provider`.execute(tx);
  const here = await sql<{ provider: string }>`insert into financing_facts ${factsOf(open, view)} returning provider`.execute(tx);
  const givers = [...new Set([...gone.rows, ...here.rows].map(({ provider }) => provider))];
  await sql`delete from financing_givers where provider = any(${givers}::text[])`.execute(tx);
  await sql`insert into financing_givers (provider, open_pledges, reported_on)
    select provider, count(*) filter (where is_open), max(reported_on) from financing_facts where provider = any(${givers}::text[]) group by provider`.execute(tx);
}
