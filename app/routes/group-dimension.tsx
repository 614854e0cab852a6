import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { ActPage } from '#app/form/act-page';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { DimensionFields } from '#app/working-groups/dimensions/form';
import { dimensionInput } from '#app/working-groups/dimensions/input.server';
import { changeDimension } from '#app/working-groups/dimensions/operations.server';
import { keptDimension } from '#app/working-groups/dimensions/queries.server';
import { dimensionsAt } from '#app/working-groups/dimensions/request.server';

export const handle = { access: { loader: 'group:dimension', action: 'group:dimension' } };

async function dimensionAt(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const found = await dimensionsAt(args);
  const dimension = await keptDimension(found.granted, args.params['dimension'] ?? '');
  if (dimension === undefined) throw notFound();
  return { ...found, dimension };
}

export async function loader(args: LoaderFunctionArgs) {
  const { group: { ref, name }, dimension } = await dimensionAt(args);
  return { ref, name, dimension };
}

export async function action(args: ActionFunctionArgs) {
  const { view, group, granted, dimension } = await dimensionAt(args);
  const reading = readForm(await fieldsOf(args.request), dimensionInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await changeDimension(granted, occasionOf(args.context, reading.submission), dimension.id, { ...reading.value, version: reading.version });
  return result.ok ? redirect(paths.groupDimensions(group.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.name);

export default function GroupDimension() {
  const { ref, name, dimension } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('working-groups');
  const dimensions = { href: paths.groupDimensions(ref), label: t('dimensions.standing') };
  return (
    <ActPage above={[{ href: paths.in(useLocale().language).workingGroup(ref), label: name }, dimensions]} act={t('dimensions.change')} lede={name} back={dimensions} last={last} version={dimension.version}>
      <DimensionFields last={last} now={dimension} />
    </ActPage>
  );
}
