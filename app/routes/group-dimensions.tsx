import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { ActPage } from '#app/form/act-page';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Item, List } from '#app/ui/list';
import { DimensionFields } from '#app/working-groups/dimensions/form';
import { dimensionInput } from '#app/working-groups/dimensions/input.server';
import { addDimension } from '#app/working-groups/dimensions/operations.server';
import { dimensionsOf } from '#app/working-groups/dimensions/queries.server';
import { dimensionsAt } from '#app/working-groups/dimensions/request.server';

export const handle = { access: { loader: 'group:dimension', action: 'group:dimension' } };

export async function loader(args: LoaderFunctionArgs) {
  const { person, view, group } = await dimensionsAt(args);
  return { ref: group.ref, name: group.name, dimensions: await dimensionsOf(person, group.id, view) };
}

export async function action(args: ActionFunctionArgs) {
  const { view, group, granted } = await dimensionsAt(args);
  const reading = readForm(await fieldsOf(args.request), dimensionInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await addDimension(granted, occasionOf(args.context, reading.submission), reading.value);
  return result.ok ? redirect(paths.groupDimensions(group.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.name);

export default function GroupDimensions() {
  const { ref, name, dimensions } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('working-groups');
  const { language } = useLocale();
  const group = { href: paths.in(language).workingGroup(ref), label: name };
  const standing = dimensions.length === 0 ? <p className="muted">{t('dimensions.no_one')}</p> : (
    <List>
      {dimensions.map((one) => <Item key={one.id} href={paths.groupDimensions(ref, one.key)} title={<span lang={one.language === language ? undefined : one.language}>{one.name}</span>} note={one.ended_on === null ? '' : t('seats.until', { day: formatDate(language, one.ended_on, 'short') })} />)}
    </List>
  );
  return (
    <ActPage above={[group]} act={t('dimensions.add')} lede={name} follows={t('dimensions.follows')} back={group} last={last} before={<><h2 className="pt-24 pb-8">{t('dimensions.standing')}</h2>{standing}<h2 className="pt-24 pb-8">{t('dimensions.new')}</h2></>}>
      <DimensionFields last={last} />
    </ActPage>
  );
}
