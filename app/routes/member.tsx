import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { reportingOf } from '#app/financing/money/reporting.server';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { AdherencesSection } from '#app/members/adherences/section';
import { MemberHead } from '#app/members/organisations/record/head';
import { organisationPage } from '#app/members/organisations/record/page.server';
import { successorOf } from '#app/members/organisations/record/queries.server';
import { DuplicatesSection, FactsSection, MembershipsSection, PeopleSection, SeatsSection } from '#app/members/organisations/record/sections';
import { organisationTrail } from '#app/members/organisations/trail';
import { RungSplit } from '#app/commitments/rung-split';
import { PartyChain } from '#app/members/trail/chain';
import { ClausesSection } from '#app/members/trail/clauses';
import { DecisionsSection, EndorsementsSection, FiguresSection, ProgressSection } from '#app/members/trail/links';
import { MoneySection } from '#app/members/trail/money';
import { PromisesSection, PromiseStats } from '#app/members/trail/promises';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { notFound } from '#app/platform/http/answers.server';
import { Trail as History } from '#app/records/history/trail';
import { ProfileLink } from '#app/reporting/profiles/link';
import { profileOf } from '#app/reporting/profiles/queries.server';
import { OwnReportLink } from '#app/reporting/own-reports/link';
import { latestReportOn } from '#app/reporting/own-reports/subjects.server';
import { Crumbs } from '#app/ui/crumbs';
import { recommendedTo } from '#app/working-groups/responses/queries.server';
import { RecommendedSection } from '#app/working-groups/responses/section';
import { OriginLine } from '#app/ui/figure';

export const handle = { access: { loader: 'public' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const ref = params['ref'] ?? '';
  const reporting = await reportingOf(request);
  const viewer = await context.viewer();
  const page = await organisationPage(viewer, ref, { language, now: context.now, currency: reporting.currency });
  if (page === undefined) {
    const successor = await successorOf(ref);
    if (successor === undefined) throw notFound();
    throw redirect(paths.in(language).member(successor), 301);
  }
  const { name } = page.organisation;
  const profile = await profileOf(viewer, { kind: 'member', ref: page.organisation.ref }, { language, now: context.now });
  return { ...page, profile, report: await latestReportOn(viewer, { kind: 'member', code: ref, name }, context.now), responses: await recommendedTo(viewer, { organisation_id: page.organisation.id }, { language, now: context.now }), reporting, today: dayOf(context.now), title: name, description: textFor(language, 'members')('record.description', { name }) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

export default function Member() {
  const { organisation, profile, trail, history, money, pledges, duplicates, adherences, responses, report, may, today } = useLoaderData<typeof loader>();
  const t = useText('members');
  const { language } = useLocale();
  const to = paths.in(language);
  const { name, ref } = organisation;
  const { by, beside } = trail;
  const parties = organisation.ids.map((id) => `organisation:${id}`);
  return (
    <>
      <Crumbs above={[{ href: to.members(), label: t('list.title') }]} here={<bdi>{ref}</bdi>} />
      <MemberHead organisation={organisation} promises={by} mayEdit={may.edit} />
      <ProfileLink profile={profile} />
      <OwnReportLink report={report} />
      <PartyChain trail={trail} money={money.given.total} label={t('record.chain', { name })} />
      {by.count > 0 && <PromiseStats promises={by} />}
      {by.count > 0 && <div className="pt-8 pb-32"><OriginLine coverage={{ known: by.updated, of: by.count, what: t('record.coverage') }} asOf={today} note={<a href={to.methods()}>{t('trail.how')}</a>} /></div>}
      <RungSplit split={by.rungs} href={(verification) => to.commitments({ lead: ref, verification })} />
      <EndorsementsSection trail={trail} name={name} />
      <ClausesSection trail={trail} by={t('record.led')} beside={t('record.partnered')} />
      <PromisesSection id="by" own title={t('record.by')} note={t('record.by_note')} promises={by} all={to.commitments({ lead: ref })} none={t('record.by_none', { name })} />
      <PromisesSection id="partner" title={t('record.beside')} note={t('record.beside_note')} promises={beside} none={t('record.beside_none', { name })} />
      <MoneySection
        note={t('record.money_note')} caption={t('record.money_caption', { name })} none={t('record.no_pledge', { name })}
        lines={[{ label: t('record.given'), money: money.given, filters: { provider: parties } }, { label: t('record.received'), money: money.received, filters: { recipient: parties } }]}
        pledges={pledges.rows} pledgesCaption={t('record.pledges', { name })} all={{ filters: { provider: `organisation:${organisation.id}` }, count: pledges.count, unconverted: pledges.unconverted }}
      />
      <DecisionsSection trail={trail} />
      <RecommendedSection responses={responses} />
      <ProgressSection trail={trail} />
      <FiguresSection trail={trail} />
      <MembershipsSection memberships={organisation.memberships} acts={may.acts} admission={may.admit ? paths.memberAdmission(ref) : undefined} />
      <AdherencesSection adherences={adherences} recordable={organisation.memberships.filter(({ id }) => may.acts[id]?.includes('adherences'))} revocable={may.revoke} />
      <PeopleSection organisation={organisation} handOver={may.handOver} />
      <SeatsSection seats={organisation.seats} />
      <FactsSection organisation={organisation} />
      <DuplicatesSection organisationRef={ref} duplicates={duplicates} />
      <History acts={history} words={organisationTrail} />
    </>
  );
}
