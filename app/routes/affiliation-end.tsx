import { redirect, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { PersonActor } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requireConfirmed } from '#app/accounts/viewer.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useText } from '#app/languages/text';
import { Ending } from '#app/members/people/ending';
import { endAffiliation } from '#app/members/people/operations.server';
import { peoplePolicy } from '#app/members/people/policy';
import { findPerson } from '#app/members/people/queries.server';
import { endInput } from '#app/members/people/roles/input.server';
import { coalitionsOverOrganisation } from '#app/members/people/roles/queries.server';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';

export const handle = { access: { loader: 'affiliation:end', action: 'affiliation:end' } };

type Params = Readonly<Record<string, string | undefined>>;

/** The current affiliation of the address, with the permit to end it. */
async function placeOf(viewer: PersonActor, params: Params, request: Request, context: AppLoadContext) {
  const person = await findPerson(viewer, params['id'] ?? '', { language: languageOf(request, viewer), now: context.now });
  const place = person?.affiliations.find((one) => one.id === params['affiliation'] && one.until_on === null);
  if (person === undefined || place === undefined) throw notFound();
  const { organisation_id } = place;
  return { person, place, granted: permit(peoplePolicy.endAffiliation, viewer, { organisation_id, coalition_ids: await coalitionsOverOrganisation(organisation_id) }) };
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { person, place } = await placeOf(await requireConfirmed(context, request), params, request, context);
  return { person: { id: person.id, name: person.name }, place: place.name };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireConfirmed(context, request);
  const { person, place, granted } = await placeOf(viewer, params, request, context);
  const reading = readForm(await fieldsOf(request), endInput, languageOf(request, viewer));
  if (!reading.ok) return reading.reply;
  const result = await endAffiliation(granted, occasionOf(context, reading.submission), { affiliation_id: place.id, reason: reading.value.reason });
  return result.ok ? redirect(paths.person(person.id), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.person.name);

export default function AffiliationEnd() {
  const { person, place } = useLoaderData<typeof loader>();
  const t = useText('accounts');
  return <Ending person={person} title={t('person.end_place')} what={place} consequence={t('person.end_place_note')} lastResult={useActionData<typeof action>()} />;
}
