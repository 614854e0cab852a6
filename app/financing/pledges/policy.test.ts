import { describe, expect, it } from 'vitest';
import { anyone, type Actor, type HeldRole, type RoleName } from '#app/access/actor';
import { may } from '#app/access/permit';
import { pledgePolicy, type PledgeTransactionRef } from './policy';

const unscoped = { coalition_id: null, organisation_id: null, working_group_id: null, country_iso2: null };
const person = (role: RoleName, scope: Partial<HeldRole>, id = 'p-1'): Actor => ({
  kind: 'person', id, name: 'A person', language: 'en', time_zone: 'UTC', affiliations: [], governments: [], roles: [{ role, ...unscoped, ...scope }],
});
const pledge: PledgeTransactionRef = { id: 'x', transaction_id: 't', status: 'announced', recorded_by: 'p-1', coalition_id: 'c-1', provider_organisation_id: 'o-1', provider_country_iso2: null };
const ofKenya: PledgeTransactionRef = { ...pledge, provider_organisation_id: null, provider_country_iso2: 'KE' };
const secretariat = person('secretariat_officer', { coalition_id: 'c-1' }, 'p-9');

describe('who may record money', () => {
  it('is the provider’s focal point, its country’s coordinator, or the secretariat', () => {
    expect(may(pledgePolicy.create, person('focal_point', { organisation_id: 'o-1' }), { ...pledge, commitment_id: null }).allowed).toBe(true);
    expect(may(pledgePolicy.recordTransaction, person('focal_point', { country_iso2: 'KE' }), ofKenya).allowed).toBe(true);
    expect(may(pledgePolicy.recordTransaction, person('country_coordinator', { country_iso2: 'KE' }), ofKenya).allowed).toBe(true);
    expect(may(pledgePolicy.recordTransaction, secretariat, pledge).allowed).toBe(true);
  });
  it('is nobody else', () => {
    const others: Actor[] = [
      { kind: 'system', name: 'import' }, { kind: 'system', name: 'demo' },
      anyone, person('focal_point', { organisation_id: 'o-2' }), person('focal_point', { country_iso2: 'NP' }), person('reviewer', { organisation_id: 'o-1' }),
      person('secretariat_officer', { coalition_id: 'c-2' }), person('platform_admin', {}), person('auditor', {}),
    ];
    for (const rule of [pledgePolicy.edit, pledgePolicy.reduce, pledgePolicy.cancel, pledgePolicy.recordTransaction, pledgePolicy.reverseTransaction]) {
      expect(others.map((one) => may(rule, one, pledge).allowed)).toEqual(others.map(() => false));
    }
  });
});

describe('the life of a pledge', () => {
  it('is confirmed by another than who recorded it', () => {
    expect(may(pledgePolicy.confirm, person('focal_point', { organisation_id: 'o-1' }), pledge)).toEqual({ allowed: false, reason: 'access:reasons.not_your_own' });
    expect(may(pledgePolicy.confirm, secretariat, pledge).allowed).toBe(true);
    expect(may(pledgePolicy.confirm, secretariat, { ...pledge, status: 'confirmed' }).allowed).toBe(false);
  });
  it('keeps its terms once it is confirmed', () => expect(may(pledgePolicy.edit, secretariat, { ...pledge, status: 'confirmed' })).toEqual({ allowed: false, reason: 'financing:reasons.confirmed_stays' }));
  it('ends with a cancellation, which can itself be reversed', () => {
    const cancelled: PledgeTransactionRef = { ...pledge, status: 'cancelled' };
    expect(may(pledgePolicy.recordTransaction, secretariat, cancelled).allowed).toBe(false);
    expect(may(pledgePolicy.reverseTransaction, secretariat, cancelled).allowed).toBe(true);
  });
});
