import type { AppLoadContext, LoaderFunctionArgs } from '@remix-run/node';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { notFound } from '#app/platform/http/answers.server';
import { countryName, findCountry } from '#db/reference/countries';
import { findIndicator } from '#db/reference/indicators';
import { placeOfCountry } from '../place.server';
import { figuresOf, type KeptFigure } from './queries.server';

/** Who asks, about which indicator of which country, and what stands there: the start of every act on one. */
export async function askedIndicator({ request, params, context }: { readonly request: Request; readonly params: LoaderFunctionArgs['params']; readonly context: AppLoadContext }) {
  const viewer = await requirePerson(context, request);
  const language = languageOf(request, viewer);
  const iso2 = params['iso2'] ?? '';
  const indicator = findIndicator(params['code'] ?? '');
  if (findCountry(iso2) === undefined || indicator === undefined) throw notFound();
  const place = (await placeOfCountry(iso2)) ?? { country_iso2: iso2, coalition_ids: [] };
  const figures = await figuresOf(viewer, iso2, indicator.code, { language, now: context.now });
  const opened = openedIn(figures, new URL(request.url).searchParams);
  return { viewer, language, place, figures, opened, about: { iso2, country: countryName(iso2, language), code: indicator.code, name: indicator.name[language], unit: indicator.unit } };
}

/** The figure that the address opens, to be corrected. */
function openedIn(figures: readonly KeptFigure[], asked: URLSearchParams): KeptFigure | undefined {
  return figures.find((one) => one.figure === asked.get('figure') && String(one.year) === asked.get('year') && one.disaggregation === (asked.get('disaggregation') ?? 'total'));
}
