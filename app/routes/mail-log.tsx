import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { SelectField, TextField } from '#app/form/field';
import { textFor } from '#app/languages/catalogues.server';
import { useText } from '#app/languages/text';
import { mailColumns } from '#app/mail/columns';
import { mailPolicy } from '#app/mail/policy';
import { listMails } from '#app/mail/queries.server';
import { paths } from '#app/paths';
import { Filters } from '#app/table/filters';
import { hrefOf, readState, valueOf, withAfter, type ListSpec } from '#app/table/state';
import { ListTable } from '#app/table/table';
import { Empty } from '#app/ui/empty';
import { Head } from '#app/ui/head';
import { Pager } from '#app/ui/pager';

export const handle = { access: { loader: 'mail:log' } };

const spec: ListSpec<'q' | 'status', 'written'> = { filters: ['q', 'status'], sorts: ['written'], sort: { by: 'written', descending: true } };
const statuses = ['queued', 'sent', 'kept', 'failed'] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const granted = permit(mailPolicy.log, viewer, { log: true });
  const state = readState(spec, new URL(request.url).searchParams);
  const page = await listMails(granted, { status: valueOf(state, 'status'), q: valueOf(state, 'q') }, state.after);
  return { state, page, title: textFor(languageOf(request, viewer), 'mail')('log.title') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function MailLog() {
  const { state, page, title } = useLoaderData<typeof loader>();
  const t = useText('mail');
  return (
    <>
      <Head title={title} lede={t('log.lede')} />
      <Filters action={paths.mailLog} label={t('log.filter')}>
        <TextField name="q" type="search" label={t('log.words')} defaultValue={valueOf(state, 'q')} />
        <SelectField name="status" label={t('log.status')} defaultValue={valueOf(state, 'status')} empty={t('log.any')} options={statuses.map((value) => ({ value, label: t(`statuses.${value}`) }))} />
      </Filters>
      {page.rows.length === 0 ? <Empty title={t('log.empty')}><p>{t('log.empty_hint')}</p></Empty> : <ListTable caption={title} columns={mailColumns} rows={page.rows} keyOf={(mail) => mail.id} t={t} />}
      <Pager shown={page.rows.length} total={page.total} first={state.after === null ? undefined : hrefOf(paths.mailLog, spec, withAfter(state, null))} next={page.next === null ? undefined : hrefOf(paths.mailLog, spec, withAfter(state, page.next))} />
    </>
  );
}
