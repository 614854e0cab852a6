import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { PersonActor } from '#app/access/actor';
import { Forbidden, may, permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requireConfirmed } from '#app/accounts/viewer.server';
import { nameCoalitions } from '#app/coalitions/queries.server';
import { clauseChoices } from '#app/commitments/choices.server';
import type { View } from '#app/commitments/readable.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { textFor } from '#app/languages/catalogues.server';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { CharterForm } from '#app/working-groups/chartering/form';
import { charterInput } from '#app/working-groups/chartering/input.server';
import { proposeGroup } from '#app/working-groups/operations.server';
import { groupPolicy } from '#app/working-groups/policy';

export const handle = { access: { loader: 'group:propose', action: 'group:propose' } };

/** The coalitions in which this person may propose a group. */
async function coalitionsFor(person: PersonActor, view: View) {
  const own = (await nameCoalitions(view)).filter(({ id, status }) => status !== 'closed' && may(groupPolicy.propose, person, { coalition_id: id }).allowed);
  if (own.length === 0) throw new Forbidden(groupPolicy.propose.name, 'access:reasons.secretariat_only');
  return own;
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requireConfirmed(context, request);
  const view = { language: languageOf(request, person), now: context.now };
  const coalitions = (await coalitionsFor(person, view)).map(({ id, name, slug }) => ({ value: id, label: name, slug }));
  const wanted = new URL(request.url).searchParams.get('coalition');
  const coalition = (coalitions.find(({ slug }) => slug === wanted) ?? coalitions[0])?.value;
  return { title: textFor(view.language, 'working-groups')('charter.act'), choices: { coalitions: coalitions.map(({ value, label }) => ({ value, label })), coalition, clauses: await clauseChoices(person, view.language), today: dayOf(view.now) } };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requireConfirmed(context, request);
  const view = { language: languageOf(request, person), now: context.now };
  const coalitions = await coalitionsFor(person, view);
  const reading = readForm(await fieldsOf(request), charterInput(view.language), view.language);
  if (!reading.ok) return reading.reply;
  const { coalition_id, form, first } = reading.value;
  const known = new Set((await clauseChoices(person, view.language)).map(({ id }) => id));
  if (!coalitions.some(({ id }) => id === coalition_id)) return reading.answer([{ code: 'form:errors.choose', field: 'coalition_id' }]);
  if (!form.nodes.every((id) => known.has(id))) return reading.answer([{ code: 'form:errors.choose', field: 'nodes' }]);
  const result = await proposeGroup(permit(groupPolicy.propose, person, { coalition_id }), occasionOf(context, reading.submission), form, first);
  return result.ok ? redirect(paths.in(view.language).workingGroup(result.value.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function GroupNew() {
  return <CharterForm choices={useLoaderData<typeof loader>().choices} last={useActionData<typeof action>()} />;
}
