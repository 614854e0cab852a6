import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { placeChoices } from '#app/commitments/choices.server';
import { ListOf } from '#app/countries/list-page';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { PlatformFilters } from '#app/registries/platforms/filter-form';
import { platformList } from '#app/registries/platforms/list';
import { nominatesSomewhere } from '#app/registries/platforms/policy';
import { listPlatforms, platformLanguages } from '#app/registries/platforms/queries.server';
import { platformTable } from '#app/registries/platforms/table';
import { usePlatformWords } from '#app/registries/platforms/words';
import { readState } from '#app/table/state';
import { ButtonLink } from '#app/ui/button';

export const handle = { access: { loader: 'public' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = { language: requireLanguage(params), now: context.now };
  const viewer = await context.viewer();
  const state = readState(platformList, new URL(request.url).searchParams);
  const [page, tags] = await Promise.all([listPlatforms(viewer, state, view), platformLanguages(viewer)]);
  const t = textFor(view.language, 'registries');
  return { state, page, tags, places: placeChoices(view.language), may: nominatesSomewhere(viewer), inside: viewer.kind === 'person', title: t('title'), description: t('list.lede') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

export default function Platforms() {
  const { state, page, tags, places, may, inside, title, description } = useLoaderData<typeof loader>();
  const t = useText('registries');
  const to = paths.in(useLocale().language);
  return (
    <ListOf
      of="list" t={t} say={usePlatformWords()} path={to.platforms()} spec={platformList} state={state} page={page} columns={platformTable} title={title} lede={description}
      beside={<>{may && <ButtonLink weight="second" href={paths.newPlatform(state.filters.country?.[0])}>{t('nominate')}</ButtonLink>}<a href={`${to.methods()}#platforms`}>{t('record.how')}</a></>}
    >
      <PlatformFilters state={state} places={places} tags={tags} inside={inside} />
    </ListOf>
  );
}
