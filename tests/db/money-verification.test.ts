import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anyone, type PersonActor } from '#app/access/actor';
import { Forbidden, permit } from '#app/access/permit';
import { findTransaction } from '#app/financing/transactions/queries.server';
import { moneyRefOf } from '#app/financing/verification/money.server';
import { attachToTransaction, verifyFigure, verifyTransaction } from '#app/financing/verification/operations.server';
import { moneyPolicy } from '#app/financing/verification/policy';
import { disbursedByRung, evidenceOfTransaction, findTransactionFile, looksAt, verifiedFigureOf } from '#app/financing/verification/queries.server';
import { figureWords } from '#app/financing/verification/words';
import { textFor } from '#app/languages/catalogues.server';
import { database } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { holder, openWorld, place, valueOf } from './accounts-world';
import { bank, day, pledge, pledgeRef, record, reverse, today, type Place } from './financing-world';
import { raw, row } from './payments-world';

let world: Awaited<ReturnType<typeof openWorld>>;
let where: Place;
let reviewer: PersonActor;
let officer: PersonActor;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  await world.truncate();
  where = await bank();
  reviewer = await holder('reviewer', day('2026-01-01'), { coalition_id: where.coalition_id });
  officer = await holder('secretariat_officer', day('2026-01-01'), { coalition_id: where.coalition_id });
});
afterAll(() => world.close());

const look = { method: 'document', note: 'The bank statements show the same payments.' } as const;
const verify = async (id: string, by: PersonActor = reviewer, seen?: string, now = day('2026-03-03')) =>
  verifyFigure(permit(moneyPolicy.verifyFigure, by, await moneyRefOf(database(), id)), { now }, seen, look);
const check = async (id: string, transaction_id: string, by: PersonActor = officer) =>
  verifyTransaction(permit(moneyPolicy.verify, by, await moneyRefOf(database(), id, transaction_id)), { now: today }, look);
const said = async (id: string) => {
  const figure = await verifiedFigureOf(id);
  return figure === null ? null : figureWords(figure, textFor('en', 'financing'), 'en');
};
const split = async (id: string) => Object.fromEntries((await disbursedByRung(id)).map(({ rung, amount }) => [rung, amount]));
const rung = async (transaction_id: string) => (await findTransaction(anyone, transaction_id, { language: 'en', now: today }))?.verification;
const constraint = (work: Promise<unknown>) => work.then(() => 'done', (reason: unknown) => (reason as { constraint_name?: string }).constraint_name);

async function paid(...payments: readonly string[]): Promise<{ id: string; payments: string[] }> {
  const id = await pledge(where, { amount: '9000000' });
  valueOf(await record(id, '2', '8000000'));
  const made: string[] = [];
  for (const value of payments) made.push(valueOf(await record(id, '3', value)).id);
  return { id, payments: made };
}

describe('PV-1 a verified figure', () => {
  it('does not move when a later payment comes, until somebody looks again; both facts are told', async () => {
    const { id } = await paid('2500000', '1500000');
    expect(await said(id)).toBeNull();
    valueOf(await verify(id));
    expect(await said(id)).toBe('USD 4 million disbursed were verified on 3 March 2026; no payment has been added since.');
    const later = valueOf(await record(id, '3', '500000'));
    expect(await verifiedFigureOf(id)).toMatchObject({ disbursed: '4000000', committed: '8000000', added: '500000', since: 'self_reported' });
    expect(await said(id)).toBe('USD 4 million disbursed were verified on 3 March 2026; USD 500,000 have been added since and are self-reported.');
    expect(await split(id)).toEqual({ independently_verified: '4000000', self_reported: '500000' });
    valueOf(await reverse(id, later.id));
    expect(await said(id)).toBe('USD 4 million disbursed were verified on 3 March 2026; no payment has been added since.');
    valueOf(await record(id, '3', '250000'));
    valueOf(await verify(id, reviewer, undefined, day('2026-04-01')));
    expect(await verifiedFigureOf(id)).toMatchObject({ disbursed: '4250000', added: '0', on: '2026-04-01' });
    expect(await database().selectFrom('pledge_verifications').select('disbursed').orderBy('verified_at').execute()).toEqual([{ disbursed: '4000000.000000' }, { disbursed: '4250000.000000' }]);
  });

  it('stays when a verified payment is taken back: that is told beside it', async () => {
    const { id, payments } = await paid('2500000', '1500000');
    valueOf(await verify(id));
    valueOf(await reverse(id, payments[1] ?? ''));
    expect(await said(id)).toBe('USD 4 million disbursed were verified on 3 March 2026; USD 1.5 million have been taken back since.');
    expect(await split(id)).toEqual({ independently_verified: '2500000' });
  });

  it('speaks only of what its reader saw', async () => {
    const { id } = await paid('100');
    expect(await verify(id, reviewer, '8000000 99')).toMatchObject({ ok: false, problems: [{ code: 'form:problems.changed_meanwhile' }] });
    valueOf(await verify(id, reviewer, '8000000 100'));
  });

  it('is what stands, for the database too, and is never changed', async () => {
    const { id } = await paid('100');
    const figure = (disbursed: string, by: string | null = null) => raw(sql`insert into pledge_verifications (id, pledge_id, rung, committed, disbursed, currency, method, note, verified_by, verified_at)
      values (${newId()}, ${id}, 'independently_verified', 8000000, ${disbursed}, 'USD', 'document', 'Seen', ${by}, now())`);
    const recorder = (await pledgeRef(id)).recorded_by;
    expect([await constraint(figure('101')), await constraint(figure('100', recorder)), await constraint(figure('100'))]).toEqual(['pledge_verifications_stand', 'pledge_verifications_another', 'done']);
    expect(await constraint(raw(sql`update pledge_verifications set disbursed = 5`))).toBe('pledge_verifications_append_only');
  });
});

describe('PV-3 who looks', () => {
  it('is never who recorded it, nor somebody of the provider or of a receiver', async () => {
    const { id } = await paid('100');
    const refused = async (by: PersonActor) => verify(id, by).then(() => 'done', (why: unknown) => (why instanceof Forbidden ? why.reason : why));
    const ofProvider = { ...reviewer, affiliations: [{ organisation_id: where.provider_organisation_id ?? '', current: false }] };
    const school = await place('organisation', 'School trust');
    valueOf(await record(id, '3', '1', { receiver: { organisation_id: school, country_iso2: null } }));
    const ofReceiver = { ...reviewer, affiliations: [{ organisation_id: school, current: true }] };
    const owned = valueOf(await record(id, '3', '1', {}, officer));
    expect([await refused(ofProvider), await refused(ofReceiver), await refused(officer)]).toEqual(['access:reasons.not_independent', 'access:reasons.not_independent', 'access:reasons.not_your_own']);
    await expect(check(id, owned.id)).rejects.toThrow(Forbidden);
    expect(await refused(reviewer)).toBe('done');
    expect(await refused(reviewer)).toBe('access:reasons.not_now');
    expect(await constraint(raw(sql`insert into transaction_verifications (id, transaction_id, rung, method, note, verified_by, verified_at) values (${newId()}, ${owned.id}, 'secretariat_checked', 'call', 'Seen', ${officer.id}, now())`)))
      .toBe('transaction_verifications_another');
  });
});

describe('PV-2 the rung of a transaction', () => {
  it('is added to it, never written into it', async () => {
    const { id, payments: [it_ = '', other = ''] } = await paid('100', '50');
    expect(await rung(it_)).toBe('self_reported');
    const granted = permit(moneyPolicy.addEvidence, officer, { ...(await pledgeRef(id)), transaction_id: it_ });
    valueOf(await attachToTransaction(granted, { now: today }, { title: 'Bank statement', url: 'https://bank.example/statement', file: null, language: null }));
    expect([await rung(it_), await rung(other), (await evidenceOfTransaction(it_)).map(({ title }) => title)]).toEqual(['evidence_attached', 'self_reported', ['Bank statement']]);
    valueOf(await check(id, it_));
    expect(await rung(it_)).toBe('secretariat_checked');
    await expect(check(id, it_)).rejects.toThrow(Forbidden);
    valueOf(await check(id, it_, reviewer));
    expect([await rung(it_), (await looksAt(it_)).map((one) => one.rung)]).toEqual(['independently_verified', ['independently_verified', 'secretariat_checked']]);
    expect(await split(id)).toEqual({ independently_verified: '100', self_reported: '50' });
    expect((await database().selectFrom('transactions').select('verification').distinct().execute()).map((one) => one.verification)).toEqual(['self_reported']);
  });

  it('hides with its pledge, and so do its documents', async () => {
    const id = await pledge(where, { visibility: 'private' });
    const made = valueOf(await record(id, '2', '10'));
    expect([await findTransaction(anyone, made.id, { language: 'en', now: today }), await findTransaction(anyone, 'x', { language: 'en', now: today }), await findTransactionFile(anyone, newId(), { language: 'en', now: today })]).toEqual([undefined, undefined, undefined]);
    expect((await findTransaction(officer, made.id, { language: 'en', now: today }))?.value).toBe('10');
  });

  it('sums to what is disbursed, whatever was reversed', async () => {
    const { id, payments } = await paid('100', '50', '25');
    valueOf(await check(id, payments[0] ?? ''));
    valueOf(await reverse(id, payments[0] ?? ''));
    await raw(row(id, '3', '-5'));
    expect(await split(id)).toEqual({ self_reported: '70' });
  });
});
