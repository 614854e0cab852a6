import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { listChoices } from '#app/commitments/choices.server';
import { commitmentList } from '#app/commitments/list/model';
import { listCommitments } from '#app/commitments/list/queries.server';
import { answerPartner, askPartner } from '#app/commitments/partners/operations.server';
import { partnerPolicy } from '#app/commitments/partners/policy';
import { database } from '#app/platform/database.server';
import { acceptUpdate } from '#app/reporting/updates/operations.server';
import { updatePolicy } from '#app/reporting/updates/policy';
import { readState } from '#app/table/state';
import { valueOf } from './accounts-world';
import { refOf } from './commitments-world';
import { refusalOf } from './frameworks-world';
import { openReporting, published, reported, type ReportingWorld, subjectOf } from './reporting-world';

describe('what the list is narrowed to', () => {
  let world: ReportingWorld;
  const record = { heard: '', sent: '', silent: '' };
  const refsOf = async (query: string, now = world.later) => (await listCommitments(anyone, readState(commitmentList, new URLSearchParams(query)), { language: 'en', now })).rows.map(({ ref }) => ref).toSorted();
  beforeAll(async () => {
    world = await openReporting();
    for (const name of ['heard', 'sent', 'silent'] as const) record[name] = await published(world, { form: { title: name } });
    valueOf(await reported(world, record.heard, '40'));
    valueOf(await acceptUpdate(permit(updatePolicy.accept, world.officer, await subjectOf(world, record.heard)), { now: world.later }));
    valueOf(await reported(world, record.sent, '50'));
  });
  afterAll(() => world.close());

  it('knows what was accepted in a cycle, and what the cycle asks for and waits for', async () => {
    expect(await refsOf(`cycle=${world.cycle.ref}`)).toEqual([record.heard]);
    expect(await refsOf(`cycle=-${world.cycle.ref}`)).toEqual([record.sent, record.silent].toSorted());
    expect(await refsOf(`cycle=${world.cycle.ref}&cycle=-${world.cycle.ref}`)).toHaveLength(3);
    expect((await listChoices(world.officer, { language: 'en', now: world.later })).cycles).toEqual([{ value: world.cycle.ref, label: '2026 · Global coalition' }]);
    expect((await listChoices(world.officer, { language: 'en', now: new Date('2026-02-01T00:00:00Z') })).cycles).toEqual([]);
  });

  it('keeps with each commitment in which years something was accepted, which stay what they were', async () => {
    const years = async (ref: string) => (await database().selectFrom('commitments').select('reported_years').where('ref', '=', ref).executeTakeFirstOrThrow()).reported_years;
    expect([await years(record.heard), await years(record.sent), await years(record.silent)]).toEqual([[2026], [], []]);
    expect(await refusalOf(world.ownerUrl, `update cycles set year = 2027 where ref = '${world.cycle.ref}'`)).toBe('cycles_year_stays');
  });

  it('knows the rung of the last accepted update, and how old it is', async () => {
    const { verification } = await database().selectFrom('progress_updates').select('verification').where('status', '=', 'accepted').executeTakeFirstOrThrow();
    expect(await refsOf(`verification=${verification}`)).toEqual([record.heard]);
    expect(await refsOf('freshness=updated')).toEqual([record.heard]);
    expect(await refsOf('sort=-updated')).toContain(record.heard);
    expect((await listCommitments(anyone, readState(commitmentList, new URLSearchParams('sort=-updated')), { language: 'en', now: world.later })).rows[0]?.ref).toBe(record.heard);
  });

  it('finds a partner only after it has said yes', async () => {
    const commitment = await refOf(record.silent);
    const at = { now: world.later };
    const found = () => refsOf('partner=open+shelf');
    const partner = (consent: 'asked' | 'confirmed') => ({ ...commitment, partner_id: world.other, consent, side: 'lead' as const, asked_by: world.focal.id });
    valueOf(await askPartner(permit(partnerPolicy.ask, world.focal, commitment), at, world.other, { role: 'technical', words: null }));
    expect(await found()).toEqual([]);
    valueOf(await answerPartner(permit(partnerPolicy.answer, world.stranger, partner('asked')), at, undefined, { consent: 'confirmed', answer: null }));
    expect(await found()).toEqual([record.silent]);
    valueOf(await answerPartner(permit(partnerPolicy.answer, world.stranger, partner('confirmed')), at, undefined, { consent: 'declined', answer: 'Not any more.' }));
    expect(await found()).toEqual([]);
  });
});
