import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { reinstatePerson } from '#app/accounts/suspension/operations.server';
import { languageOf, requireConfirmed, requirePerson } from '#app/accounts/viewer.server';
import { findPerson } from '#app/members/people/queries.server';
import { suspensionPolicy } from '#app/members/people/suspension/policy';
import { personOver } from '#app/members/people/suspension/queries.server';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';

export const handle = { access: { loader: 'signed_in', action: 'person:reinstate' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requirePerson(context, request);
  return redirect(paths.person(params['id'] ?? ''), 303);
}

/** Lets somebody in again. Who is no longer suspended needs nothing, and the page shows that. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireConfirmed(context, request);
  const person = await findPerson(viewer, params['id'] ?? '', { language: languageOf(request, viewer), now: context.now });
  if (person === undefined) throw notFound();
  await reinstatePerson(permit(suspensionPolicy.reinstate, viewer, await personOver(person.id, context.now)), occasionOf(context));
  return redirect(paths.person(person.id), 303);
}

export { Pressed as default, pressedMeta as meta } from '#app/site/pressed';
