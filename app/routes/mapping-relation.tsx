import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { relationInput } from '#app/frameworks/crosswalk/input.server';
import { changeMapping } from '#app/frameworks/crosswalk/operations.server';
import { mappingPolicy } from '#app/frameworks/crosswalk/policy';
import { mappingAt } from '#app/frameworks/crosswalk/request.server';
import { MappingActPage, RelationFields } from '#app/frameworks/crosswalk/form';
import { textFor } from '#app/languages/catalogues.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'mapping:change', action: 'mapping:change' } };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, view, mapping } = await mappingAt(args);
  permit(mappingPolicy.change, viewer, mapping);
  return { mapping, title: textFor(view.language, 'frameworks')('crosswalk.change') };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, view, mapping } = await mappingAt(args);
  const granted = permit(mappingPolicy.change, viewer, mapping);
  const reading = readForm(await fieldsOf(args.request), relationInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await changeMapping(granted, occasionOf(args.context, reading.submission), reading.version, reading.value);
  return result.ok ? redirect(paths.mapping(mapping.id), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function MappingRelation() {
  const { mapping } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  return <MappingActPage act="change" mapping={mapping} last={last}><RelationFields last={last} now={mapping} /></MappingActPage>;
}
