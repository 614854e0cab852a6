import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { endInput } from '#app/following/input.server';
import { unfollow } from '#app/following/operations.server';
import { followPolicy } from '#app/following/policy';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths, safeNext } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { isId } from '#app/platform/identity';

export const handle = { access: { loader: 'signed_in', action: 'follow:change' } };

export const loader = () => redirect(paths.following, 303);

/** What is stopped already stays so: a second press is answered as the first. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(context, request);
  const reading = readForm(await fieldsOf(request), endInput, languageOf(request, person));
  const follow_id = params['id'] ?? '';
  if (!reading.ok || !isId(follow_id)) throw notFound();
  await unfollow(permit(followPolicy.change, person, { person_id: person.id, follow_id }), occasionOf(context, reading.submission));
  return redirect(safeNext(reading.value.back) ?? paths.following, 303);
}

export { Pressed as default, pressedMeta as meta } from '#app/site/pressed';
