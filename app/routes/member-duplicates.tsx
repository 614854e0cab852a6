import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Forbidden, permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { ErrorSummary } from '#app/form/error-summary';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { summaryOf } from '#app/form/summary';
import { textFor } from '#app/languages/catalogues.server';
import { useText } from '#app/languages/text';
import { DuplicateForm } from '#app/members/duplicates/form';
import { decisionInput } from '#app/members/duplicates/input.server';
import { keepApart, mergeOrganisations } from '#app/members/duplicates/operations.server';
import { duplicatePolicy } from '#app/members/duplicates/policy';
import { findOpenPair, openDuplicatesOf, seesDuplicates } from '#app/members/duplicates/queries.server';
import { findOrganisation } from '#app/members/organisations/record/queries.server';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { Empty } from '#app/ui/empty';
import { Head } from '#app/ui/head';

export const handle = { access: { loader: 'duplicate:decide', action: 'duplicate:decide' } };

async function asked({ request, params, context }: Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>) {
  const person = await requirePerson(context, request);
  const language = languageOf(request, person);
  const organisation = await findOrganisation(person, params['ref'] ?? '', { language, now: context.now });
  if (organisation === undefined) throw notFound();
  if (!seesDuplicates(person)) throw new Forbidden(duplicatePolicy.decide.name, 'access:reasons.secretariat_only');
  return { person, language, organisation };
}

export async function loader(args: LoaderFunctionArgs) {
  const { person, language, organisation } = await asked(args);
  const { id, ref, name, identifiers } = organisation;
  return { title: textFor(language, 'members')('duplicates.of', { name }), language, ref, name, identifiers, duplicates: await openDuplicatesOf(person, id, language) };
}

export async function action(args: ActionFunctionArgs) {
  const { person, language, organisation } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), decisionInput, language);
  if (!reading.ok) return reading.reply;
  const { duplicate_id, decision } = reading.value;
  const pair = await findOpenPair(person, organisation.id, duplicate_id);
  if (pair === undefined) throw notFound();
  const granted = permit(duplicatePolicy.decide, person, pair);
  const occasion = occasionOf(args.context, reading.submission);
  const other = pair.organisation_id === organisation.id ? pair.other_id : pair.organisation_id;
  const result = decision === 'different' ? await keepApart(granted, occasion) : await mergeOrganisations(granted, occasion, decision === 'keep_this' ? other : organisation.id);
  if (!result.ok) return reading.answer(result.problems);
  return redirect('ref' in result.value ? paths.in(language).member(result.value.ref) : paths.memberDuplicates(organisation.ref), 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function MemberDuplicates() {
  const { title, language, ref, name, identifiers, duplicates } = useLoaderData<typeof loader>();
  const t = useText('members');
  const lastResult = useActionData<typeof action>();
  const errors = Object.entries(lastResult?.error ?? {}).flatMap(([, messages]) => messages ?? []);
  return (
    <>
      <ErrorSummary errors={summaryOf({ '': errors })} />
      <Head title={title} lede={t('duplicates.lede')} />
      {duplicates.length === 0 && <Empty title={t('duplicates.none')}><p><a href={paths.in(language).member(ref)}>{name}</a></p></Empty>}
      {duplicates.map((duplicate) => <DuplicateForm key={duplicate.id} organisation={{ ref, name, identifiers }} duplicate={duplicate} />)}
    </>
  );
}
