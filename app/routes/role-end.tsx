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
import { useRoleName } from '#app/members/people/person-view';
import { findPerson } from '#app/members/people/queries.server';
import { endInput } from '#app/members/people/roles/input.server';
import { endRole } from '#app/members/people/roles/operations.server';
import { rolePolicy } from '#app/members/people/roles/policy';
import { findRole } from '#app/members/people/roles/queries.server';
import { paths } from '#app/paths';
import { isId } from '#app/platform/identity';
import { notFound } from '#app/platform/http/answers.server';

export const handle = { access: { loader: 'role:end', action: 'role:end' } };

type Params = Readonly<Record<string, string | undefined>>;

/** The role of the address, with the permit to end it. */
async function roleOf(viewer: PersonActor, params: Params, request: Request, context: AppLoadContext) {
  const person = await findPerson(viewer, params['id'] ?? '', { language: languageOf(request, viewer), now: context.now });
  const held = person?.roles.find((one) => one.id === params['role']);
  const found = person === undefined || held === undefined || !isId(held.id) ? undefined : await findRole(person.id, held.id);
  if (person === undefined || held === undefined || found === undefined) throw notFound();
  return { person, held, granted: permit(rolePolicy.end, viewer, found.subject) };
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { person, held } = await roleOf(await requireConfirmed(context, request), params, request, context);
  return { person: { id: person.id, name: person.name }, held: { role: held.role, scope: held.scope } };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireConfirmed(context, request);
  const { person, held, granted } = await roleOf(viewer, params, request, context);
  const reading = readForm(await fieldsOf(request), endInput, languageOf(request, viewer));
  if (!reading.ok) return reading.reply;
  const result = await endRole(granted, occasionOf(context, reading.submission), { role_id: held.id, reason: reading.value.reason });
  return result.ok ? redirect(viewer.id === person.id ? paths.my : paths.person(person.id), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.person.name);

export default function RoleEnd() {
  const { person, held } = useLoaderData<typeof loader>();
  const t = useText('accounts');
  const nameOf = useRoleName();
  return <Ending person={person} title={t('person.end_role')} what={nameOf(held)} consequence={t('person.end_role_note')} lastResult={useActionData<typeof action>()} />;
}
