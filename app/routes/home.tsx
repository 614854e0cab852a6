import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { anyone } from '#app/access/actor';
import { openRequests } from '#app/countries/requests/open.server';
import { OpenSection } from '#app/countries/requests/section';
import { moneyOfCommitments } from '#app/financing/ladder/queries.server';
import { CoveredCountries } from '#app/frameworks/coverage/countries';
import { placesBy } from '#app/frameworks/coverage/places.server';
import { linesByCountry } from '#app/frameworks/coverage/queries.server';
import { declarationCode } from '#app/frameworks/model';
import { textFor } from '#app/languages/catalogues.server';
import { formatNumber } from '#app/languages/format';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { Groups } from '#app/site/home/groups';
import { leastFirst, lineBounds } from '#app/site/home/model';
import { MoneySteps } from '#app/site/home/money';
import { Opening } from '#app/site/home/opening';
import { countGroups, countStandings, latestUpdates, sumMoney } from '#app/site/home/queries.server';
import { LatestUpdates } from '#app/site/home/updates';
import { WalkSection } from '#app/site/home/walk';
import { findWalk } from '#app/site/home/walk.server';
import { Links } from '#app/ui/links';
import { Section } from '#app/ui/section';
import { BENEFICIARY_GROUPS } from '#db/reference/beneficiary-groups';

export const handle = { access: { loader: 'public' } };

/** What everybody may see, whoever looks: the figures of the public. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const view = { language: requireLanguage(params), now: context.now };
  const [counts, groups, money, walk, updates, coverage, requests] = await Promise.all([
    countStandings(anyone, view), countGroups(anyone, view), sumMoney(anyone, view), findWalk(anyone, view), latestUpdates(anyone, view), linesByCountry(anyone, declarationCode, view), openRequests(anyone, {}, view, 3),
  ]);
  const walked = walk === undefined ? undefined : (await moneyOfCommitments(anyone, [walk.id], view)).get(walk.id)?.total;
  const t = textFor(view.language, 'site');
  return {
    counts, money, walk, walked, updates, requests, today: dayOf(context.now), title: t('home.title'), description: t('home.description'),
    groups: leastFirst(BENEFICIARY_GROUPS.map(({ code }) => code), groups), lines: coverage.lines, regions: placesBy(coverage.covered, view.language),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

export default function Home() {
  const { counts, groups, money, walk, walked, updates, requests, lines, regions, today } = useLoaderData<typeof loader>();
  const t = useText('site');
  const { language } = useLocale();
  const [covered, states] = [regions.reduce((sum, region) => sum + region.covered, 0), regions.reduce((sum, region) => sum + region.of, 0)];
  return (
    <>
      <Opening counts={counts} today={today} />
      <Groups groups={groups} of={counts.total} today={today} />
      <MoneySteps money={money} today={today} />
      {walk !== undefined && <WalkSection walk={walk} money={walked} />}
      <LatestUpdates updates={updates} />
      <OpenSection open={requests} all={paths.in(language).requests()} note={t('home.requests_note')} />
      <Section id="coverage" title={t('home.countries.title')} note={t('home.countries.note', { count: lines, shown: formatNumber(language, lines) })}>
        <CoveredCountries
          regions={regions} bounds={lineBounds(lines)} of={lines} mean={t('home.countries.mean')}
          finding={t('home.countries.finding', { count: covered, shown: formatNumber(language, covered), total: formatNumber(language, states), none: formatNumber(language, states - covered) })}
        />
        <Links entries={[{ href: paths.in(language).coverage(), label: t('home.countries.map') }]} />
      </Section>
    </>
  );
}
