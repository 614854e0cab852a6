import { sql } from 'kysely';
import type { Day } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { definitions } from '../figures/model';

/** What a report covers: a coalition with all those under it (CA-3: counted once), a cycle, a day. */
export interface Scope {
  readonly coalition_id: string;
  readonly cycle_id: string;
  readonly as_of: Day;
  /** Records that came later than this instant belong to the next report. */
  readonly frozen_at: Date;
}

/** Versions of the rules that the snapshot was made with; another version never rereads it differently. */
export const ruleVersions = (): Record<string, number> => Object.fromEntries(Object.values(definitions).map((one) => [one.key, one.version]));

/** Copies what the report's figures are computed from, as it stands now, and seals it with a hash over all rows in order. */
export async function freezeRowsIn(tx: Tx, snapshotId: string, scope: Scope): Promise<void> {
  await copyCommitments(tx, snapshotId, scope);
  await copyPledges(tx, snapshotId, scope);
  await copyTransactions(tx, snapshotId, scope);
  await copyMembers(tx, snapshotId, scope);
  await copyWork(tx, snapshotId, scope);
}

/** SHA-256 over kind, id and facts of every row, ordered: the same rows always give the same hash. */
export async function hashOfRows(tx: Tx, snapshotId: string): Promise<string> {
  const answer = await sql<{ sha256: string }>`
    select encode(sha256(convert_to(coalesce(string_agg(kind || ' ' || record_id || ' ' || facts::text, E'\n' order by kind collate "C", record_id collate "C"), ''), 'UTF8')), 'hex') as sha256
    from snapshot_rows where snapshot_id = ${snapshotId}`.execute(tx);
  return answer.rows[0]?.sha256 ?? '';
}

const under = (scope: Scope) => sql`(with recursive tree as (select id from coalitions where id = ${scope.coalition_id} union select c.id from coalitions c join tree on c.parent_id = tree.id) select id from tree)`;

/** Public commitments, with how far each stands on the day and whether it was reported on in this cycle. */
async function copyCommitments(tx: Tx, snapshotId: string, scope: Scope): Promise<void> {
  await sql`
    insert into snapshot_rows (snapshot_id, kind, record_id, ref, facts)
    select ${snapshotId}, 'commitment', c.id::text, c.ref, jsonb_build_object(
      'title', (select t.title from commitment_texts t where t.commitment_id = c.id and t.language = c.language),
      'type', c.type,
      'standing', case when c.status <> 'published' then c.status when c.stale_on <= ${scope.as_of} then 'stale'
        when c.off_track_on <= ${scope.as_of} then 'off_track' when c.at_risk_on <= ${scope.as_of} then 'at_risk' else 'on_track' end,
      'lead', coalesce(c.lead_country_iso2, (select o.ref from organisations o where o.id = c.lead_organisation_id)),
      'nodes', (select coalesce(jsonb_agg(n.code order by n.code), '[]') from commitment_nodes cn join framework_nodes n on n.id = cn.node_id where cn.commitment_id = c.id),
      'countries', (select coalesce(jsonb_agg(cc.country_iso2 order by cc.country_iso2), '[]') from commitment_countries cc where cc.commitment_id = c.id),
      'groups', (select coalesce(jsonb_object_agg(b.group_code, b.designed_in), '{}') from commitment_beneficiaries b where b.commitment_id = c.id),
      'update', (select jsonb_build_object('completion', u.completion, 'verification', u.verification) from progress_updates u
        where u.commitment_id = c.id and u.cycle_id = ${scope.cycle_id} and u.status in ('accepted', 'published')))
    from commitments c
    where c.coalition_id in ${under(scope)} and c.visibility = 'public' and c.published_at <= ${scope.frozen_at}
      and c.status not in ('withdrawn', 'superseded') and (c.embargo_until is null or c.embargo_until <= ${scope.frozen_at})`.execute(tx);
}

/** Public pledges with their value in US dollars by the declared rule, or none where no rate is known. */
async function copyPledges(tx: Tx, snapshotId: string, scope: Scope): Promise<void> {
  await sql`
    insert into snapshot_rows (snapshot_id, kind, record_id, ref, facts)
    select ${snapshotId}, 'pledge', p.id::text, p.ref, jsonb_build_object('kind', p.kind, 'amount', p.amount::text, 'currency', p.currency, 'status', p.status,
      'amount_usd', v.amount_usd::text, 'units_per_usd', v.units_per_usd::text, 'rate_on', v.rate_on, 'rate_source', v.rate_source, 'rate_basis', v.rate_basis,
      'commitment', (select c.ref from commitments c where c.id = p.commitment_id))
    from pledges p join pledge_values v on v.pledge_id = p.id
    where p.coalition_id in ${under(scope)} and p.visibility = 'public' and p.announced_on <= ${scope.as_of} and p.status <> 'cancelled'`.execute(tx);
}

/** Every payment: of the pledges above, and of published activities. */
async function copyTransactions(tx: Tx, snapshotId: string, scope: Scope): Promise<void> {
  await sql`
    insert into snapshot_rows (snapshot_id, kind, record_id, ref, facts)
    select ${snapshotId}, 'transaction', t.id::text, coalesce(p.ref, a.iati_identifier), jsonb_build_object('of', case when t.pledge_id is null then 'activity' else 'pledge' end,
      'type', t.type_code, 'value', t.value::text, 'currency', t.currency, 'on', t.transaction_on, 'kind', p.kind,
      'value_usd', v.value_usd::text, 'units_per_usd', v.units_per_usd::text, 'rate_on', v.rate_on, 'rate_source', v.rate_source, 'rate_basis', v.rate_basis, 'verification', t.verification)
    from transactions t join transaction_values v on v.transaction_id = t.id left join pledges p on p.id = t.pledge_id left join activities a on a.id = t.activity_id
    where t.transaction_on <= ${scope.as_of} and (t.pledge_id is null or (p.coalition_id in ${under(scope)} and p.visibility = 'public' and p.status <> 'cancelled'))`.execute(tx);
}

async function copyMembers(tx: Tx, snapshotId: string, scope: Scope): Promise<void> {
  await sql`
    insert into snapshot_rows (snapshot_id, kind, record_id, ref, facts)
    select distinct on (o.id) ${snapshotId}, 'member', o.id::text, o.ref, jsonb_build_object('name', o.name, 'constituency', o.constituency, 'country', o.country_iso2,
      'reported', exists (select from progress_updates u join commitments c on c.id = u.commitment_id
        where u.cycle_id = ${scope.cycle_id} and u.status in ('accepted', 'published') and c.lead_organisation_id = o.id),
      'leads', exists (select from commitments c where c.lead_organisation_id = o.id and c.published_at <= ${scope.frozen_at} and c.visibility = 'public' and c.status not in ('withdrawn', 'superseded')))
    from memberships m join organisations o on o.id = m.organisation_id
    where m.coalition_id in ${under(scope)} and m.status = 'active' and m.joined_on <= ${scope.as_of}
    order by o.id`.execute(tx);
}

/** Endorsements of published texts and decisions of public sessions. */
async function copyWork(tx: Tx, snapshotId: string, scope: Scope): Promise<void> {
  await sql`
    insert into snapshot_rows (snapshot_id, kind, record_id, ref, facts)
    select ${snapshotId}, 'endorsement', e.id::text, e.ref, jsonb_build_object('party', coalesce(e.country_iso2, (select o.ref from organisations o where o.id = e.organisation_id)), 'on', e.endorsed_on)
    from endorsements e where e.status = 'published' and e.endorsed_on <= ${scope.as_of}`.execute(tx);
  await sql`
    insert into snapshot_rows (snapshot_id, kind, record_id, ref, facts)
    select ${snapshotId}, 'decision', d.id::text, d.ref, jsonb_build_object('status', d.status, 'session', s.ref, 'on', d.adopted_on)
    from decisions d join sessions s on s.id = d.session_id join working_groups g on g.id = s.working_group_id
    where g.coalition_id in ${under(scope)} and s.visibility = 'public' and d.created_at <= ${scope.frozen_at}`.execute(tx);
}
