import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { ActPage } from '#app/form/act-page';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { ListTable } from '#app/table/table';
import { keptSeatColumns } from '#app/working-groups/seats/columns';
import { SeatFields } from '#app/working-groups/seats/form';
import { newSeatInput } from '#app/working-groups/seats/input.server';
import { openSeat } from '#app/working-groups/seats/operations.server';
import { keptSeats } from '#app/working-groups/seats/queries.server';
import { seatsAt } from '#app/working-groups/seats/request.server';

export const handle = { access: { loader: 'group:seat', action: 'group:seat' } };

export async function loader(args: LoaderFunctionArgs) {
  const { group, today, granted } = await seatsAt(args);
  return { ref: group.ref, name: group.name, today, seats: await keptSeats(granted, today) };
}

export async function action(args: ActionFunctionArgs) {
  const { view, group, granted } = await seatsAt(args);
  const reading = readForm(await fieldsOf(args.request), newSeatInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await openSeat(granted, occasionOf(args.context, reading.submission), reading.value);
  return result.ok ? redirect(paths.groupSeats(group.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.name);

export default function GroupSeats() {
  const { ref, name, today, seats } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('working-groups');
  const group = { href: paths.in(useLocale().language).workingGroup(ref), label: name };
  return (
    <ActPage above={[group]} act={t('seats.open')} lede={name} follows={t('seats.follows')} back={group} last={last}
      before={<><h2>{t('seats.standing')}</h2><ListTable caption={t('seats.standing')} columns={keptSeatColumns(ref)} rows={seats} keyOf={(row) => row.id} t={t} /><h2>{t('seats.new')}</h2></>}>
      <SeatFields last={last} today={today} />
    </ActPage>
  );
}
