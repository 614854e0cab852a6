import { sql, type RawBuilder } from 'kysely';
import { permit, type PermitFor } from '#app/access/permit';
import { done, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Tx } from '#app/platform/database.server';
import { alike, mostFound, mostNeighbours, withinDays } from './model';
import { tellDesks, type FoundLink } from './notices.server';
import { linkDesk, linkPolicy } from './policy';

const provider = (alias: string): RawBuilder<unknown> => sql`coalesce(${sql.ref(`${alias}.provider_organisation_id`)}::text, ${sql.ref(`${alias}.provider_country_iso2`)})`;
const days = sql`abs(o.announced_on - p.announced_on)`;
const off = (one: RawBuilder<unknown>, other: RawBuilder<unknown>): RawBuilder<unknown> => sql`abs(${one} - ${other}) / greatest(${one}, ${other})`;
/** The next pledges by size: found by an index and never more than so many, so that a search grows with the pledges and not with their square. */
const next = sql`order by o.amount, o.id limit ${mostNeighbours}`;

/** Whom a pledge is for. */
const recipientsOf = (alias: string): RawBuilder<unknown> => sql`array(select coalesce(r.organisation_id::text, r.country_iso2, r.region_m49) from pledge_recipients r where r.pledge_id = ${sql.ref(`${alias}.id`)})`;

/** Every pair that may be the same money once for each reason: `less` is counted in `more`. */
const likely = sql`
  one_provider as (
    select p.id as one, o.id as other, array['same_provider'] || case when common then array['common_recipients'] else '{}' end as because, ${off(sql`p.amount`, sql`o.amount`)} as off
    from pledges p cross join lateral (
      select o.id, o.amount, o.announced_on from pledges o
      where ${provider('o')} = ${provider('p')} and o.currency = p.currency and o.amount <= p.amount / (1 - ${alike}::numeric) and (o.amount, o.id) > (p.amount, p.id) ${next}
    ) o cross join lateral (select ${recipientsOf('p')} as ours, ${recipientsOf('o')} as theirs) named cross join lateral (select ours && theirs as common) shared
    where ${days} <= ${withinDays} and (common or (ours = '{}' and theirs = '{}'))
  ),
  passed_on as (
    select p.id as source, o.id as onward, ${off(sql`r.part`, sql`o.amount`)} as off
    from (select pledge_id, coalesce(organisation_id::text, country_iso2) as receiver, share from pledge_recipients) named join pledges p on p.id = named.pledge_id
      cross join lateral (select named.receiver, p.amount * named.share / 100 as part) r
      cross join lateral (
        select o.id, o.amount, o.announced_on from pledges o
        where ${provider('o')} = r.receiver and o.currency = p.currency and o.amount between r.part * (1 - ${alike}::numeric) and r.part / (1 - ${alike}::numeric) ${next}
      ) o
    where r.receiver <> ${provider('p')} and ${days} <= ${withinDays}
  ),
  one_identifier as (
    select p.id as one, o.id as other, case when o.currency = p.currency then ${off(sql`p.amount`, sql`o.amount`)} end as off
    from pledges p cross join lateral (
      select o.id, o.amount, o.currency from pledges o where o.iati_identifier = p.iati_identifier and o.id > p.id order by o.id limit ${mostNeighbours}
    ) o
  ),
  seen as (
    select one, other, unnest(because) as because, off, null::uuid as source from one_provider
    union all select one, other, 'same_iati', off, null from one_identifier
    union all select source, onward, 'passed_on', off, source from passed_on
  ),
  pairs as (
    select least(one, other) as one, greatest(one, other) as other, array_agg(distinct because) as because, min(off) as off,
      case when bool_or(because in ('same_iati', 'same_provider')) then null else (array_agg(source) filter (where source is not null))[1] end as source
    from seen group by 1, 2
  )`;

/**
 * The candidates: pairs without a live link, of which none was declined or ended while as much stood as stands now. Of each pledge the likeliest
 * of a kind alone, while none of that kind lives: what repeats an announcement repeats one, and the next is proposed where that was declined.
 */
const candidates = sql`
  with ${likely},
  told as (
    select distinct on (less.id, pairs.source is null) pairs.because, pairs.off, pairs.source, less.id as less, more.id as more, less.currency, more.currency as more_currency,
      abs(less.announced_on - more.announced_on) as days
    from pairs join pledges a on a.id = pairs.one join pledges b on b.id = pairs.other
      -- What came from the other is passed on; of two announcements the later one repeats the earlier.
      cross join lateral (select case when pairs.source is not null then pairs.source = b.id else (a.announced_on, a.id) > (b.announced_on, b.id) end as first_is_less) way
      join pledges less on less.id = case when way.first_is_less then a.id else b.id end
      join pledges more on more.id = case when way.first_is_less then b.id else a.id end
    where (a.kind = 'guarantee') = (b.kind = 'guarantee') and 'cancelled' not in (a.status, b.status)
      and not exists (select from funding_links l where l.pledge_id = less.id and l.state in ('proposed', 'decided')
        and (l.counted_in_id = more.id or l.kind = case when pairs.source is null then 'same_money' else 'passes_through' end))
      and not exists (select from funding_links l where l.pledge_id = less.id and l.counted_in_id = more.id
        and (l.pledge_stood, l.counted_in_stood) = (pledge_stands(less.id), pledge_stands(more.id)))
      and not exists (select from funding_links l where l.pledge_id = more.id and l.counted_in_id = less.id
        and (l.state in ('proposed', 'decided') or (l.pledge_stood, l.counted_in_stood) = (pledge_stands(more.id), pledge_stands(less.id))))
    order by less.id, pairs.source is null, 'same_iati' = any(pairs.because) desc, pairs.off, days, more.id
  )
  select told.*, stand.less_stands, stand.more_stands from told cross join lateral (select pledge_stands(less) as less_stands, pledge_stands(more) as more_stands) stand
  where less_stands > 0 and more_stands > 0 order by 'same_iati' = any(because) desc, off, days, less limit ${mostFound}`;

/** FL-8: looks for money that may have been counted twice, and proposes each pair once, with what speaks for it. */
export const searchLinks = (granted: PermitFor<typeof linkPolicy.search>, occasion: Occasion): Promise<Result<{ readonly found: number }>> =>
  inTransaction(granted, occasion, async (tx) => done({ found: (await searchLinksIn(tx, occasion)).length }));

/** Every day too, so that what was announced since is compared; the desks hear of each new pair once. */
export const searchLinksDaily = async (now: Date): Promise<void> => {
  await inTransaction(permit(linkPolicy.search, { kind: 'system', name: 'clock' }, linkDesk), { now }, async (tx) => {
    await tellDesks(tx, await searchLinksIn(tx, { now }), now);
    return done({});
  });
};

async function searchLinksIn(tx: Tx, { now }: Occasion): Promise<readonly FoundLink[]> {
  // One search at a time, and none beside a decision.
  await sql`select pg_advisory_xact_lock(hashtext('funding_links'))`.execute(tx);
  const added = await sql<FoundLink>`
    with added as (
      insert into funding_links (id, pledge_id, counted_in_id, kind, amount, origin, reasons, pledge_stood, counted_in_stood, proposed_at)
      select gen_random_uuid(), less, more, case when source is null then 'same_money' else 'passes_through' end,
        case when currency = more_currency then least(less_stands, more_stands) else less_stands end, 'finder',
        jsonb_strip_nulls(jsonb_build_object('because', because, 'off', round(off, 4), 'days', days)), less_stands, more_stands, ${now}
      from (${candidates}) found returning id, pledge_id, counted_in_id
    )
    select added.id, array_agg(distinct p.coalition_id) as coalitions from added join pledges p on p.id in (added.pledge_id, added.counted_in_id) group by added.id`.execute(tx);
  return added.rows;
}
