import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { languageOf, requireConfirmed } from '#app/accounts/viewer.server';
import { pressed } from '#app/frameworks/endorsements/input.server';
import { publishEndorsement } from '#app/frameworks/endorsements/operations.server';
import { endorsementPolicy } from '#app/frameworks/endorsements/policy';
import { findEndorsement } from '#app/frameworks/endorsements/queries.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';

export const handle = { access: { loader: 'public', action: 'endorsement:publish' } };

/** The address of an act is no page: it leads to the record. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return redirect(paths.in(languageOf(request, await context.viewer())).endorsement(params['ref'] ?? ''));
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireConfirmed(context, request);
  const language = languageOf(request, viewer);
  const record = await findEndorsement(viewer, params['ref'] ?? '', { language, now: context.now });
  if (record === undefined) throw notFound();
  const granted = permit(endorsementPolicy.publish, viewer, record);
  const reading = readForm(await fieldsOf(request), pressed, language);
  if (!reading.ok) return reading.reply;
  const result = await publishEndorsement(granted, occasionOf(context, reading.submission));
  if (!result.ok) throw reading.answer(result.problems);
  return redirect(paths.in(language).endorsement(record.ref), 303);
}

export { Pressed as default, pressedMeta as meta } from '#app/site/pressed';
