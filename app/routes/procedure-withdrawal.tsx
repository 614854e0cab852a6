import { redirect, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { ActPage, fieldIn } from '#app/form/act-page';
import { TextArea } from '#app/form/field';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { withdrawalInput } from '#app/working-groups/decisions/ballots/input.server';
import { withdrawProcedure } from '#app/working-groups/operations.server';
import { procedurePolicy } from '#app/working-groups/procedures/policy';
import { findProcedure, procedureRef } from '#app/working-groups/procedures/queries.server';

export const handle = { access: { loader: 'procedure:withdraw', action: 'procedure:withdraw' } };

async function asked({ request, params, context }: { request: Request; params: LoaderFunctionArgs['params']; context: AppLoadContext }) {
  const person = await requirePerson(context, request);
  const language = languageOf(request, person);
  const facts = await findProcedure(person, params['ref'] ?? '', { language, now: context.now });
  if (facts === undefined) throw notFound();
  return { language, procedure: facts.procedure, granted: permit(procedurePolicy.withdraw, person, procedureRef(facts)) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { procedure: { ref, title } } = await asked(args);
  return { ref, title };
}

export async function action(args: ActionFunctionArgs) {
  const { language, procedure, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), withdrawalInput, language);
  if (!reading.ok) return reading.reply;
  const result = await withdrawProcedure(granted, occasionOf(args.context, reading.submission), reading.value.reason);
  return result.ok ? redirect(paths.in(language).procedure(procedure.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function ProcedureWithdrawal() {
  const { ref, title } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('working-groups');
  const { language } = useLocale();
  const up = { href: paths.in(language).procedure(ref), label: ref };
  return (
    <ActPage above={[up]} act={t('procedure.withdraw')} lede={<bdi>{title}</bdi>} follows={t('procedure.withdraw_follows')} back={up} last={last}>
      <TextArea {...fieldIn(last)('reason')} label={t('ballot.withdraw_reason')} maxLength={4000} required />
    </ActPage>
  );
}
