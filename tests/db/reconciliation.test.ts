import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anyone, type PersonActor } from '#app/access/actor';
import { Forbidden, permit } from '#app/access/permit';
import { signTransaction } from '#app/access/transaction.server';
import { dueReceipts } from '#app/financing/reconciliation/due.server';
import { receiptList } from '#app/financing/reconciliation/list';
import { acceptReply, confirmPayments, contestPayment, correctPayment, pairPayment, replyToReceiver, withdrawReceipt } from '#app/financing/reconciliation/operations.server';
import { pairsFor } from '#app/financing/reconciliation/pairs.server';
import { receiptPolicy } from '#app/financing/reconciliation/policy';
import { actsOf, findReceipt, listReceipts, sumReceipts, tallyReceipts } from '#app/financing/reconciliation/queries.server';
import { receiptsWork, tellOfReceipts } from '#app/financing/reconciliation/sending.server';
import type { PaymentRow } from '#app/financing/reconciliation/payments.server';
import { database } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { readState } from '#app/table/state';
import { desk, give, holder, openWorld, otherDesk, person, place, story, valueOf } from './accounts-world';
import { personActor } from '#app/accounts/viewer.server';
import { bank, day, pledge, record, reverse, today, type Place } from './financing-world';

let world: Awaited<ReturnType<typeof openWorld>>;
let where: Place;
let giver: PersonActor;
let kenya: PersonActor;
let pledged: string;

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  await world.truncate();
  where = await bank();
  giver = await withMail('org_admin', { organisation_id: where.provider_organisation_id });
  kenya = await withMail('country_coordinator', { country_iso2: 'KE' });
  pledged = await pledge(where, { amount: '10000', recipients: [{ party: { organisation_id: null, country_iso2: 'KE' }, share: '100' }] });
  valueOf(await record(pledged, '2', '10000'));
});
afterAll(() => world.close());

const since = day('2025-01-01');
async function withMail(role: 'org_admin' | 'country_coordinator', scope: { organisation_id?: string | null; country_iso2?: string }): Promise<PersonActor> {
  const id = await person(`Holder of ${role}`, since, { mail: `${role}-${newId().slice(-6)}@example.org`, organisation_id: scope.organisation_id ?? null });
  await give(id, role, since, scope);
  return personActor(id, today);
}

const view = { language: 'en', now: today } as const;
const paid = async (value = '100', change: Parameters<typeof record>[3] = {}): Promise<string> => valueOf(await record(pledged, '3', value, change)).id;
const found = async (id: string): Promise<PaymentRow> => (await findReceipt(story, id, view)) ?? expect.fail('the payment is there');
const now = { now: today };
const words = 'Nothing of it arrived here.';
const confirm = async (by: PersonActor, ids: readonly string[], more: { evidence?: string; submission?: string } = {}) => {
  const rows = await Promise.all(ids.map(found));
  return confirmPayments(rows.map((row) => ({ permit: permit(receiptPolicy.confirm, by, row), seen: row.version })), { now: today, submission: more.submission }, { language: 'en', evidence: more.evidence });
};
const correct = async (by: PersonActor, id: string, received: string, more: object = {}, seen?: number) => correctPayment(permit(receiptPolicy.correct, by, await found(id)), now, seen, { received, language: 'en', ...more });
const contest = async (by: PersonActor, id: string, seen?: number) => contestPayment(permit(receiptPolicy.contest, by, await found(id)), now, seen, { words, language: 'en' });
const reply = async (by: PersonActor, id: string) => replyToReceiver(permit(receiptPolicy.reply, by, await found(id)), now, undefined, { words: 'The bank kept ten as its fee.', language: 'en' });
const accept = async (by: PersonActor, id: string, received: string) => acceptReply(permit(receiptPolicy.accept, by, await found(id)), now, undefined, { received, language: 'en' });
const mails = async () => (await database().selectFrom('outbox_mails').select(['person_id', 'props']).where('thread', 'like', 'receipt%').orderBy('id').execute()).map((mail) => ({ to: mail.person_id, subject: (mail.props as { subject: string }).subject, entries: (mail.props as { entries?: unknown[] }).entries?.length }));

describe('what both sides say', () => {
  it('is asked of the receiver that the payment names, else of the only recipient of its pledge', async () => {
    const other = await place('organisation', 'A school network');
    const [plain, named] = [await paid(), await paid('50', { receiver: { organisation_id: other, country_iso2: null } })];
    expect(await found(plain)).toMatchObject({ receiver_country_iso2: 'KE', receiver: 'Kenya', state: 'unpaired', confirmed: '0' });
    expect(await found(named)).toMatchObject({ receiver_organisation_id: other, receiver_country_iso2: null, receiver: 'A school network' });
  });

  it('stands side by side until it is explained, and after it, with everything that was said', async () => {
    const id = await paid();
    valueOf(await correct(kenya, id, '90', { receipt_amount: '11610', receipt_currency: 'KES', received_on: '2026-02-04', reference: 'CBK 77', words: 'Ten are missing.' }));
    expect(await found(id)).toMatchObject({ state: 'amount_differs', received: '90', confirmed: '90', said: { words: 'Ten are missing.', receipt_currency: 'KES', receipt_amount: '11610', reference: 'CBK 77' }, reply: null });
    valueOf(await reply(giver, id));
    expect(await found(id)).toMatchObject({ state: 'amount_differs', replied: true, reply: { words: 'The bank kept ten as its fee.' } });
    valueOf(await accept(kenya, id, '90'));
    expect(await found(id)).toMatchObject({ state: 'explained', received: '90', value: '100', confirmed: '90', accepted: { on: '2026-03-01' } });
    expect((await actsOf({ transaction_id: id })).map(({ act, state }) => [act, state])).toEqual([['correct', 'amount_differs'], ['reply', 'amount_differs'], ['accept', 'explained']]);
    valueOf(await contest(kenya, id));
    expect(await found(id)).toMatchObject({ state: 'contested', received: null, replied: false, reply: null, accepted: null, confirmed: '0' });
    valueOf(await withdrawReceipt(permit(receiptPolicy.withdraw, kenya, await found(id)), now, undefined, { words: 'It was found after all.', language: 'en' }));
    expect(await found(id)).toMatchObject({ state: 'unpaired', received: null });
    await expect(database().transaction().execute(async (tx) => {
      await signTransaction(tx, story, 'test', now);
      await tx.updateTable('reconciliation_acts').set({ words: 'never said' }).execute();
    })).rejects.toMatchObject({ constraint_name: 'reconciliation_acts_append_only' });
  });

  it('is refused at its field where it cannot be', async () => {
    const id = await paid();
    const codes = async (received: string, more: object = {}) => {
      const answer = await correct(kenya, id, received, more);
      return answer.ok ? [] : answer.problems.map(({ code, field }) => [code.split('.').at(-1), field]);
    };
    expect(await codes('0')).toEqual([['nothing_received', 'received']]);
    expect(await codes('1.001')).toEqual([['decimals', 'received']]);
    expect(await codes('1', { received_on: '2026-03-02' })).toEqual([['future_date', 'received_on']]);
    expect(await codes('1', { receipt_currency: 'USD', receipt_amount: '1' })).toEqual([['receipt_currency', 'receipt_currency']]);
    expect(await codes('1', { receipt_currency: 'XQQ', receipt_amount: '1' })).toEqual([['receipt_currency', 'receipt_currency']]);
    expect(await codes('1', { receipt_currency: 'JPY', receipt_amount: '1.5' })).toEqual([['decimals', 'receipt_amount']]);
    expect(await codes('1', { receipt_currency: 'JPY' })).toEqual([['positive_amount', 'receipt_amount']]);
    expect(await found(id)).toMatchObject({ state: 'unpaired', version: 0 });
  });
});

describe('RC-4 and RC-5, who says it', () => {
  it('lets the secretariat speak in the receiver’s name, on evidence, and says so', async () => {
    const [id, officer] = [await paid(), await otherDesk()];
    expect(await correct(officer, id, '90')).toMatchObject({ ok: false, problems: [{ field: 'evidence' }] });
    expect(await confirm(officer, [id])).toMatchObject({ ok: false, problems: [{ field: 'evidence' }] });
    valueOf(await confirm(officer, [id], { evidence: 'Letter of the ministry, 3 March' }));
    expect(await found(id)).toMatchObject({ state: 'matched', said: { on_behalf: true, evidence: 'Letter of the ministry, 3 March' } });
    const own = await paid();
    valueOf(await confirm(kenya, [own], { evidence: 'not needed' }));
    expect(await found(own)).toMatchObject({ said: { on_behalf: false, evidence: null } });
  });

  it('lets nobody be both sides', async () => {
    const id = await paid();
    // Who recorded the payment does not say that it arrived.
    await expect(desk().then((recorder) => confirm(recorder, [id], { evidence: 'A letter' }))).rejects.toMatchObject({ reason: 'access:reasons.not_your_own' });
    await expect(confirm(giver, [id])).rejects.toMatchObject({ reason: 'financing:reasons.receiver_or_secretariat' });
    const both = await person('Of both sides', since, { organisation_id: where.provider_organisation_id });
    await give(both, 'org_admin', since, { organisation_id: where.provider_organisation_id });
    await give(both, 'country_coordinator', since, { country_iso2: 'KE' });
    const actor = await personActor(both, today);
    await expect(confirm(actor, [id])).rejects.toMatchObject({ reason: 'financing:reasons.both_sides' });
    valueOf(await contest(kenya, id));
    await expect(reply(actor, id)).rejects.toBeInstanceOf(Forbidden);
    await expect(reply(kenya, id)).rejects.toMatchObject({ reason: 'financing:reasons.provider' });
    valueOf(await reply(giver, id));
  });

  it('lets another than the recorder confirm what a country pays to itself', async () => {
    const home = { ...where, provider_organisation_id: null, provider_country_iso2: 'KE' };
    pledged = await pledge(home, { amount: '500', recipients: [{ party: { organisation_id: null, country_iso2: 'KE' }, share: '100' }] });
    const treasury = await holder('focal_point', since, { country_iso2: 'KE' });
    valueOf(await record(pledged, '2', '500', {}, treasury));
    const id = valueOf(await record(pledged, '3', '500', {}, treasury)).id;
    await expect(confirm(treasury, [id])).rejects.toMatchObject({ reason: 'access:reasons.not_your_own' });
    valueOf(await confirm(kenya, [id]));
    expect((await found(id)).state).toBe('matched');
  });
});

describe('several at once', () => {
  it('confirms each alone, with a trail of its own, and names what it could not', async () => {
    const [one, two, three, four] = [await paid('1'), await paid('2'), await paid('3'), await paid('4')];
    const rows = await Promise.all([one, two, three, four].map(found));
    const granted = rows.map((row) => ({ permit: permit(receiptPolicy.confirm, kenya, row), seen: row.version }));
    valueOf(await contest(kenya, two));
    valueOf(await reverse(pledged, three));
    const { confirmed, refused } = valueOf(await confirmPayments(granted, now, { language: 'en' }));
    expect([...confirmed].toSorted()).toEqual([one, four].toSorted());
    expect(refused.map(({ id, code }) => [id, code]).toSorted()).toEqual([[two, 'form:problems.changed_meanwhile'], [three, 'access:reasons.not_now']].toSorted());
    const trail = await database().selectFrom('audit_log').select('record_id').where('table_name', '=', 'reconciliations').where('rule', '=', 'receipt:confirm').execute();
    expect(trail.map(({ record_id }) => record_id).toSorted()).toEqual([one, four].toSorted());
  });

  it('answers a form that comes twice once', async () => {
    const [id, submission] = [await paid(), newId()];
    const row = await found(id);
    const granted = [{ permit: permit(receiptPolicy.confirm, kenya, row), seen: row.version }];
    const answers = await Promise.all([1, 2].map(() => confirmPayments(granted, { now: today, submission }, { language: 'en' })));
    for (const answer of answers) expect(valueOf(answer)).toEqual({ confirmed: [id], refused: [] });
    expect(await actsOf({ transaction_id: id })).toHaveLength(1);
  });
});

describe('two at once', () => {
  it('lets one of two editors through', async () => {
    const id = await paid();
    const answers = await Promise.all([contest(kenya, id, 0), correct(kenya, id, '90', {}, 0)]);
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ problems: [{ code: 'form:problems.changed_meanwhile' }] });
    expect(await actsOf({ transaction_id: id })).toHaveLength(1);
  });

  it('lets a confirmation and a reversal follow each other, either first', async () => {
    for (let turn = 0; turn < 6; turn += 1) {
      const id = await paid();
      const row = await found(id);
      const granted = [{ permit: permit(receiptPolicy.confirm, kenya, row), seen: row.version }];
      const [said, back] = await Promise.all([confirmPayments(granted, now, { language: 'en' }), reverse(pledged, id)]);
      expect(back.ok).toBe(true);
      const after = await found(id);
      expect(after.reversed).toBe(true);
      expect(after.state).toBe(valueOf(said).confirmed.length === 1 ? 'matched' : 'unpaired');
    }
    // Reversed payments are out of every list and sum.
    expect(await sumReceipts(anyone, {}, view)).toEqual([]);
    expect((await listReceipts(anyone, readState(receiptList, new URLSearchParams()), view)).rows).toEqual([]);
  });
});

describe('lists', () => {
  it('show what the filters ask for, add up, and keep what is not public away', async () => {
    const hidden = await pledge(where, { visibility: 'private', recipients: [{ party: { organisation_id: null, country_iso2: 'KE' }, share: '100' }] });
    valueOf(await record(hidden, '2', '10'));
    valueOf(await record(hidden, '3', '10'));
    const [one, two, three] = [await paid('100'), await paid('200', { transaction_on: '2025-12-31' }), await paid('300')];
    valueOf(await confirm(kenya, [one]));
    valueOf(await correct(kenya, two, '150'));
    valueOf(await contest(kenya, three));
    await paid('400');
    const list = async (query: string, viewer: Parameters<typeof listReceipts>[0] = anyone) => (await listReceipts(viewer, readState(receiptList, new URLSearchParams(query)), view)).rows.map(({ value }) => value);
    expect((await list('')).toSorted()).toEqual(['100', '200', '300', '400']);
    expect(await list('state=contested')).toEqual(['300']);
    expect(await list('state=contested&state=matched&sort=date')).toHaveLength(2);
    expect(await list('year=2025')).toEqual(['200']);
    expect(await list('receiver=country:KE&provider=country:KE')).toEqual([]);
    expect(await list(`provider=organisation:${where.provider_organisation_id ?? ''}`)).toHaveLength(4);
    expect(await list('receiver=nonsense')).toEqual([]);
    expect(await list('', kenya)).toHaveLength(4);
    expect(await list('', giver)).toHaveLength(5);
    expect(await sumReceipts(anyone, {}, view)).toEqual([{ currency: 'USD', count: 4, value: '1000', confirmed: '250', no_record: '400', differs: '50', contested: '300' }]);
    expect(await tallyReceipts(anyone, { state: ['contested'] }, view)).toEqual([{ state: 'unpaired', count: 1 }, { state: 'matched', count: 1 }, { state: 'amount_differs', count: 1 }, { state: 'contested', count: 1 }]);
    expect(await findReceipt(anyone, (await database().selectFrom('transactions').select('id').where('pledge_id', '=', hidden).where('type_code', '=', '3').executeTakeFirstOrThrow()).id, view)).toBeUndefined();
  });
});

describe('RC-8 published accounts', () => {
  async function published(change: { value?: string; currency?: string; on?: string; type?: string; provider?: string | null; country?: string; provider_activity?: string | null } = {}): Promise<string> {
    const [activity_id, id] = [newId(), newId()];
    await database().transaction().execute(async (tx) => {
      await signTransaction(tx, story, 'test', now);
      await tx.insertInto('activities').values({ id: activity_id, iati_identifier: `XX-${activity_id.slice(-8)}` }).execute();
      await tx.insertInto('activity_countries').values({ activity_id, country_iso2: change.country ?? 'KE' }).execute();
      await tx.insertInto('transactions').values({
        id, activity_id, type_code: change.type ?? '1', transaction_on: change.on ?? '2026-02-10', value_on: change.on ?? '2026-02-10', value: change.value ?? '99.5', currency: change.currency ?? 'USD',
        provider_name: change.provider === undefined ? 'Meridian Development Bank' : change.provider, provider_activity: change.provider_activity ?? null,
      }).execute();
    });
    return id;
  }
  it('are proposed where currency, amount, day and parties or activity match, and for nothing else', async () => {
    const id = await paid();
    const fits = await published();
    await published({ value: '98.9' });
    await published({ currency: 'EUR' });
    await published({ on: '2025-12-30' });
    await published({ type: '3' });
    await published({ provider: 'Somebody else' });
    await published({ country: 'UG' });
    expect((await pairsFor({ transaction_id: id }, 'en')).map((one) => one.id)).toEqual([fits]);
    const named = await published({ provider: null, country: 'UG', value: '100', on: '2026-02-28' });
    await database().transaction().execute(async (tx) => {
      await signTransaction(tx, story, 'test', now);
      await tx.updateTable('pledges').set({ iati_identifier: 'XX-1-LINKS' }).where('id', '=', pledged).execute();
    });
    expect((await pairsFor({ transaction_id: id }, 'en')).map((one) => one.id)).toEqual([fits]);
    const cited = await published({ provider: null, country: 'UG', provider_activity: 'XX-1-LINKS', value: '100' });
    expect((await pairsFor({ transaction_id: id }, 'en')).map((one) => [one.id, one.by_activity])).toEqual([[cited, true], [fits, false]]);
    expect(named).not.toBe(cited);
  });

  it('are taken by a person, once, and counted never beside the payment', async () => {
    const [one, two, account] = [await paid(), await paid(), await published()];
    const pair = async (id: string, with_id: string) => pairPayment(permit(receiptPolicy.pair, kenya, await found(id)), now, undefined, { pair_id: with_id, language: 'en' });
    expect(await pair(one, newId())).toMatchObject({ ok: false, problems: [{ field: 'pair' }] });
    valueOf(await pair(one, account));
    expect(await found(one)).toMatchObject({ state: 'amount_differs', received: '99.5', pair: { on: '2026-02-10' } });
    expect(await pair(two, account)).toMatchObject({ ok: false, problems: [{ field: 'pair' }] });
    expect(await pairsFor({ transaction_id: two }, 'en')).toEqual([]);
    expect(await sumReceipts(anyone, {}, view)).toMatchObject([{ count: 2, value: '200', confirmed: '99.5', differs: '0.5', no_record: '100' }]);
    // What the receiver says itself takes the place of the pair, which is free again.
    valueOf(await confirm(kenya, [one]));
    expect((await found(one)).pair).toBeNull();
    valueOf(await pair(two, account));
  });
});

describe('RC-9 letters', () => {
  it('go to the other side at once, and never to who acts', async () => {
    const id = await paid();
    valueOf(await correct(kenya, id, '90'));
    valueOf(await reply(giver, id));
    valueOf(await contest(kenya, id));
    valueOf(await confirm(kenya, [id]));
    expect((await mails()).map(({ to, subject }) => [to, subject])).toEqual([
      [giver.id, 'Kenya says USD 90 arrived, not USD 100'], [kenya.id, 'Meridian Development Bank replies about a payment of USD 100'], [giver.id, 'Kenya contests a payment of USD 100'],
    ]);
  });

  it('tell the receiver once a day of all that was recorded, and remind after 30 and 60 days, also where nobody ran for days', async () => {
    const at = (text: string) => day(text);
    const ran = (text: string) => database().insertInto('jobs').values({ id: newId(), kind: receiptsWork, payload: {}, run_at: at(text), unique_key: `${receiptsWork}:${text}`, status: 'done', settled_at: at(text) }).execute();
    const run = async (text: string) => {
      const before = (await mails()).length;
      await tellOfReceipts(at(text));
      await tellOfReceipts(at(text));
      await ran(text);
      return (await mails()).slice(before).map(({ to, entries }) => [to, entries]);
    };
    const [first] = [await paid('1'), await paid('2'), await paid('3')];
    expect(await run('2026-03-01')).toEqual([]);
    expect(await run('2026-03-02')).toEqual([[kenya.id, 3]]);
    expect(await run('2026-03-03')).toEqual([]);
    valueOf(await confirm(kenya, [first]));
    // Nobody ran from 4 March to 4 April: 31 March, the 30th day, is made good.
    expect(await run('2026-04-05')).toEqual([[kenya.id, 2]]);
    expect(await run('2026-04-06')).toEqual([]);
    expect(await run('2026-05-02')).toEqual([[kenya.id, 2]]);
    expect(await run('2026-06-30')).toEqual([]);
    const late = { language: 'en', now: at('2026-06-30') } as const;
    expect((await dueReceipts(kenya, late)).map(({ title, due_on }) => [title, due_on])).toEqual([['2 payments reported about Kenya wait for your word', '2026-03-31']]);
    expect((await dueReceipts(await otherDesk(), late)).map(({ title }) => title)).toEqual(['2 payments have had no answer for 60 days']);
    expect(await dueReceipts(await otherDesk(), view)).toEqual([]);
  });

  it('remind the provider of words that nobody replied to', async () => {
    valueOf(await contest(kenya, await paid()));
    await database().insertInto('jobs').values({ id: newId(), kind: receiptsWork, payload: {}, run_at: today, unique_key: `${receiptsWork}:2026-03-05`, status: 'done', settled_at: today }).execute();
    await tellOfReceipts(day('2026-04-02'));
    expect((await mails()).at(-1)).toEqual({ to: giver.id, subject: 'Receivers wait for your reply', entries: 1 });
    expect((await dueReceipts(giver, { language: 'en', now: day('2026-04-02') })).map(({ title }) => title)).toEqual(['The receiver of one payment of Meridian Development Bank waits for your reply']);
  });
});

it('keeps the row of a payment that was ever answered', async () => {
  const id = await paid();
  valueOf(await confirm(kenya, [id]));
  await expect(database().transaction().execute(async (tx) => {
    await signTransaction(tx, story, 'test', now);
    await sql`delete from reconciliations`.execute(tx);
  })).rejects.toMatchObject({ constraint_name: 'reconciliations_append_only' });
});
