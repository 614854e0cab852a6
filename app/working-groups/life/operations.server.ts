import { sql } from 'kysely';
import { personOf } from '#app/access/actor';
import type { Permit, PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { endGivenRolesIn } from '#app/members/people/roles/seated.server';
import { secretariatOf } from '#app/members/people/readers.server';
import type { GroupAct } from '#app/paths';
import { addDays, dayOf } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { sitsIn } from '#app/working-groups/actions/owners.server';
import { closeBacklog } from '#app/working-groups/backlog/items.server';
import { lapseOnEnd } from '#app/working-groups/decisions/lapsing.server';
import { beginning, followOffices } from '#app/working-groups/seats/offices.server';
import { ends, inTheWay, lackWords, leadsTo } from './model';
import { peopleOfGroup, tellOfStep, type Told } from './notices.server';
import type { LifeRef, lifePolicy } from './policy';
import { lackingOn, openActionsOf, standingOf, takersOf } from './queries.server';
import { takeStep } from './steps.server';

type Done = Promise<Result<{ ref: string }>>;

const lockLife = (tx: Tx, id: string) => tx.selectFrom('working_groups').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirstOrThrow();
type Row = Awaited<ReturnType<typeof lockLife>> & Awaited<ReturnType<typeof takersOf>>;

/** What comes with a step besides its day. */
interface Coming {
  readonly people: readonly string[];
  readonly heir_id?: string | null;
  readonly actions?: Told['actions'];
}

/** GL-1: under the lock and as its reader saw it, one step on; it leaves its row, and those on seats are told. */
function step(granted: Permit<string, LifeRef>, occasion: Occasion, version: number, act: GroupAct, prepare: (tx: Tx, row: Row) => Promise<Result<Coming>>, reason?: string): Done {
  return inTransaction(granted, occasion, async (tx) => {
    const { actor } = granted;
    const row: Row = { ...(await lockLife(tx, granted.subject.id)), ...(await takersOf(tx, granted.subject.id)) };
    granted.again(row);
    if (row.version !== version) return refused(problem('form:problems.changed_meanwhile'));
    const coming = await prepare(tx, row);
    if (!coming.ok) return coming;
    const { people, heir_id = null, actions } = coming.value;
    const status = leadsTo[act];
    await takeStep(tx, row.id, status, { by: personOf(actor), now: occasion.now, heir_id, ...(reason === undefined ? {} : { reason }) });
    await tx.updateTable('working_groups').set({ status, version: row.version + 1, ...(ends(act) ? { ended_on: dayOf(occasion.now) } : {}) }).where('id', '=', row.id).execute();
    await tellOfStep(tx, actor, row, people, { status, ...(reason === undefined ? {} : { reason }), ...(actions === undefined ? {} : { actions }) }, occasion.now);
    return done({ ref: row.ref });
  });
}

const seatedPeople = async (tx: Tx, row: Row, { now }: Occasion): Promise<Result<Coming>> => done({ people: await peopleOfGroup(tx, row, now) });

/** GL-2: charters what somebody else has proposed. */
export const approveCharter = (granted: PermitFor<typeof lifePolicy.charter>, occasion: Occasion, version: number): Done =>
  step(granted, occasion, version, 'charter', async (tx, row) =>
    done({ people: [...await peopleOfGroup(tx, row, occasion.now), ...(row.proposed_by === null ? [] : [row.proposed_by])] }));

/** GL-3: a group begins its work with somebody in the chair and a seat that votes. */
export const commenceGroup = (granted: PermitFor<typeof lifePolicy.commencement>, occasion: Occasion, version: number): Done =>
  step(granted, occasion, version, 'commencement', async (tx, row) => {
    const [first, ...others] = (await lackingOn(tx, row.id, occasion.now)).map((lack) => problem(lackWords[lack]));
    if (first !== undefined) return refused(first, ...others);
    return seatedPeople(tx, row, occasion);
  });

/** The group writes what came of its work; it still meets. */
export const takeToReport = (granted: PermitFor<typeof lifePolicy.reporting>, occasion: Occasion, version: number): Done =>
  step(granted, occasion, version, 'reporting', (tx, row) => seatedPeople(tx, row, occasion));

export interface EndForm {
  readonly reason: string;
  /** To whom the open actions go; they stay with their owners where nobody is named. */
  readonly heir_id: string | null;
}

/** GL-3: its work is done and told. */
export const concludeGroup = (granted: PermitFor<typeof lifePolicy.conclusion>, occasion: Occasion, version: number, form: EndForm): Done =>
  step(granted, occasion, version, 'conclusion', (tx, row) => end(tx, granted, occasion, row, 'conclusion', form), form.reason);

/** GL-3: it ends before its work is done; a proposal is dropped. */
export const dissolveGroup = (granted: PermitFor<typeof lifePolicy.dissolution>, occasion: Occasion, version: number, form: EndForm): Done =>
  step(granted, occasion, version, 'dissolution', (tx, row) => end(tx, granted, occasion, row, 'dissolution', form), form.reason);

/** GL-6: what ends with a group: seats and offices with this day, proposals and provisional decisions; its open actions go on. */
async function end(tx: Tx, granted: Permit<string, LifeRef>, occasion: Occasion, row: Row, act: 'conclusion' | 'dissolution', { reason, heir_id }: EndForm): Promise<Result<Coming>> {
  const { now } = occasion;
  const standing = await standingOf(tx, row.id, now);
  const [first, ...others] = inTheWay(act, standing).map((kind) => problem(`working-groups:life.wrong.${kind}`, undefined, { refs: standing[kind].join(', ') }));
  if (first !== undefined) return refused(first, ...others);
  if (heir_id !== null && !(await canInherit(tx, row, heir_id, now))) return refused(problem('form:errors.choose', 'heir_id'));
  const actions = await openActionsOf(tx, row.id);
  const people = [...await peopleOfGroup(tx, row, now), ...actions.map((one) => one.owner_id), ...(heir_id === null ? [] : [heir_id])];
  await passActions(tx, actions.filter((one) => one.owner_id !== heir_id).map((one) => one.id), heir_id, reason);
  await lapseOnEnd(tx, row.id);
  await closeBacklog(tx, row.id, reason, personOf(granted.actor), now);
  await endSeats(tx, row.id, dayOf(now));
  await followOffices(tx, granted, occasion, row.id, reason);
  await endGivenRolesIn(tx, row.id, beginning(addDays(dayOf(now), 1)), reason);
  const heir = heir_id === null ? null : (await tx.selectFrom('people').select('name').where('id', '=', heir_id).executeTakeFirstOrThrow()).name;
  return done({ people, heir_id: actions.length === 0 ? null : heir_id, actions: { count: actions.length, heir } });
}

const canInherit = async (tx: Tx, { id, coalition_id }: Row, person: string, now: Date): Promise<boolean> =>
  (await sitsIn(tx, id, person, dayOf(now))) || (await secretariatOf(tx, coalition_id, now)).includes(person);

async function passActions(tx: Tx, ids: readonly string[], owner_id: string | null, reason: string): Promise<void> {
  if (owner_id === null || ids.length === 0) return;
  await tx.updateTable('action_items').set((row) => ({ owner_id, reason, version: row('version', '+', 1) })).where('id', 'in', [...ids]).execute();
}

/** Seats end with the day; of those to come, only what a session or a vote has found stays. */
async function endSeats(tx: Tx, groupId: string, today: string): Promise<void> {
  await sql`delete from seats x where x.working_group_id = ${groupId} and x.from_on > ${today}::date
    and not exists (select from session_seats f where f.seat_id = x.id) and not exists (select from ballot_seats f where f.seat_id = x.id)`.execute(tx);
  await sql`update seats set until_on = greatest(from_on, ${today}::date), version = version + 1 where working_group_id = ${groupId} and (until_on is null or until_on > ${today}::date)`.execute(tx);
}
