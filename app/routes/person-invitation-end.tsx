import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { revokeInvitation } from '#app/accounts/invitations/operations.server';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { peoplePolicy } from '#app/members/people/policy';
import { findPerson } from '#app/members/people/queries.server';
import { coalitionsOverOrganisation } from '#app/members/people/roles/queries.server';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';

export const handle = { access: { loader: 'signed_in', action: 'invitation:revoke' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requirePerson(context, request);
  return redirect(paths.person(params['id'] ?? ''), 303);
}

/** Takes the invitation back. Where it was answered meanwhile there is none, and the page shows that. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const person = await findPerson(viewer, params['id'] ?? '', { language: languageOf(request, viewer), now: context.now });
  if (person === undefined) throw notFound();
  const organisation_id = person.organisations[0]?.id ?? null;
  const granted = permit(peoplePolicy.revoke, viewer, { organisation_id, coalition_ids: await coalitionsOverOrganisation(organisation_id) });
  await revokeInvitation(granted, occasionOf(context), { person_id: person.id });
  return redirect(paths.person(person.id), 303);
}

export { Pressed as default, pressedMeta as meta } from '#app/site/pressed';
