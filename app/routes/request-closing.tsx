import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { ActPage } from '#app/countries/act-page';
import { askedRequest } from '#app/countries/requests/asked.server';
import { closeRequest } from '#app/countries/requests/operations.server';
import { requestPolicy } from '#app/countries/requests/policy';
import { reasonInput } from '#app/countries/requests/input.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'request:close', action: 'request:close' } };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, record } = await askedRequest(args);
  permit(requestPolicy.close, viewer, record);
  return { record: { ref: record.ref, title: record.title } };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, language, record } = await askedRequest(args);
  const granted = permit(requestPolicy.close, viewer, record);
  const reading = readForm(await fieldsOf(args.request), reasonInput, language);
  if (!reading.ok) return reading.reply;
  const result = await closeRequest(granted, occasionOf(args.context, reading.submission), reading.value);
  return result.ok ? redirect(paths.in(language).request(record.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.record.title);

export default function RequestClosing() {
  const { record } = useLoaderData<typeof loader>();
  return <ActPage of="requests" act="closing" record={record} last={useActionData<typeof action>()} reason />;
}
