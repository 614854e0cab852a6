import { useForm } from '@conform-to/react';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { may, permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { zones } from '#app/accounts/zones.server';
import { ErrorSummary } from '#app/form/error-summary';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { summaryOf } from '#app/form/summary';
import { textFor } from '#app/languages/catalogues.server';
import { useText } from '#app/languages/text';
import { UploadForm } from '#app/open-data/imports/forms';
import { readableKinds, uploadInput } from '#app/open-data/imports/input.server';
import { checkFile } from '#app/open-data/imports/operations.server';
import { deskFor, deskOf, importDesk, importPolicy, ownKinds } from '#app/open-data/imports/policy';
import { desksOf, listImports } from '#app/open-data/imports/queries.server';
import { importColumns } from '#app/open-data/imports/table';
import { paths } from '#app/paths';
import { ListTable } from '#app/table/table';
import { Empty } from '#app/ui/empty';
import { Head } from '#app/ui/head';
import { Pager } from '#app/ui/pager';
import { Section } from '#app/ui/section';
import { groupsForProgrammes } from '#app/working-groups/meetings/programmes.server';

export const handle = { access: { loader: 'import:list', action: 'import:run' } };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(context, request);
  permit(importPolicy.list, person, deskFor(person));
  const after = new URL(request.url).searchParams.get('after');
  const language = languageOf(request, person);
  const [page, desks, groups] = await Promise.all([listImports(person, after), desksOf(person), groupsForProgrammes(person, { language, now: context.now })]);
  return { title: textFor(language, 'open-data')('imports.page.title'), after, page, kinds: may(importPolicy.run, person, importDesk).allowed ? readableKinds : ownKinds, desks, groups, zones };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(context, request);
  permit(importPolicy.list, person, deskFor(person));
  const reading = readForm(await fieldsOf(request), uploadInput, languageOf(request, person));
  if (!reading.ok) return reading.reply;
  const { file, kind = null, organisation, group = null, zone = null } = reading.value;
  const granted = permit(importPolicy.run, person, deskOf(organisation ?? null));
  const result = await checkFile(granted, occasionOf(context, reading.submission), { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), kind, programme: { group, zone } });
  return result.ok ? redirect(paths.import(result.value.id), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function Imports() {
  const { after, page, kinds, desks, groups, zones: known } = useLoaderData<typeof loader>();
  const t = useText('open-data');
  const lastResult = useActionData<typeof action>();
  const [form, fields] = useForm<{ file: File; kind: string; group: string; zone: string }>({ lastResult });
  return (
    <>
      <ErrorSummary errors={summaryOf(form.allErrors)} />
      <Head title={t('imports.page.title')} lede={t(desks.some(({ id }) => id !== '') && desks.length === 1 ? 'imports.page.own_lede' : 'imports.page.lede')} />
      {desks.length > 0 && <UploadForm kinds={kinds} desks={desks} kind={fields.kind.initialValue} programme={{ groups, zones: known, group: fields.group.initialValue, zone: fields.zone.initialValue }}
        errors={{ file: fields.file.errors, kind: fields.kind.errors, group: fields.group.errors, zone: fields.zone.errors }} />}
      <Section id="files" title={t('imports.page.files')} wide>
        {page.rows.length === 0 ? <Empty title={t('imports.page.none')}><p>{t('imports.page.none_hint')}</p></Empty> : (
          <>
            <ListTable caption={t('imports.page.files_caption')} columns={importColumns} rows={page.rows} keyOf={(row) => row.id} t={t} />
            <Pager shown={page.rows.length} total={page.total} first={after === null ? undefined : paths.imports} next={page.next === null ? undefined : `${paths.imports}?after=${encodeURIComponent(page.next)}`} />
          </>
        )}
      </Section>
    </>
  );
}
