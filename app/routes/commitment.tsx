import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { Actor } from '#app/access/actor';
import { attentionTo } from '#app/commitments/attention/queries.server';
import { AttentionSection } from '#app/commitments/attention/section';
import { amendmentsOf, type Amendment } from '#app/commitments/amendments/queries.server';
import { findDraft } from '#app/commitments/drafting/queries.server';
import { isFinal } from '#app/commitments/model';
import { commitmentPolicy } from '#app/commitments/policy';
import { actsOn } from '#app/commitments/record/acts.server';
import { Beside } from '#app/commitments/record/beside';
import { besideOf } from '#app/commitments/record/beside.server';
import { CommitmentChain } from '#app/commitments/record/chain';
import { Updates, WhoSaysSo } from '#app/commitments/record/claims';
import { Desk } from '#app/commitments/record/desk';
import { MoneySection } from '#app/commitments/record/money';
import { Opening } from '#app/commitments/record/opening';
import { ProgressSection } from '#app/commitments/record/progress';
import { FirstPromise, Goals } from '#app/commitments/record/promise';
import { findCommitment } from '#app/commitments/record/queries.server';
import type { CommitmentRecord } from '#app/commitments/record/model';
import type { View } from '#app/commitments/readable.server';
import { commitmentTrail } from '#app/commitments/record/trail';
import { safeguardsOf } from '#app/commitments/safeguards/queries.server';
import { SafeguardSection } from '#app/commitments/safeguards/section';
import { SuccessionNotices } from '#app/commitments/succession/notices';
import { successionOf } from '#app/commitments/succession/queries.server';
import { reportingOf } from '#app/financing/money/reporting.server';
import { recordsSomewhere } from '#app/financing/pledges/policy';
import { moneyBehind } from '#app/financing/pledges/behind.server';
import { FollowButton } from '#app/following/follow-button';
import { followingOf } from '#app/following/queries.server';
import { canonicalTag } from '#app/languages/content';
import { requireLanguage } from '#app/languages/request.server';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { notFound } from '#app/platform/http/answers.server';
import { historyFor } from '#app/records/history/queries.server';
import { Trail } from '#app/records/history/trail';
import { nextUpdateOn } from '#app/reporting/updates/next.server';
import { Contests } from '#app/reporting/verification/contests';
import { claimActsOn, contestsOf } from '#app/reporting/verification/queries.server';
import { recommendationsAnsweredBy } from '#app/working-groups/responses/queries.server';
import { AnswersSection } from '#app/working-groups/responses/section';

export const handle = { access: { loader: 'public' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const reporting = await reportingOf(request);
  const view = { language: requireLanguage(params), now: context.now, currency: reporting.currency };
  const viewer = await context.viewer();
  const said = canonicalTag(new URL(request.url).searchParams.get('text') ?? '');
  const record = await findCommitment(viewer, params['ref'] ?? '', view, said);
  if (record === undefined) throw notFound();
  const [{ pledges, total, inKind }, succession, amendments, safeguards, contests, claims, beside, attention, trail, following, responses] = await Promise.all([
    moneyBehind(viewer, record.id, view), successionOf(viewer, record, view), amendmentsOf(viewer, record), record.learner_data === true ? safeguardsOf(viewer, record) : [],
    contestsOf(record.id, view), claimActsOn(viewer, record.id), besideOf(viewer, record.id),
    isFinal(record.status) ? undefined : attentionTo(viewer, record, view),
    historyFor(commitmentPolicy.history, viewer, record, 'commitments', commitmentTrail), followingOf(viewer, { kind: 'commitment', id: record.id }), recommendationsAnsweredBy(viewer, record.id, view),
  ]);
  const acts = viewer.kind === 'person' ? actsOn(viewer, record) : {};
  const desk = Object.keys(acts).length === 0 ? undefined : await deskFacts(viewer, record, amendments, view);
  return {
    reporting, record, succession, amendments, safeguards, contests, claims, beside, attention, following, responses, pledges, total, inKind, trail, acts, desk,
    addPledge: !isFinal(record.status) && recordsSomewhere(viewer) ? paths.newPledge(record.ref) : undefined, today: dayOf(context.now), received: new URL(request.url).searchParams.has('received'),
  };
}

/** What those who work on it need beside the record: what is asked of it, and what is under way. */
async function deskFacts(viewer: Actor, record: CommitmentRecord, amendments: readonly Amendment[], view: View) {
  const [draft, next_update_on] = await Promise.all([
    record.status === 'returned' ? findDraft(viewer, record.ref, view) : undefined, record.status === 'published' ? nextUpdateOn(record.id, view) : null,
  ]);
  return { asked: draft?.remarks ?? [], ahead: { amendment_asked_on: amendments.find(({ status }) => status === 'asked')?.asked_on, next_update_on } };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.record.text.title ?? ''} | Concord` },
  { name: 'description', content: (data?.record.text.action ?? data?.record.text.title ?? '').slice(0, 300) },
];

export default function Commitment() {
  const { record, succession, amendments, safeguards, contests, claims, beside, attention, following, responses, pledges, total, inKind, trail, acts, desk, addPledge, today, received } = useLoaderData<typeof loader>();
  const working = Object.keys(acts).length > 0;
  return (
    <>
      <Opening record={record} />
      <FollowButton following={following} />
      <SuccessionNotices succession={succession} />
      {desk !== undefined && <Desk record={record} acts={acts} received={received} {...desk} />}
      <CommitmentChain record={record} money={total} />
      <ProgressSection record={record} today={today} />
      <FirstPromise record={record} amendments={amendments} />
      <Goals record={record} />
      <Beside record={record} beside={beside} acts={acts} today={today} />
      <SafeguardSection commitment={record} safeguards={safeguards} today={today} working={working} />
      <MoneySection commitmentRef={record.ref} pledges={pledges} total={total} inKind={inKind} addPledge={addPledge} />
      <WhoSaysSo record={record} working={acts.evidence === true} />
      <AnswersSection responses={responses} />
      <Contests commitment={record} contests={contests} acts={claims} />
      <Updates record={record} />
      {attention !== undefined && <AttentionSection attention={attention} lead={record.lead.name} />}
      <Trail acts={trail} words={commitmentTrail} />
    </>
  );
}
