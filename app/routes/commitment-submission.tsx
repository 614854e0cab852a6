import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { findCommitmentRef } from '#app/commitments/reference.server';
import { submitCommitment } from '#app/commitments/review/operations.server';
import { actInput } from '#app/commitments/review/input.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';

export const handle = { access: { loader: 'signed_in', action: 'commitment:submit' } };

/** A submission begins where its answers are checked. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requirePerson(context, request);
  return redirect(paths.commitmentStep(params['ref'] ?? '', 'check'));
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(context, request);
  const language = languageOf(request, person);
  const commitment = await findCommitmentRef(person, params['ref'] ?? '', { language, now: context.now });
  if (commitment === undefined) throw notFound();
  const granted = permit(commitmentPolicy.submit, person, commitment);
  const reading = readForm(await fieldsOf(request), actInput, language);
  const result = await submitCommitment(granted, occasionOf(context, reading.ok ? reading.submission : undefined));
  // What is missing is listed where the answers are checked.
  return redirect(result.ok ? `${paths.in(language).commitment(commitment.ref)}?received` : `${paths.commitmentStep(commitment.ref, 'check')}#blocked`, 303);
}

export { Pressed as default, pressedMeta as meta } from '#app/site/pressed';
