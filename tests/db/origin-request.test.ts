import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { commitmentList } from '#app/commitments/list/model';
import { listCommitments } from '#app/commitments/list/queries.server';
import { createDraft, saveMeasure } from '#app/commitments/operations.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { findCommitment } from '#app/commitments/record/queries.server';
import { readState } from '#app/table/state';
import { valueOf } from './accounts-world';
import { brought, measure, refOf, what } from './commitments-world';
import { asked, openRequests, requestRef, write, type RequestsWorld } from './requests-world';

let world: RequestsWorld;
beforeAll(async () => {
  world = await openRequests();
});
afterAll(() => world.close());

describe('a commitment that answers a request for support', () => {
  const drafted = (origin: string) => createDraft(permit(commitmentPolicy.create, world.focal, { coalition_id: world.coalition, lead_organisation_id: world.organisation, lead_country_iso2: null }), { now: world.now }, what(world, { origin }));

  it('names it, leads back to it, and is found by it', async () => {
    const request = await requestRef(await asked(world));
    const { ref } = valueOf(await drafted(request.ref));
    valueOf(await saveMeasure(permit(commitmentPolicy.edit, world.focal, await refOf(ref)), { now: world.now }, undefined, measure()));
    await brought(world, ref, 'published');
    const view = { language: 'en' as const, now: world.now };
    expect((await findCommitment(anyone, ref, view))?.origin).toMatchObject({ kind: 'request', ref: request.ref, group: 'Kenya', session: undefined });
    expect((await listCommitments(anyone, readState(commitmentList, new URLSearchParams(`origin=${request.ref}`)), view)).rows.map((row) => row.ref)).toEqual([ref]);
  });

  it('cannot name one that is not public, not even for who wrote it', async () => {
    const { ref } = valueOf(await write(world));
    const byCountry = createDraft(permit(commitmentPolicy.create, world.coordinator, { coalition_id: world.coalition, lead_organisation_id: null, lead_country_iso2: 'KE' }), { now: world.now }, what(world, { origin: ref }));
    expect(await byCountry).toEqual({ ok: false, problems: [{ code: 'commitments:problems.origin_unknown', field: 'origin' }] });
  });
});
