import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may } from '#app/access/permit';
import { BudgetSection } from '#app/countries/budgets/section';
import { IndicatorsSection } from '#app/countries/indicators/section';
import { RungSplit } from '#app/commitments/rung-split';
import { placeOfCountry } from '#app/countries/place.server';
import { PlanSection } from '#app/countries/plan/section';
import { ExchangeSection } from '#app/countries/requests/section';
import { CountryHead } from '#app/countries/head';
import { countryPage } from '#app/countries/record.server';
import { roomPolicy } from '#app/countries/room/policy';
import { CountryFactsSection, CountryMoneySection, NationalSection } from '#app/countries/sections';
import { addSums } from '#app/financing/ladder/model';
import { reportingOf } from '#app/financing/money/reporting.server';
import { FollowButton } from '#app/following/follow-button';
import { followingOf } from '#app/following/queries.server';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { PartyChain } from '#app/members/trail/chain';
import { ClausesSection } from '#app/members/trail/clauses';
import { DecisionsSection, EndorsementsSection, FiguresSection, ProgressSection } from '#app/members/trail/links';
import { PromisesSection, PromiseStats } from '#app/members/trail/promises';
import { fileOf, paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { notFound } from '#app/platform/http/answers.server';
import { OwnReportLink } from '#app/reporting/own-reports/link';
import { latestReportOn } from '#app/reporting/own-reports/subjects.server';
import { PlatformsSection } from '#app/registries/platforms/section';
import { ProfileLink } from '#app/reporting/profiles/link';
import { profileOf } from '#app/reporting/profiles/queries.server';
import { ButtonLink } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { recommendedTo } from '#app/working-groups/responses/queries.server';
import { RecommendedSection } from '#app/working-groups/responses/section';
import { OriginLine } from '#app/ui/figure';

export const handle = { access: { loader: 'public' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const asked = params['iso2'] ?? '';
  const iso2 = asked.toUpperCase();
  const viewer = await context.viewer();
  const reporting = await reportingOf(request);
  const page = await countryPage(viewer, iso2, { language, now: context.now, currency: reporting.currency });
  if (page === undefined) throw notFound();
  if (asked !== iso2) throw redirect(paths.in(language).country(iso2), 301);
  const { name } = page.country;
  const place = viewer.kind === 'person' ? await placeOfCountry(iso2) : undefined;
  const profile = await profileOf(viewer, { kind: 'country', ref: iso2 }, { language, now: context.now });
  return { ...page, profile, report: await latestReportOn(viewer, { kind: 'country', code: iso2, name }, context.now), responses: await recommendedTo(viewer, { country_iso2: iso2 }, { language, now: context.now }), reporting, following: await followingOf(viewer, { kind: 'country', id: iso2 }), mayEnter: place !== undefined && may(roomPolicy.enter, viewer, place).allowed, today: dayOf(context.now), title: name, description: textFor(language, 'countries')('record.description', { name }) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

export default function Country() {
  const { country, profile, trail, money, pledges, budgets, plan, exchange, standings, platforms, coalition, groups, responses, following, report, mayEnter, today } = useLoaderData<typeof loader>();
  const t = useText('countries');
  const { language } = useLocale();
  const to = paths.in(language);
  const { name, iso2, region, region_m49 } = country;
  const { by, beside } = trail;
  return (
    <>
      <Crumbs above={[{ href: to.countries(), label: t('list.title') }, ...(region === null ? [] : [{ href: to.countries({ region: region_m49 ?? '' }), label: region }])]} here={name} />
      <CountryHead country={country} trail={trail} coalition={coalition} />
      <FollowButton following={following} />
      {mayEnter && <p className="noprint"><ButtonLink weight="second" href={paths.countryRoom(iso2)}>{t('room.enter')}</ButtonLink></p>}
      <p className="small noprint"><a href={fileOf(to.country(iso2), 'pdf')}>{t('profile.download')}</a></p>
      <ProfileLink profile={profile} />
      <OwnReportLink report={report} />
      <PartyChain trail={trail} money={addSums(money.domestic.total, money.incoming.total)} label={t('record.chain', { name })} />
      {by.count > 0 && <PromiseStats promises={by} />}
      {by.count > 0 && <div className="pt-8 pb-32"><OriginLine coverage={{ known: by.updated, of: by.count, what: t('record.coverage') }} asOf={today} note={<a href={to.methods()}>{t('list.how')}</a>} /></div>}
      <RungSplit split={by.rungs} href={(verification) => to.commitments({ lead: iso2, verification })} />
      <EndorsementsSection trail={trail} name={name} />
      <ClausesSection trail={trail} by={t('record.by_short', { name })} beside={t('record.for_short', { name })} />
      <PlanSection plan={plan} name={name} />
      <PromisesSection id="by" own title={t('record.by', { name })} note={t('record.by_note')} promises={by} all={to.commitments({ lead: iso2 })} none={t('record.by_none', { name })} />
      <PromisesSection id="for" title={t('record.for', { name })} note={t('record.for_note', { name })} promises={beside} all={to.commitments({ country: iso2 })} none={t('record.for_none', { name })} />
      <CountryMoneySection country={country} money={money} pledges={pledges} />
      <BudgetSection budgets={budgets} iso2={iso2} name={name} />
      <ExchangeSection exchange={exchange} iso2={iso2} name={name} />
      <PlatformsSection platforms={platforms} iso2={iso2} name={name} />
      <DecisionsSection trail={trail} />
      <RecommendedSection responses={responses} />
      <ProgressSection trail={trail} />
      <FiguresSection trail={trail} />
      <IndicatorsSection standings={standings} iso2={iso2} />
      <NationalSection country={country} coalition={coalition} groups={groups} />
      <CountryFactsSection country={country} />
    </>
  );
}
