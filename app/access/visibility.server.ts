import { sql, type RawBuilder } from 'kysely';
import { isSecretariat, holds, type Actor } from './actor';

/**
 * What a viewer may read, as a condition in SQL: visibility is private (own) < coalition < members < public, an embargo hides
 * from everybody but the record's own people and the secretariat until its instant.
 */
export interface Guarded {
  readonly visibility: RawBuilder<unknown>;
  readonly embargo?: RawBuilder<unknown>;
  /** True in SQL when the record is out in the open (published, convened …). */
  readonly isOut: RawBuilder<unknown>;
  /** Columns that say whose record it is. */
  readonly organisation?: RawBuilder<unknown>;
  readonly country?: RawBuilder<unknown>;
}

/** The condition; put it into `where`. */
export function visibleTo(viewer: Actor, now: Date, record: Guarded): RawBuilder<boolean> {
  if (viewer.kind === 'system' || isSecretariat(viewer) || holds(viewer, ['platform_admin', 'auditor'])) return sql<boolean>`true`;
  const afterEmbargo = record.embargo === undefined ? sql`true` : sql`(${record.embargo} is null or ${record.embargo} <= ${now})`;
  const open = viewer.kind === 'public' ? ['public'] : ['coalition', 'members', 'public'];
  const openToAll = sql`(${record.visibility} = any(${open}) and ${record.isOut} and ${afterEmbargo})`;
  return sql<boolean>`(${openToAll} or ${ownRecord(viewer, record)})`;
}

/** The record belongs to an organisation or country that the viewer acts for, or that their coalition's secretariat serves. */
function ownRecord(viewer: Actor, record: Guarded): RawBuilder<unknown> {
  if (viewer.kind !== 'person') return sql`false`;
  const organisations = [
    ...viewer.affiliations.filter((one) => one.current).map((one) => one.organisation_id),
    ...viewer.roles.flatMap((one) => one.organisation_id ?? []),
  ];
  const countries = viewer.roles.flatMap((one) => one.country_iso2 ?? []);
  const byOrganisation = record.organisation === undefined || organisations.length === 0 ? sql`false` : sql`${record.organisation} = any(${organisations}::uuid[])`;
  const byCountry = record.country === undefined || countries.length === 0 ? sql`false` : sql`${record.country} = any(${countries}::text[])`;
  return sql`(${byOrganisation} or ${byCountry})`;
}
