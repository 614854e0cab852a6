import { sql, type RawBuilder } from 'kysely';
import { standingSql } from '#app/commitments/readable.server';
import type { Day } from '#app/platform/clock';
import { toldIn } from '#app/reporting/cycles/expected.server';

/** What a report covers: a coalition with all those under it (CA-3: counted once), a cycle, a day. */
export interface Scope {
  readonly coalition_id: string;
  readonly cycle_id: string;
  readonly as_of: Day;
  /** Records that came later than this instant belong to the next report: that of the freeze, in a correction that of the first. */
  readonly counts_to: Date;
}

/** Changes whenever a row says something else; kept with the snapshot. */
export const rowsVersion = 5;
/** From which version on a snapshot says whom its cycle asked. */
export const rowsWithExpected = 3;
/** From which version on it says which group a record came of, and who gives money to whom. */
export const rowsWithSubjects = 4;
/** From which version on it says who is a partner in a commitment, which principles it serves, and which members a pledge is meant for. */
export const rowsWithParties = 5;

/**
 * What is frozen, as the start of a `with recursive`: table `frozen (kind, record_id, ref, facts)`. All is what the public could read on the
 * day; `tree` holds the coalition of the report with those under it. A coalition with a parent counts what belongs to its country.
 */
export const frozenRows = (scope: Scope): RawBuilder<unknown> => sql`
  tree as (select c.id from coalitions c where c.id = ${scope.coalition_id} union select c.id from coalitions c join tree on c.parent_id = tree.id),
  money (kind, record_id, ref, facts) as materialized (${pledges(scope)} union all ${transactions(scope)}),
  rated as materialized (${rated}),
  frozen (kind, record_id, ref, facts) as materialized (
    select * from money union all ${rates} union all ${links(scope)} union all ${commitments(scope)} union all ${expected(scope)} union all ${updates(scope)}
    union all ${members(scope)} union all ${endorsements(scope)} union all ${decisions(scope)})`;

const isRoot = ({ coalition_id }: Scope) => sql`(select parent_id is null from coalitions where id = ${coalition_id})`;
const ownCountry = ({ coalition_id }: Scope) => sql`(select country_iso2 from coalitions where id = ${coalition_id})`;

/** An update `u` that was accepted in a cycle of this year: a commitment is reported once, in the cycle of the coalition nearest to it (CA-3). */
const isOfYear = (scope: Scope) => sql`u.status in ('accepted', 'published') and u.accepted_at <= ${scope.counts_to}
  and u.cycle_id in (select y.id from cycles y where y.year = (select year from cycles where id = ${scope.cycle_id}))`;

/** Commitments `c` that the public could read and that are still promised: withdrawn and superseded ones are not. */
const isPromised = (scope: Scope) => sql`c.coalition_id in (select id from tree) and c.visibility = 'public' and c.published_at <= ${scope.counts_to}
  and c.status not in ('withdrawn', 'superseded') and (c.embargo_until is null or c.embargo_until <= ${scope.counts_to})`;

/** Public commitments, with how far each stands on the day and what was accepted of it in this year. */
const commitments = (scope: Scope) => sql`
  select 'commitment', c.id::text, c.ref, jsonb_build_object(
    'title', (select t.title from commitment_texts t where t.commitment_id = c.id and t.language = c.language),
    'language', c.language,
    'type', c.type,
    'on', (c.published_at at time zone 'UTC')::date,
    'standing', ${standingSql(scope.as_of)},
    'lead', coalesce(c.lead_country_iso2, (select o.ref from organisations o where o.id = c.lead_organisation_id)),
    'clauses', ${served('action_line')},
    'principles', ${served('principle')},
    'partners', (select coalesce(jsonb_agg(o.ref order by o.ref collate "C"), '[]') from commitment_partners cp join organisations o on o.id = cp.organisation_id where cp.commitment_id = c.id and cp.consent = 'confirmed' and cp.answered_at <= ${scope.counts_to}),
    'countries', (select coalesce(jsonb_agg(cc.country_iso2 order by cc.country_iso2 collate "C"), '[]') from commitment_countries cc where cc.commitment_id = c.id),
    'groups', (select coalesce(jsonb_object_agg(b.group_code, b.designed_in), '{}') from commitment_beneficiaries b where b.commitment_id = c.id),
    'update', (select jsonb_build_object('id', u.id, 'completion', u.completion, 'verification', u.verification) from progress_updates u
      where u.commitment_id = c.id and ${isOfYear(scope)} order by u.cycle_id <> ${scope.cycle_id}, u.accepted_at, u.id limit 1),
    'working_group', ${groupBehind(scope)}) || ${firstPromise(scope)}
  from commitments c where ${isPromised(scope)}`;

/** The public group whose decision or recommendation a commitment names as its origin, where that may be told. */
const groupBehind = (scope: Scope) => sql`coalesce(
  (select g.ref from decisions d left join sessions s on s.id = d.session_id left join ballots b on b.id = d.ballot_id join working_groups g on g.id = d.working_group_id
    where d.id = c.origin_decision_id and g.visibility = 'public' and ${isTold(scope)}),
  (select g.ref from recommendations r join working_groups g on g.id = r.working_group_id
    where r.id = c.origin_recommendation_id and g.visibility = 'public' and g.status <> 'proposed' and r.status <> 'draft'))`;

/** What a commitment serves of one kind, by the codes of the texts. */
const served = (kind: 'action_line' | 'principle') => sql`(select coalesce(jsonb_agg(f.code || ' ' || n.code order by f.code collate "C", n.code collate "C"), '[]') from (
      select distinct n.code, v.framework_id from commitment_nodes cn join framework_nodes n on n.id = cn.node_id join framework_versions v on v.id = n.version_id
      where cn.commitment_id = c.id and n.kind = ${kind}) n join frameworks f on f.id = n.framework_id)`;

const ofCycle = (scope: Scope, fact: 'coalition_id' | 'year' | 'due_on') => sql`(select ${sql.ref(fact)} from cycles where id = ${scope.cycle_id})`;

/**
 * Which of these commitments the cycles of the year asked for, by their rule or against it, of which it was heard, and until when their lead had
 * more time. What was not asked for against the rule is told too. The reasons are not: they were given to those concerned, and anybody reads
 * what is frozen; the history of the cycle keeps them.
 */
const expected = (scope: Scope) => sql`
  select 'expected', c.id::text, c.ref, jsonb_build_object('lead', coalesce(c.lead_country_iso2, (select o.ref from organisations o where o.id = c.lead_organisation_id)),
    'expected', e.expected is distinct from false, 'exception', e.expected is not null, 'until', x.until_on,
    'reported', exists (select from progress_updates u where u.commitment_id = c.id and ${isOfYear(scope)}))
  from commitments c
    left join lateral (select e.expected from cycle_exceptions e join cycles y on y.id = e.cycle_id where e.commitment_id = c.id and y.year = ${ofCycle(scope, 'year')} and e.decided_at <= ${scope.counts_to}
      order by e.decided_at desc, e.cycle_id limit 1) e on true
    left join lateral (select x.until_on from cycle_extensions x join cycles y on y.id = x.cycle_id where y.year = ${ofCycle(scope, 'year')} and y.coalition_id in (select id from tree) and x.given_at <= ${scope.counts_to}
      and x.organisation_id is not distinct from c.lead_organisation_id and x.country_iso2 is not distinct from c.lead_country_iso2 order by x.until_on desc, x.cycle_id limit 1) x on true
  where ${isPromised(scope)} and (e.expected = false or ${toldIn({ id: scope.cycle_id, coalition_id: scope.coalition_id, year: ofCycle(scope, 'year'), due_on: ofCycle(scope, 'due_on') })})`;

/** What was accepted of these commitments in this year, with the value of each goal; what is missing says why. */
const updates = (scope: Scope) => sql`
  select 'update', u.id::text, c.ref, jsonb_build_object('commitment', c.id, 'cycle', (select y.ref from cycles y where y.id = u.cycle_id), 'answer', u.answer, 'completion', u.completion,
    'verification', u.verification, 'as_of', u.as_of, 'on', (u.accepted_at at time zone 'UTC')::date, 'language', u.language, 'narrative', u.narrative, 'barriers', u.barriers, 'enablers', u.enablers, 'equity', u.equity,
    'values', (select coalesce(jsonb_agg(jsonb_build_object('goal', g.id, 'unit', g.unit, 'value', trim_scale(v.value)::text, 'missing', v.missing, 'verification', v.verification) order by g.position, g.id), '[]')
      from goal_values v join goals g on g.id = v.goal_id where v.progress_update_id = u.id))
  from progress_updates u join commitments c on c.id = u.commitment_id
  where ${isOfYear(scope)} and ${isPromised(scope)}`;

/** CO-5: of what was amended, the first promise, and each change with its day and reason in their order; nothing else is said of the others. */
const firstPromise = (scope: Scope) => sql`coalesce((
  select jsonb_build_object('first', (array_agg(a.before order by a.number))[1],
    'amendments', jsonb_agg(jsonb_build_object('on', (a.decided_at at time zone 'UTC')::date, 'reason', a.reason, 'after', a.after) order by a.number))
  from amendments a where a.commitment_id = c.id and a.status = 'approved' and a.decided_at <= ${scope.counts_to} having count(*) > 0), '{}')`;

const isCounted = (scope: Scope) => sql`p.coalition_id in (select id from tree) and p.visibility = 'public' and p.announced_on <= ${scope.as_of} and p.status <> 'cancelled'`;

/** Public pledges with their value in US dollars by the declared rule, or none where no rate is known (FI-6). */
const pledges = (scope: Scope) => sql`
  select 'pledge', p.id::text, p.ref, jsonb_build_object('title', p.title, 'kind', p.kind, 'amount', trim_scale(p.amount)::text, 'currency', p.currency, 'status', p.status, 'on', p.announced_on,
    'amount_usd', trim_scale(v.amount_usd)::text, 'units_per_usd', trim_scale(v.units_per_usd)::text, 'rate_on', v.rate_on, 'rate_source', v.rate_source, 'rate_basis', v.rate_basis,
    'verification', coalesce((select w.rung from pledge_verifications w where w.pledge_id = p.id and w.verified_at <= ${scope.counts_to} order by w.verified_at desc, w.id desc limit 1), 'self_reported'),
    'provider', coalesce(p.provider_country_iso2, (select o.ref from organisations o where o.id = p.provider_organisation_id)),
    'recipients', (select coalesce(jsonb_object_agg(k.country_iso2, k.share), '{}') from (
      select country_iso2, trim_scale(sum(share))::text as share from pledge_recipients where pledge_id = p.id and country_iso2 is not null group by country_iso2) k),
    'member_recipients', (select coalesce(jsonb_object_agg(o.ref, trim_scale(pr.share)::text), '{}') from pledge_recipients pr join organisations o on o.id = pr.organisation_id where pr.pledge_id = p.id))
  from pledges p join pledge_values v on v.pledge_id = p.id
  where ${isCounted(scope)}`;

/** Every payment: of the pledges above, and of published activities. */
const transactions = (scope: Scope) => sql`
  select 'transaction', t.id::text, coalesce(p.ref, a.iati_identifier), jsonb_build_object('of', case when t.pledge_id is null then 'activity' else 'pledge' end,
    'type', t.type_code, 'value', trim_scale(t.value)::text, 'currency', t.currency, 'on', t.transaction_on, 'kind', p.kind,
    'value_usd', trim_scale(v.value_usd)::text, 'units_per_usd', trim_scale(v.units_per_usd)::text, 'rate_on', v.rate_on, 'rate_source', v.rate_source, 'rate_basis', v.rate_basis, 'verification', t.verification, 'reversal_of', t.reversal_of, 'received_state', r.state, 'received', trim_scale(r.received)::text)
  from transactions t join transaction_values v on v.transaction_id = t.id left join pledges p on p.id = t.pledge_id left join activities a on a.id = t.activity_id left join reconciliations r on r.transaction_id = t.id
  where t.transaction_on <= ${scope.as_of} and case when t.pledge_id is not null then ${isCounted(scope)}
    else ${isRoot(scope)} or t.activity_id in (select activity_id from activity_countries where country_iso2 = ${ownCountry(scope)}) end`;

/** FI-6: the rates that the amounts above were converted with. All rates meet all that were used at once (SN-9). */
const rated = sql`
  select r.*, used.currency is not null as used
  from (select distinct facts ->> 'currency' as currency, (facts ->> 'rate_on')::date as rate_on, facts ->> 'rate_basis' as basis, facts ->> 'rate_source' as source from money) used
    full join exchange_rates r on r.currency = used.currency and r.rate_on = used.rate_on and r.period = used.basis and r.source = used.source`;
const rates = sql`
  select 'rate', id::text, currency, jsonb_build_object('currency', currency, 'on', rate_on, 'basis', period, 'source', source, 'units_per_usd', trim_scale(units_per_usd)::text)
  from rated where used and id is not null`;

/** Decided links between pledges above: the same money, counted once (FI-7). */
const links = (scope: Scope) => sql`
  select 'link', l.id::text, p.ref, jsonb_build_object('pledge', l.pledge_id, 'counted_in', l.counted_in_id, 'kind', l.kind, 'amount', trim_scale(l.amount)::text, 'currency', p.currency, 'on', (l.decided_at at time zone 'UTC')::date, 'decided_at', l.decided_at at time zone 'UTC')
  from funding_links l join pledges p on p.id = l.pledge_id join pledges q on q.id = l.counted_in_id
  where l.state = 'decided' and l.decided_at <= ${scope.counts_to} and ${isCounted(scope)} and q.visibility = 'public' and q.announced_on <= ${scope.as_of} and q.status <> 'cancelled'`;

/** Members, each once, whether they lead a public commitment that was due, and whether one of these was reported on. */
const members = (scope: Scope) => sql`
  (select distinct on (o.id) 'member', o.id::text, o.ref, jsonb_build_object('name', o.name, 'constituency', o.constituency, 'country', o.country_iso2, 'on', m.joined_on,
    'leads', exists (select from commitments c where ${dueOf(scope)}),
    'reported', exists (select from commitments c join progress_updates u on u.commitment_id = c.id
      where ${isOfYear(scope)} and ${dueOf(scope)}))
  from memberships m join organisations o on o.id = m.organisation_id
  where m.coalition_id in (select id from tree) and m.status = 'active' and m.joined_on <= ${scope.as_of} order by o.id, m.joined_on, m.id)`;

const dueOf = (scope: Scope) => sql`c.lead_organisation_id = o.id and c.coalition_id in (select id from tree) and c.visibility = 'public'
  and c.published_at <= ${scope.counts_to} and c.status not in ('withdrawn', 'superseded')`;

/** Published endorsements of any text; of a national coalition those by its country and its members. */
const endorsements = (scope: Scope) => sql`
  select 'endorsement', e.id::text, e.ref, jsonb_build_object('party', coalesce(e.country_iso2, o.ref), 'name', coalesce(o.name, e.country_iso2), 'on', e.endorsed_on)
  from endorsements e left join organisations o on o.id = e.organisation_id
  where e.status = 'published' and coalesce(e.endorsed_on, (e.published_at at time zone 'UTC')::date) <= ${scope.as_of}
    and (${isRoot(scope)} or e.country_iso2 = ${ownCountry(scope)} or e.organisation_id in (select organisation_id from memberships where coalition_id in (select id from tree) and status = 'active'))`;

/** Decisions of public sessions that were published by the instant of freezing, and of public written procedures that had ended: what may not be told yet is in no report. */
const decisions = (scope: Scope) => sql`
  select 'decision', d.id::text, d.ref, jsonb_build_object('text', d.text, 'status', d.status, 'session', s.ref, 'session_id', s.id, 'session_title', s.title, 'on', coalesce(d.adopted_on, (coalesce(s.starts_at, b.closes_at) at time zone 'UTC')::date),
    'working_group', case when g.visibility = 'public' then g.ref end)
  from decisions d left join sessions s on s.id = d.session_id left join ballots b on b.id = d.ballot_id join working_groups g on g.id = d.working_group_id
  where g.coalition_id in (select id from tree) and ${isTold(scope)}`;

/** Of decisions `d` of a session `s` or a written procedure `b`. */
const isTold = (scope: Scope) => sql`((s.visibility = 'public' and s.status = 'published' and s.starts_at <= ${scope.counts_to}) or (s.id is null and b.visibility = 'public' and b.closes_at <= ${scope.counts_to}))`;
