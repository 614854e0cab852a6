import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { followInput } from '#app/following/input.server';
import { follow } from '#app/following/operations.server';
import { followPolicy } from '#app/following/policy';
import { findSubject } from '#app/following/subjects.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths, safeNext } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';

export const handle = { access: { loader: 'signed_in', action: 'follow:change' } };

/** The collection is read on its page. */
export const loader = () => redirect(paths.following, 303);

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(context, request);
  const reading = readForm(await fieldsOf(request), followInput, languageOf(request, person));
  if (!reading.ok) throw notFound();
  const subject = await findSubject(person, reading.value, context);
  if (subject === undefined) throw notFound();
  const result = await follow(permit(followPolicy.change, person, { person_id: person.id, ...subject }), occasionOf(context, reading.submission));
  // More than one can follow: the page of all that is followed says so.
  return redirect(result.ok ? (safeNext(reading.value.back) ?? paths.following) : `${paths.following}?full`, 303);
}

export { Pressed as default, pressedMeta as meta } from '#app/site/pressed';
