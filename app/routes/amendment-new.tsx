import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { AmendmentFields } from '#app/commitments/amendments/form';
import { amendmentChecked, amendmentOf } from '#app/commitments/amendments/input.server';
import { askAmendment } from '#app/commitments/amendments/operations.server';
import { amendmentPolicy } from '#app/commitments/amendments/policy';
import { promisedIn } from '#app/commitments/amendments/promised.server';
import { standingValues, typedValues } from '#app/commitments/amendments/values';
import { placeChoices } from '#app/commitments/choices.server';
import { requireCommitment } from '#app/commitments/request.server';
import { ActPage } from '#app/commitments/review/act-page';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { database } from '#app/platform/database.server';

export const handle = { access: { loader: 'amendment:ask', action: 'amendment:ask' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, ...found } = await requireCommitment(args);
  return { ...found, granted: permit(amendmentPolicy.ask, viewer, found.commitment) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language, commitment } = await asked(args);
  return { commitment, standing: standingValues(await promisedIn(database(), commitment.id)), countries: placeChoices(language).countries };
}

export async function action(args: ActionFunctionArgs) {
  const { language, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), amendmentChecked(dayOf(args.context.now)), language);
  if (!reading.ok) return reading.reply;
  const result = await askAmendment(granted, occasionOf(args.context, reading.submission), reading.version, amendmentOf(reading.value));
  return result.ok ? redirect(paths.amendment(result.value.ref, result.value.number), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.commitment.title);

export default function AmendmentNew() {
  const { commitment, standing, countries } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  return (
    <ActPage act="amendment" commitment={commitment} version={commitment.version} last={last}>
      <AmendmentFields value={typedValues(last) ?? standing} countries={countries} last={last} />
    </ActPage>
  );
}
