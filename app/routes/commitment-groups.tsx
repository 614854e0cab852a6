import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { groupsInput } from '#app/commitments/groups/input.server';
import { addGroups } from '#app/commitments/groups/operations.server';
import { groupAddingPolicy } from '#app/commitments/groups/policy';
import { groupsOf } from '#app/commitments/groups/queries.server';
import { requireCommitment } from '#app/commitments/request.server';
import { ActPage } from '#app/commitments/review/act-page';
import { CheckList } from '#app/form/choice-field';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { BENEFICIARY_GROUPS } from '#db/reference/beneficiary-groups';

export const handle = { access: { loader: 'beneficiary:add', action: 'beneficiary:add' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, ...found } = await requireCommitment(args);
  return { ...found, granted: permit(groupAddingPolicy.add, viewer, found.commitment) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { commitment } = await asked(args);
  return { commitment, standing: await groupsOf(commitment.id) };
}

export async function action(args: ActionFunctionArgs) {
  const { language, commitment, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), groupsInput, language);
  if (!reading.ok) return reading.reply;
  const result = await addGroups(granted, occasionOf(args.context, reading.submission), reading.value.groups);
  return result.ok ? redirect(`${paths.in(language).commitment(commitment.ref)}#goals`, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.commitment.title);

export default function CommitmentGroups() {
  const { commitment, standing } = useLoaderData<typeof loader>();
  const { language } = useLocale();
  const last = useActionData<typeof action>();
  const t = useText('commitments');
  const left = BENEFICIARY_GROUPS.filter(({ code }) => !standing.includes(code));
  return (
    <ActPage act="groups" commitment={commitment} last={last}>
      <CheckList name="groups" label={t('form.groups')} choices={left.map(({ code, name }) => ({ value: code, label: name[language] }))} errors={last?.error?.['groups'] ?? undefined} />
    </ActPage>
  );
}
