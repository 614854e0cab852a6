import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { endInput } from '#app/frameworks/crosswalk/input.server';
import { endMapping } from '#app/frameworks/crosswalk/operations.server';
import { mappingPolicy } from '#app/frameworks/crosswalk/policy';
import { mappingAt } from '#app/frameworks/crosswalk/request.server';
import { EndFields, MappingActPage } from '#app/frameworks/crosswalk/form';
import { spellVersion } from '#app/frameworks/coverage/question';
import { textFor } from '#app/languages/catalogues.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'mapping:end', action: 'mapping:end' } };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, view, mapping } = await mappingAt(args);
  permit(mappingPolicy.end, viewer, mapping);
  return { mapping, title: textFor(view.language, 'frameworks')('crosswalk.end') };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, view, mapping } = await mappingAt(args);
  const granted = permit(mappingPolicy.end, viewer, mapping);
  const reading = readForm(await fieldsOf(args.request), endInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await endMapping(granted, occasionOf(args.context, reading.submission), reading.version, reading.value.end_reason);
  return result.ok ? redirect(paths.in(view.language).crosswalk({ from: spellVersion(mapping.from), to: spellVersion(mapping.to) }), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function MappingEnd() {
  const { mapping } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  return <MappingActPage act="end" mapping={mapping} last={last}><EndFields last={last} /></MappingActPage>;
}
