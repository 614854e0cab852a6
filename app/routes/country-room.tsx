import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may, permit } from '#app/access/permit';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { budgetPolicy } from '#app/countries/budgets/policy';
import { BudgetSection } from '#app/countries/budgets/section';
import { IndicatorsSection } from '#app/countries/indicators/section';
import { placeOfCountry } from '#app/countries/place.server';
import { PlanSection } from '#app/countries/plan/section';
import { requestPolicy } from '#app/countries/requests/policy';
import { roomPolicy } from '#app/countries/room/policy';
import { roomOf } from '#app/countries/room/record.server';
import { RoomDue, RoomExchange, RoomSessions } from '#app/countries/room/sections';
import { CountryMoneySection, NationalSection } from '#app/countries/sections';
import { useLocale, useText } from '#app/languages/text';
import { PromisesSection, PromiseStats } from '#app/members/trail/promises';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { notFound } from '#app/platform/http/answers.server';
import { nominatesSomewhere } from '#app/registries/platforms/policy';
import { PlatformsSection } from '#app/registries/platforms/section';
import { ButtonLink } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Links } from '#app/ui/links';
import { findCountry } from '#db/reference/countries';

export const handle = { access: { loader: 'country:room' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const iso2 = params['iso2'] ?? '';
  if (findCountry(iso2) === undefined) throw notFound();
  const place = await placeOfCountry(iso2);
  permit(roomPolicy.enter, viewer, place ?? { country_iso2: iso2, coalition_ids: [] });
  const room = await roomOf(viewer, iso2, { language: languageOf(request, viewer), now: context.now });
  if (room === undefined) throw notFound();
  return { ...room, today: dayOf(context.now), mayNominate: nominatesSomewhere(viewer), mayWrite: place !== undefined && may(requestPolicy.write, viewer, place).allowed, mayBudget: place !== undefined && may(budgetPolicy.record, viewer, place).allowed };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.country.name);

/** The parts of the room, by their anchors. */
const places = ['due', 'plan', 'requests', 'platforms', 'by', 'for', 'money', 'budget', 'sessions', 'indicators'] as const;

export default function CountryRoom() {
  const { country, trail, money, pledges, budgets, plan, standings, platforms, coalition, groups, due, requests, waiting, sessions, today, mayWrite, mayBudget, mayNominate } = useLoaderData<typeof loader>();
  const t = useText('countries');
  const to = paths.in(useLocale().language);
  const { iso2, name } = country;
  const { by, beside } = trail;
  return (
    <>
      <Crumbs above={[{ href: to.countries(), label: t('list.title') }, { href: to.country(iso2), label: name }]} here={t('room.title')} />
      <Head tight kick={t('room.kick')} title={t('room.of', { name })} lede={due.length === 0 ? t('room.nothing_due') : t('room.lede', { count: due.length })}>
        {mayWrite && <ButtonLink href={paths.newRequest({ country: iso2 })}>{t('requests.write')}</ButtonLink>}
        <a href={to.country(iso2)}>{t('room.public_page')}</a>
      </Head>
      <nav aria-label={t('room.contents')}><Links entries={places.map((id) => ({ href: `#${id}`, label: t(`room.jump.${id}`) }))} /></nav>
      <RoomDue due={due} today={today} />
      <PlanSection plan={plan} name={name} />
      <RoomExchange requests={requests} waiting={waiting} iso2={iso2} mayWrite={mayWrite} />
      <PlatformsSection platforms={platforms} iso2={iso2} name={name} nominate={mayNominate} />
      {by.count > 0 && <PromiseStats promises={by} />}
      <PromisesSection id="by" own title={t('record.by', { name })} note={t('record.by_note')} promises={by} all={to.commitments({ lead: iso2 })} none={t('record.by_none', { name })} />
      <PromisesSection id="for" title={t('record.for', { name })} note={t('record.for_note', { name })} promises={beside} all={to.commitments({ country: iso2 })} none={t('record.for_none', { name })} />
      <CountryMoneySection country={country} money={money} pledges={pledges} />
      <BudgetSection budgets={budgets} iso2={iso2} name={name} edit={mayBudget} />
      <RoomSessions sessions={sessions} />
      <IndicatorsSection standings={standings} iso2={iso2} edit={mayWrite} />
      <NationalSection country={country} coalition={coalition} groups={groups} />
    </>
  );
}
