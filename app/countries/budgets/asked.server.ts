import type { LoaderFunctionArgs } from '@remix-run/node';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { notFound } from '#app/platform/http/answers.server';
import { countryName, findCountry } from '#db/reference/countries';
import { placeOfCountry } from '../place.server';
import type { BudgetLineRef } from './policy';
import { findBudgetLine } from './queries.server';

type Asked = Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>;

/** Who asks, and about the budget of which country: the start of every act on one. */
export async function askedBudget({ request, params, context }: Asked) {
  const viewer = await requirePerson(context, request);
  const language = languageOf(request, viewer);
  const iso2 = params['iso2'] ?? '';
  if (findCountry(iso2) === undefined) throw notFound();
  const place = (await placeOfCountry(iso2)) ?? { country_iso2: iso2, coalition_ids: [] };
  return { viewer, language, view: { language, now: context.now }, place, about: { iso2, country: countryName(iso2, language) } };
}

/** The same with the line of the address, where they may read it. */
export async function askedLine(args: Asked) {
  const asked = await askedBudget(args);
  const line = await findBudgetLine(asked.viewer, asked.about.iso2, args.params['line'] ?? '', asked.view);
  if (line === undefined) throw notFound();
  const subject: BudgetLineRef = { ...asked.place, id: line.id, withdrawn: line.withdrawn_on !== null };
  return { ...asked, line, subject };
}
