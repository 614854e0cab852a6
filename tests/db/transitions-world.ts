import { sql } from 'kysely';
import { anyone, type Actor } from '#app/access/actor';
import { promisedIn } from '#app/commitments/amendments/promised.server';
import type { Status } from '#app/commitments/model';
import { personActor } from '#app/accounts/viewer.server';
import { database, type Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { give, holder, person } from './accounts-world';
import type { CommitmentsWorld } from './commitments-world';
import type { Role } from './transitions-table';

/** The day on which everything is tried; goals of the story end before it or long after it. */
export const today = new Date('2026-09-01T09:00:00Z');

/** One actor for each role; who is suspended, or had a role that has ended, comes as the portal knows them. */
export async function castOf(world: CommitmentsWorld): Promise<Readonly<Record<Role, Actor>>> {
  const { now, coalition, organisation } = world;
  const of = (id: string): Promise<Actor> => personActor(id, today).catch(() => anyone);
  const tied = await person('Was there lately', now, { organisation_id: organisation });
  await give(tied, 'reviewer', now, { coalition_id: coalition });
  const suspended = await person('Suspended', now, { organisation_id: organisation });
  await give(suspended, 'focal_point', now, { organisation_id: organisation });
  const ended = await person('No longer', now, { organisation_id: organisation });
  await give(ended, 'focal_point', now, { organisation_id: organisation }, new Date('2026-08-01T09:00:00Z'));
  await signed(async (tx) => {
    await tx.updateTable('affiliations').set({ until_on: '2026-08-15' }).where('person_id', '=', tied).execute();
    await tx.updateTable('people').set({ suspended_at: today, suspended_reason: 'Left the ministry.' }).where('id', '=', suspended).execute();
  });
  return {
    focal: world.focal, deputy: world.deputy, org_admin: await holder('org_admin', now, { organisation_id: organisation }), coordinator: world.coordinator, officer: world.officer, lead: world.lead,
    submitter: await holder('secretariat_officer', now, { coalition_id: coalition }), reviewer: world.reviewer, tied: await of(tied), stranger: world.stranger, auditor: world.auditor,
    admin: await holder('platform_admin', now), suspended: await of(suspended), ended: await of(ended), signed_out: anyone,
  };
}

async function signed(write: (tx: Tx) => Promise<unknown>): Promise<void> {
  await database().transaction().execute(async (tx) => {
    await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
    await write(tx);
  });
}

export interface Wanted {
  readonly status: Status;
  readonly submitter: string;
  /** Led by the country instead of the organisation. */
  readonly byCountry: boolean;
  /** Whether its goal is reached; its own day is past, or far ahead. */
  readonly reached: 'on_time' | 'late' | 'no';
  /** With an amendment that waits, or that was closed with its commitment. */
  readonly amended: boolean;
}
let made = 0;

/** A commitment in a state, written past every operation: a case costs a few statements, and no policy has a say in how it came there. */
export async function commitmentIn(world: CommitmentsWorld, wanted: Wanted): Promise<string> {
  const id = newId();
  await signed((tx) => writeIn(tx, world, id, wanted));
  if (wanted.status === 'superseded') await signed(async (tx) => {
    const successor = newId();
    await writeIn(tx, world, successor, { ...wanted, status: 'published' }, id);
    await tx.updateTable('commitments').set({ status: 'superseded' }).where('id', '=', id).execute();
  });
  if (!wanted.amended) return id;
  const before = await promisedIn(database(), id);
  const open = wanted.status === 'published';
  await signed((tx) => tx.insertInto('amendments').values({
    id: newId(), commitment_id: id, number: 1, status: open ? 'asked' : 'withdrawn', before: JSON.parse(JSON.stringify(before)), after: JSON.parse(JSON.stringify({ ...before, title: 'Connect 120 schools' })), reason: 'The tender gave fewer schools.',
    asked_by: wanted.submitter, asked_at: world.now, decided_at: open ? null : world.now,
  }).execute());
  return id;
}

async function writeIn(tx: Tx, world: CommitmentsWorld, id: string, { status, submitter, byCountry, reached }: Wanted, replaces_id: string | null = null): Promise<void> {
  made += 1;
  const { now } = world;
  const due = reached === 'late' ? '2026-08-01' : '2030-12-31';
  const sent = status === 'draft' ? {} : { submitted_by: submitter, submitted_at: now };
  const out = ['draft', 'submitted', 'returned', 'verified'].includes(status) ? {} : { published_at: now };
  await tx.insertInto('commitments').values({
    id, ref: `CMT-2099-${String(made).padStart(4, '0')}`, coalition_id: world.coalition, lead_organisation_id: byCountry ? null : world.organisation, lead_country_iso2: byCountry ? 'KE' : null, replaces_id,
    type: 'infrastructure', starts_on: '2026-03-02', ends_on: due, learner_data: false, language: 'en', created_at: now, ...sent,
  }).execute();
  await tx.insertInto('commitment_texts').values({ commitment_id: id, language: 'en', title: 'Connect 140 schools', action: 'It connects 140 primary schools in the northern counties.' }).execute();
  await tx.insertInto('commitment_nodes').values({ commitment_id: id, node_id: world.nodes[1] ?? '' }).execute();
  await tx.insertInto('commitment_countries').values({ commitment_id: id, country_iso2: 'KE', share: '100' }).execute();
  await tx.insertInto('commitment_beneficiaries').values({ commitment_id: id, group_code: 'rural_remote', designed_in: true }).execute();
  await tx.insertInto('goals').values({
    id: newId(), commitment_id: id, position: 1, unit: 'schools', baseline_value: '12', baseline_year: 2025, target_value: '140', target_on: due, ...(reached === 'no' ? {} : { last_value: '140', last_value_on: '2026-08-20' }),
  }).execute();
  const stands = status === 'superseded' ? 'published' : status;
  if (stands !== 'draft') await tx.updateTable('commitments').set({ status: stands, ...out, ...(stands === 'withdrawn' ? { withdrawn_reason: 'No money came.' } : {}) }).where('id', '=', id).execute();
}
