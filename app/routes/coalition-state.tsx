import { useForm } from '@conform-to/react';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { statusInput } from '#app/coalitions/input.server';
import { nextStatuses } from '#app/coalitions/model';
import { setCoalitionStatus } from '#app/coalitions/operations.server';
import { coalitionPolicy } from '#app/coalitions/policy';
import { findCoalition } from '#app/coalitions/queries.server';
import { RadioField } from '#app/form/choice-field';
import { ErrorSummary } from '#app/form/error-summary';
import { FormKey } from '#app/form/hidden';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { summaryOf } from '#app/form/summary';
import { textFor } from '#app/languages/catalogues.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { Button } from '#app/ui/button';
import { Empty } from '#app/ui/empty';
import { Head } from '#app/ui/head';

export const handle = { access: { loader: 'coalition:edit', action: 'coalition:edit' } };

async function asked({ request, params, context }: Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>) {
  const person = await requirePerson(context, request);
  const language = languageOf(request, person);
  const coalition = await findCoalition(person, params['slug'] ?? '', { language, now: context.now });
  if (coalition === undefined) throw notFound();
  return { language, coalition, granted: permit(coalitionPolicy.edit, person, coalition) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language, coalition } = await asked(args);
  const t = textFor(language, 'coalitions');
  return { title: t('state.of', { name: coalition.name }), lede: t('state.now', { status: t(`status.${coalition.status}`) }), slug: coalition.slug, next: nextStatuses(coalition.status) };
}

export async function action(args: ActionFunctionArgs) {
  const { language, coalition, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), statusInput, language);
  if (!reading.ok) return reading.reply;
  const result = await setCoalitionStatus(granted, occasionOf(args.context, reading.submission), reading.value.status);
  return result.ok ? redirect(paths.in(language).coalition(coalition.slug), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function CoalitionState() {
  const { title, lede, slug, next } = useLoaderData<typeof loader>();
  const t = useText('coalitions');
  const lastResult = useActionData<typeof action>();
  const [form, fields] = useForm<{ status: string }>({ lastResult });
  return (
    <>
      <ErrorSummary errors={summaryOf(form.allErrors)} />
      <Head title={title} lede={lede} />
      {next.length === 0 ? (
        <Empty title={t('state.final')} />
      ) : (
        <form method="post" action={paths.coalitionState(slug)} className="flow measure">
          <FormKey />
          <RadioField name="status" label={t('state.question')} choices={next.map((status) => ({ value: status, label: t(`status.${status}`), hint: t(`state.hint.${status}`) }))} errors={fields.status.errors} required />
          <Button>{t('state.act')}</Button>
        </form>
      )}
    </>
  );
}
