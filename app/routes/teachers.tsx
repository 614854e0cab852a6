import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { requireCommitment } from '#app/commitments/request.server';
import { involvementsOf, teachersInput } from '#app/commitments/teachers/input.server';
import { sayTeachers } from '#app/commitments/teachers/operations.server';
import { TeachersPage } from '#app/commitments/teachers/page';
import { teacherPolicy } from '#app/commitments/teachers/policy';
import { involvementsIn } from '#app/commitments/teachers/queries.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'teacher:say', action: 'teacher:say' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, ...found } = await requireCommitment(args);
  return { ...found, granted: permit(teacherPolicy.say, viewer, found.commitment) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { commitment } = await asked(args);
  return { commitment, involvements: await involvementsIn(commitment.id) };
}

export async function action(args: ActionFunctionArgs) {
  const { language, commitment, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), teachersInput, language);
  if (!reading.ok) return reading.reply;
  const result = await sayTeachers(granted, occasionOf(args.context, reading.submission), reading.version, involvementsOf(reading.value));
  return result.ok ? redirect(`${paths.in(language).commitment(commitment.ref)}#teachers`, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.commitment.title);

export default function Teachers() {
  return <TeachersPage {...useLoaderData<typeof loader>()} last={useActionData<typeof action>()} />;
}
