import { permit } from '#app/access/permit';
import type { Actor } from '#app/access/actor';
import { problem, type Problem } from '#app/access/result';
import type { Occasion } from '#app/access/transaction.server';
import { zones } from '#app/accounts/zones.server';
import type { Tx } from '#app/platform/database.server';
import { takeSessionsIn } from '#app/working-groups/meetings/intake.server';
import { programmePolicy } from '#app/working-groups/meetings/policy';
import { groupsForProgrammes } from '#app/working-groups/meetings/programmes.server';
import { identityOf } from './identity';
import type { MeetingRow } from './rows';
import { keyed, portal, settled, type Destination, type Intake } from './taken';

/** What a programme does not say of itself, as it was asked: the group by its reference, the zone by its IANA name. */
export interface AskedProgramme {
  readonly group: string | null;
  readonly zone: string | null;
}

/** Whose sessions a programme lists, and in which zone its hours are. */
export interface Programme {
  readonly working_group_id: string;
  readonly time_zone: string;
}

/** What was answered, or which answers are lacking: neither is ever guessed. */
export async function programmeOf(actor: Actor, { group, zone }: AskedProgramme, now: Date): Promise<{ readonly programme: Programme } | { readonly problems: readonly Problem[] }> {
  const chosen = (await groupsForProgrammes(actor, { language: 'en', now })).find(({ ref }) => ref === group);
  const time_zone = zones.find((one) => one === zone);
  if (chosen !== undefined && time_zone !== undefined) return { programme: { working_group_id: chosen.id, time_zone } };
  return { problems: [
    ...(chosen === undefined ? [problem('open-data:imports.programme.need_group', 'group')] : []),
    ...(time_zone === undefined ? [problem('open-data:imports.programme.need_zone', 'zone')] : []),
  ] };
}

/** Meetings of a programme: sessions of the group that was chosen. Another zone says that they are at another time. */
export async function takeMeetings(tx: Tx, occasion: Occasion, to: Destination, rows: readonly MeetingRow[]): Promise<Intake> {
  if (to.programme === null) throw new Error('the sessions of a programme belong to a group');
  const { working_group_id, time_zone } = to.programme;
  const origin = { ...to, source: `${to.source}/${working_group_id}` };
  return settled(rows, await takeSessionsIn(tx, permit(programmePolicy.take, portal, { working_group_id }), occasion, origin, time_zone, rows.map((row) => {
    const { source, content_hash, ...said } = keyed(row);
    return { ...said, content_hash: identityOf(content_hash, time_zone), notes: { source } };
  })));
}
