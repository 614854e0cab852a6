import { sql } from 'kysely';
import { permit } from '#app/access/permit';
import { pledgePolicy } from '#app/financing/pledges/policy';
import { recordTransaction } from '#app/financing/transactions/operations.server';
import { cancelTranche, createTranche, payTranche } from '#app/financing/tranches/operations.server';
import { tranchePolicy } from '#app/financing/tranches/policy';
import { findTranche } from '#app/financing/tranches/queries.server';
import { moneyRefOf } from '#app/financing/verification/money.server';
import { attachToTransaction, verifyFigure, verifyTransaction } from '#app/financing/verification/operations.server';
import { moneyPolicy } from '#app/financing/verification/policy';
import { addDays } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import type { Cast } from './people.server';
import { as, at, must } from './stage.server';
import type { Story } from './story';

interface Told {
  readonly id: string;
  readonly ref: string;
  readonly recorded_by: string;
  readonly share: string;
  readonly payment: string;
}

/** How some pledges will be paid, with a tranche in each state, and who has looked at what was paid. */
export async function paymentsIn(story: Story, cast: Cast): Promise<void> {
  const found = await sql<Told>`
    select p.id, p.ref, p.recorded_by, round(p.amount * 0.1)::text as share, (select t.id from transactions t where t.pledge_id = p.id and t.type_code = '3' order by t.transaction_on limit 1) as payment
    from pledges p join transactions t on t.pledge_id = p.id
    where p.kind = 'cash' and p.status = 'partly_committed' and p.recorded_by is not null group by p.id
    having max(t.transaction_on) < ${story.dayAgo(75)}::date and coalesce(sum(t.value) filter (where t.type_code = '3'), 0) > 0
      and coalesce(sum(t.value) filter (where t.type_code = '2'), 0) - coalesce(sum(t.value) filter (where t.type_code = '3'), 0) >= p.amount * 0.2
    order by p.ref limit 8`.execute(database());
  for (const [number, pledge] of found.rows.entries()) {
    await plan(story, pledge, number);
    await look(story, cast, pledge, number);
  }
}

/** Five parts: one paid, one late or paid in part, one due soon, one planned on a condition, one that will not be paid. */
async function plan(story: Story, { id, ref, recorded_by, share }: Told, number: number): Promise<void> {
  const began = story.ago(70);
  const planned: string[] = [];
  for (const [days, condition] of [[-60, undefined], [-20, undefined], [21, undefined], [150, 'The report on the first part is accepted'], [240, undefined]] as const) {
    const granted = permit(tranchePolicy.create, await as(recorded_by, began), await pledgeRef(id));
    planned.push((await must(createTranche(granted, at(began), { amount: share, due_on: addDays(story.today, days), condition }))).id);
  }
  const [first = '', second = '', , , last = ''] = planned;
  await pay(story, recorded_by, first, share, 58);
  if (number % 2 === 1) await pay(story, recorded_by, second, String(Math.round(Number(share) / 2)), 18);
  if (number % 3 !== 0) return;
  const now = story.ago(30);
  const { subject } = await tranche(last, ref, now);
  await must(cancelTranche(permit(tranchePolicy.cancel, await as(recorded_by, now), subject), at(now), { reason: 'The second district joined another programme' }));
}

async function pay(story: Story, by: string, id: string, value: string, agoDays: number): Promise<void> {
  const now = story.ago(agoDays, 14);
  const { subject } = await tranche(id, id, now);
  const granted = permit(tranchePolicy.pay, await as(by, now), subject);
  await must(payTranche(granted, at(now), { value, transaction_on: story.dayAgo(agoDays), receiver: undefined, reference: undefined, description: undefined, excess_explanation: undefined }));
}

/** Documents for one payment, a look at another; of two pledges the figures, of which one has moved since. */
async function look(story: Story, cast: Cast, { id, ref, recorded_by, payment }: Told, number: number): Promise<void> {
  const now = story.ago(45);
  if (number % 4 === 0) {
    const seen = { method: 'document', note: 'The statements of the bank of the provider show the same payments on the same days.' } as const;
    await must(verifyFigure(permit(moneyPolicy.verifyFigure, await as(cast.reviewer, now), await moneyRefOf(database(), id)), at(now), undefined, seen));
  }
  if (number === 0) await later(story, recorded_by, id);
  if (number % 4 === 2) {
    const granted = permit(moneyPolicy.addEvidence, await as(recorded_by, now), { ...(await pledgeRef(id)), transaction_id: payment });
    await must(attachToTransaction(granted, at(now), { title: 'Confirmation of the bank', url: `https://documents.example/${ref}/transfer`, file: null, language: 'en' }));
  }
  if (number % 4 === 3) {
    const seen = { method: 'call', note: 'The treasury of the receiver named the same day and amount.' } as const;
    await must(verifyTransaction(permit(moneyPolicy.verify, await as(cast.officer, now), await moneyRefOf(database(), id, payment)), at(now), seen));
  }
}

/** A payment after the figures were verified. */
async function later(story: Story, by: string, id: string): Promise<void> {
  const now = story.ago(9);
  const { value } = (await sql<{ value: string }>`select round(amount * 0.05)::text as value from pledges where id = ${id}`.execute(database())).rows[0] ?? { value: '1' };
  await must(recordTransaction(permit(pledgePolicy.recordTransaction, await as(by, now), await pledgeRef(id)), at(now), {
    type_code: '3', transaction_on: story.dayAgo(9), value, receiver: undefined, reference: undefined, description: undefined, excess_explanation: undefined,
  }));
}

const pledgeRef = (id: string) => moneyRefOf(database(), id);

async function tranche(id: string, what: string, now: Date) {
  const found = await findTranche({ kind: 'system', name: 'demo' }, id, { language: 'en', now });
  if (found === undefined) throw new Error(`the story has no such tranche of ${what}`);
  return found;
}
