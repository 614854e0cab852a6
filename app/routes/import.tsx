import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may } from '#app/access/permit';
import { privateMeta } from '#app/accounts/page-meta';
import { requirePerson } from '#app/accounts/viewer.server';
import { useText } from '#app/languages/text';
import { ChangesSection, ErrorsSection, NotesSection } from '#app/open-data/imports/details';
import { openPairs, openQuestions, writtenBy } from '#app/open-data/imports/following.server';
import { DeparturesSection, PartsSection, VanishedSection } from '#app/open-data/imports/edition';
import { DecisionSection } from '#app/open-data/imports/forms';
import { mostAsked, mostListed } from '#app/open-data/imports/outcome';
import { importPolicy } from '#app/open-data/imports/policy';
import { departuresOf, errorsOf, findImport } from '#app/open-data/imports/queries.server';
import { QuestionsSection } from '#app/open-data/imports/questions';
import { RecordsSection } from '#app/open-data/imports/records';
import { ChangedMeanwhile, CountsOfRows, Opening } from '#app/open-data/imports/summary';
import { paths } from '#app/paths';
import { takesFiles } from '#app/records/sources/policy';
import { notFound } from '#app/platform/http/answers.server';
import { Crumbs } from '#app/ui/crumbs';

export const handle = { access: { loader: 'import:list' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(context, request);
  const record = await findImport(person, params['id'] ?? '');
  if (record === undefined) throw notFound();
  const after = Math.max(0, Number.parseInt(new URL(request.url).searchParams.get('after') ?? '0', 10) || 0);
  const [errors, departures, questions, pairs, written] = await Promise.all([
    errorsOf(person, record.id, mostListed), departuresOf(person, record.id, after, mostAsked), openQuestions(person, record.id), openPairs(person, record.id), writtenBy(person, record.id),
  ]);
  return { record, errors, departures, after, questions, pairs, written, decides: may(importPolicy.apply, person, record).allowed, settles: takesFiles(person).allowed };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.record.file_name);

export default function Import() {
  const { record, errors, departures, after, settles, questions, pairs, written, decides } = useLoaderData<typeof loader>();
  const t = useText('open-data');
  return (
    <>
      <Crumbs above={[{ href: paths.imports, label: t('imports.page.title') }]} here={<bdi>{record.file_name}</bdi>} />
      <Opening record={record} />
      <ChangedMeanwhile record={record} />
      <CountsOfRows record={record} />
      {record.status === 'applied' && <RecordsSection record={record} written={written} />}
      <PartsSection record={record} />
      <ErrorsSection record={record} errors={errors} />
      <ChangesSection record={record} />
      <VanishedSection record={record} />
      <QuestionsSection record={record} questions={questions} pairs={pairs} settles={settles} />
      <DeparturesSection record={record} departures={departures} after={after} />
      <NotesSection record={record} />
      {decides && <DecisionSection record={record} />}
    </>
  );
}
