import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { fieldIn } from '#app/form/act-page';
import { RadioField } from '#app/form/choice-field';
import { ErrorSummary } from '#app/form/error-summary';
import { TextArea } from '#app/form/field';
import { FormKey } from '#app/form/hidden';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { summaryOf } from '#app/form/summary';
import { useText } from '#app/languages/text';
import { Comparison } from '#app/members/duplicates/compare';
import { decisionInput } from '#app/members/duplicates/input.server';
import { keepApart, mergeOrganisations } from '#app/members/duplicates/operations.server';
import { duplicatePolicy } from '#app/members/duplicates/policy';
import { findPair } from '#app/members/duplicates/queries.server';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { Button } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Section } from '#app/ui/section';

export const handle = { access: { loader: 'duplicate:decide', action: 'duplicate:decide' } };

async function asked({ request, params, context }: Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>) {
  const person = await requirePerson(context, request);
  const language = languageOf(request, person);
  const pair = await findPair(person, params['id'] ?? '', language);
  if (pair === undefined) throw notFound();
  return { language, pair, granted: permit(duplicatePolicy.decide, person, pair) };
}

export async function loader(args: LoaderFunctionArgs) {
  return { pair: (await asked(args)).pair };
}

export async function action(args: ActionFunctionArgs) {
  const { language, pair, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), decisionInput, language);
  if (!reading.ok) return reading.reply;
  const { decision, reason } = reading.value;
  const occasion = occasionOf(args.context, reading.submission);
  const merged = [pair.one, pair.other].find(({ id }) => id !== decision)?.id ?? '';
  const result = decision === 'different' ? await keepApart(granted, occasion, reason) : await mergeOrganisations(granted, occasion, merged, reason);
  return result.ok ? redirect(paths.duplicates(), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.pair.one.name);

export default function Duplicate() {
  const { pair } = useLoaderData<typeof loader>();
  const t = useText('members');
  const last = useActionData<typeof action>();
  const field = fieldIn(last);
  const { one, other, reasons, claimed_identifiers } = pair;
  const keep = (kept: typeof one, goes: typeof one) => ({ value: kept.id, label: <span dir="auto">{t('duplicates.keep', { name: kept.name })} <bdi>({kept.ref})</bdi></span>, hint: t('duplicates.keep_hint', { name: `${goes.name} (${goes.ref})` }) });
  return (
    <>
      <Crumbs above={[{ href: paths.duplicates(), label: t('duplicates.desk') }]} here={<bdi>{one.ref}, {other.ref}</bdi>} />
      <ErrorSummary errors={summaryOf(last?.error ?? {})} />
      <Head tight kick={[...reasons.map((reason) => t(`because.${reason}`)), ...claimed_identifiers].join(' · ')} title={t('duplicates.question')} lede={t('duplicates.lede')} />
      <Section id="both" title={t('duplicates.side_by_side')} wide><Comparison pair={pair} /></Section>
      <Section id="decide" title={t('duplicates.decide')} note={t('duplicates.reason_note')}>
        <form method="post" className="flow measure" noValidate>
          <FormKey />
          <RadioField {...field('decision')} label={t('duplicates.question')} required choices={[{ value: 'different', label: t('duplicates.different') }, keep(one, other), keep(other, one)]} />
          <TextArea {...field('reason')} label={t('membership.reason')} required maxLength={1000} />
          <Button>{t('duplicates.act')}</Button>
        </form>
      </Section>
    </>
  );
}
