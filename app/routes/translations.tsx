import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may } from '#app/access/permit';
import { privateMeta } from '#app/accounts/page-meta';
import { commitmentPolicy } from '#app/commitments/policy';
import { languageAsked } from '#app/commitments/translations/input.server';
import { TranslationsPage } from '#app/commitments/translations/list-page';
import { requireTranslated } from '#app/commitments/translations/request.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'commitment_translation:read' } };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, language, commitment, authoritative, texts } = await requireTranslated(args);
  const asked = languageAsked(new URL(args.request.url).searchParams, authoritative.language, language);
  if (asked.language !== undefined) throw redirect(paths.translation(commitment.ref, asked.language));
  return { commitment, authoritative, texts, asked: { value: asked.value, errors: asked.errors }, writes: may(commitmentPolicy.translate, viewer, commitment).allowed };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.commitment.title);

export default function Translations() {
  return <TranslationsPage {...useLoaderData<typeof loader>()} />;
}
