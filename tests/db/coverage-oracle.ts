import { Big } from 'big.js';
import { sql } from 'kysely';
import { anyone, type Actor } from '#app/access/actor';
import { standingOf } from '#app/commitments/health/model';
import type { Status } from '#app/commitments/model';
import { allocate } from '#app/financing/money/model';
import { allPledges } from '#app/financing/pledges/queries.server';
import { pledgeList } from '#app/financing/pledges/list';
import { everything, nowhere, type Cell } from '#app/frameworks/coverage/model';
import { addMonths, dayOf } from '#app/platform/clock';
import { database } from '#app/platform/database.server';

interface Promised {
  readonly id: string; readonly ref: string; readonly coalition_id: string; readonly status: Status; readonly visibility: string; readonly embargo_until: Date | null; readonly published_at: Date | null;
  readonly stale_on: string | null; readonly at_risk_on: string | null; readonly off_track_on: string | null; readonly last_update_on: string | null; readonly last_verification: string | null;
  readonly lead_country_iso2: string | null; readonly lead_organisation_id: string | null; readonly designed: readonly string[]; readonly nodes: readonly string[]; readonly countries: readonly string[]; readonly groups: readonly string[];
}

/**
 * The cells, counted commitment by commitment without any of the portal's SQL for them: what `cellsFor` must say to everybody, or to an officer
 * of the secretariat, who reads whatever was published.
 */
export async function expectedCells(now: Date, wanted: { officer?: Actor | undefined; coalition?: string | undefined; standing?: string | undefined; asOf?: string | undefined; ended: ReadonlyMap<string, string> }): Promise<Map<string, string>> {
  const db = database();
  const view = { language: 'en', now } as const;
  const { rows: promises } = await sql<Promised>`select c.*, array(select node_id from commitment_nodes where commitment_id = c.id) as nodes, array(select country_iso2 from commitment_countries where commitment_id = c.id) as countries,
    array(select group_code from commitment_beneficiaries where commitment_id = c.id) as groups,
    array(select group_code from commitment_beneficiaries where commitment_id = c.id and designed_in) as designed from commitments c`.execute(db);
  const nodes = new Map((await db.selectFrom('framework_nodes').selectAll().execute()).map((node) => [node.id, node]));
  const places = new Map((await db.selectFrom('countries').selectAll().execute()).map((country) => [country.iso2, country]));
  const periods = await db.selectFrom('country_group_periods').selectAll().execute();
  const pledges = new Map<string, { id: string; usd: Record<'pledged' | 'committed' | 'disbursed', string>; recipients: readonly { country_iso2: string | null; share: string }[] }[]>();
  for await (const row of allPledges(wanted.officer ?? anyone, { filters: {}, sort: pledgeList.sort, after: null }, view)) {
    if (row.usd === null || row.kind === 'guarantee' || row.commitment === null) continue;
    pledges.set(row.commitment.ref, [...(pledges.get(row.commitment.ref) ?? []), { id: row.id, usd: row.usd, recipients: row.recipients }]);
  }

  const today = dayOf(now);
  const day = wanted.asOf ?? today;
  const yearBefore = addMonths(day, -12);
  const groupsOf = (iso2: string) => periods.filter((one) => one.iso2 === iso2 && one.from_on <= today && (one.until_on === null || one.until_on > today)).map(({ code }) => code);
  const columnsOf = (countries: readonly (string | null)[]) => {
    const of = (say: (iso2: string | null) => string | null) => new Set(countries.map((iso2) => say(iso2) ?? nowhere));
    return [
      ...[...of((iso2) => iso2)].map((key) => `country ${key}`), ...[...of((iso2) => places.get(iso2 ?? '')?.region_m49 ?? null)].map((key) => `region ${key}`),
      ...[...of((iso2) => places.get(iso2 ?? '')?.subregion_m49 ?? null)].map((key) => `subregion ${key}`),
      ...[...new Set(countries.flatMap((iso2) => (iso2 === null ? [] : groupsOf(iso2))))].map((key) => `group ${key}`),
    ];
  };

  const cells = new Map<string, { commitments: number; before: number; pledges: Set<string>; pledged: Big; committed: Big; disbursed: Big }>();
  const at = (scope: string, column: string) => {
    const key = `${scope} ${column}`;
    const cell = cells.get(key) ?? { commitments: 0, before: 0, pledges: new Set(), pledged: new Big(0), committed: new Big(0), disbursed: new Big(0) };
    cells.set(key, cell);
    return cell;
  };
  for (const one of promises) {
    if (one.published_at === null || (wanted.officer === undefined && (one.visibility !== 'public' || (one.embargo_until !== null && one.embargo_until > now)))) continue;
    const standing = standingOf(one, today);
    if (wanted.coalition !== undefined && wanted.coalition !== one.coalition_id) continue;
    if (wanted.standing !== undefined && wanted.standing !== standing) continue;
    const live = ['published', 'reached_on_time', 'reached_late', 'not_reached'].includes(one.status);
    const on = (when: string) => dayOf(one.published_at ?? now) <= when && (live || (wanted.ended.get(one.ref) ?? '') > when);
    const counted = wanted.asOf === undefined ? live : on(day);
    const before = on(yearBefore);
    const scopes = new Set([everything]);
    for (const id of one.nodes) for (let node = nodes.get(id); node !== undefined; node = nodes.get(node.parent_id ?? '')) scopes.add(node.id).add(node.version_id);
    const columns = [...columnsOf(one.countries.length === 0 ? [null] : one.countries), ...one.groups.map((key) => `beneficiary ${key}`), 'all '];
    const lead = one.lead_country_iso2 ?? one.lead_organisation_id ?? '';
    const whole = [`standing ${standing}`, `lead ${lead}`, ...one.designed.map((key) => `designed_in ${key}`), ...(one.last_update_on === null ? [] : ['updated ', `reporting ${lead}`]), ...(one.last_verification === null ? [] : [`rung ${one.last_verification}`])];
    for (const scope of scopes) {
      for (const column of scope === everything ? [...columns, ...whole] : columns) {
        const cell = at(scope, column);
        cell.commitments += counted ? 1 : 0;
        cell.before += before ? 1 : 0;
      }
      for (const pledge of counted ? (pledges.get(one.ref) ?? []) : []) {
        const add = (column: string, money: Record<'pledged' | 'committed' | 'disbursed', string>) => {
          const cell = at(scope, column);
          cell.pledges.add(pledge.id);
          for (const rung of ['pledged', 'committed', 'disbursed'] as const) cell[rung] = cell[rung].plus(money[rung]);
        };
        for (const column of ['all ', ...one.groups.map((key) => `beneficiary ${key}`)]) add(column, pledge.usd);
        const shares = pledge.recipients.map(({ share }) => share);
        const parts = (rung: 'pledged' | 'committed' | 'disbursed') => (shares.length === 0 ? [pledge.usd[rung]] : allocate(pledge.usd[rung], shares, 6));
        const [pledged, committed, disbursed] = [parts('pledged'), parts('committed'), parts('disbursed')];
        (shares.length === 0 ? [null] : pledge.recipients.map(({ country_iso2 }) => country_iso2)).forEach((iso2, part) => {
          for (const column of columnsOf([iso2])) add(column, { pledged: pledged[part] ?? '0', committed: committed[part] ?? '0', disbursed: disbursed[part] ?? '0' });
        });
      }
    }
  }
  return new Map([...cells].map(([key, cell]): [string, string] => [key, JSON.stringify([cell.commitments, cell.before, cell.pledges.size, cell.pledged.toFixed(), cell.committed.toFixed(), cell.disbursed.toFixed()])])
    .filter(([, said]) => !said.startsWith('[0,0,0,')).toSorted());
}

/** Cells as the oracle spells them. */
export const spelled = (cells: readonly Cell[]): Map<string, string> =>
  new Map(cells.map((cell): [string, string] => [`${cell.scope} ${cell.kind} ${cell.key}`, JSON.stringify([cell.commitments, cell.before, cell.pledges, cell.pledged, cell.committed, cell.disbursed])]).toSorted());
