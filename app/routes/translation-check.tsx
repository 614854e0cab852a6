import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { may, permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { commitmentPolicy } from '#app/commitments/policy';
import { actInput } from '#app/commitments/review/input.server';
import { checkOf, translationRef } from '#app/commitments/translations/acts.server';
import { checkTranslation } from '#app/commitments/translations/operations.server';
import { TranslationPage } from '#app/commitments/translations/page';
import { translationPolicy } from '#app/commitments/translations/policy';
import { requireTranslation } from '#app/commitments/translations/request.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';

export const handle = { access: { loader: 'commitment_translation:check', action: 'commitment_translation:check' } };

async function asked(args: LoaderFunctionArgs) {
  const { text, ...found } = await requireTranslation(args);
  if (text === undefined) throw notFound();
  return { ...found, text, granted: permit(translationPolicy.check, found.viewer, translationRef(found.commitment, text)) };
}

/** The same page: whoever comes back to this address after a refusal still sees what there is to check. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, language: _, granted: __, ...found } = await asked(args);
  return { ...found, writes: may(commitmentPolicy.translate, viewer, found.commitment).allowed, check: checkOf(viewer, found.commitment, found.text) };
}

export async function action(args: ActionFunctionArgs) {
  const { language, commitment, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), actInput, language);
  if (!reading.ok) return reading.reply;
  const result = await checkTranslation(granted, occasionOf(args.context, reading.submission), reading.version);
  return result.ok ? redirect(paths.translations(commitment.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.commitment.title);

export default function TranslationCheck() {
  return <TranslationPage {...useLoaderData<typeof loader>()} last={useActionData<typeof action>()} />;
}
