import { permit } from '#app/access/permit';
import { approveReport } from '#app/reporting/reports/approvals/operations.server';
import { reportPolicy } from '#app/reporting/reports/policy';
import { askForReplies, giveReply, nameMember } from '#app/reporting/reports/replies/operations.server';
import { countryOf, type Cast } from './people.server';
import type { Promised } from './promises.server';
import { as, at, must } from './stage.server';
import { chapters, type Story } from './story';

interface Report {
  readonly id: string;
  readonly ref: string;
}

/** Those whom the report names read it first; one replies. Then the lead and another approve it. */
export async function repliedIn(story: Story, cast: Cast, report: Report, promised: readonly Promised[]): Promise<void> {
  const ref = { id: report.id, coalition_id: cast.coalition_id, status: 'review' };
  const [named, asked, replied] = [story.ago(chapters.reportFrozen - 13), story.ago(chapters.reportFrozen - 14), story.ago(chapters.reportFrozen - 20)];
  const player = promised[2]?.player ?? cast.others[0]!;
  const iso2 = countryOf(player);
  const party = { organisation_id: iso2 === null ? player.organisation_id : null, country_iso2: iso2 };
  const { id } = await must(nameMember(permit(reportPolicy.name, await as(cast.officer, named), ref), at(named), {
    position: 2, figure_key: 'standing', ...party, about: `Of the commitments that are off track, the longest delay is that of ${player.name}.`, language: 'en',
  }));
  await must(askForReplies(permit(reportPolicy.ask, await as(cast.officer, asked), ref), at(asked), { working_days: 10, nobody: null }));
  await must(giveReply(permit(reportPolicy.reply, await as(player.focal_point, replied), { ...ref, ...party, window_open: true }), at(replied), id, 1, {
    reply: 'The deliveries were held at the port for eleven weeks. They were released after the day of this report, and the schools are being connected now.', language: 'en',
  }));
  await approvedIn(story, cast, report.id, chapters.reportPublished + 6);
}

/** The lead approves for the secretariat, and on the next day another, because no group steers the coalition yet. */
export async function approvedIn(story: Story, cast: Cast, id: string, agoDays: number): Promise<void> {
  const ref = { id, coalition_id: cast.coalition_id, status: 'right_of_reply', chairs: [] };
  const [first, second] = [story.ago(agoDays), story.ago(agoDays - 1)];
  await must(approveReport(permit(reportPolicy.approve, await as(cast.lead, first), { ...ref, approvals: [] }), at(first)));
  await must(approveReport(permit(reportPolicy.approve, await as(cast.officer, second), { ...ref, approvals: [{ capacity: 'secretariat', person_id: cast.lead }] }), at(second)));
}
