import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { correctRate, findCorrectable } from '#app/financing/rates/correction.server';
import { correctionInput } from '#app/financing/rates/input.server';
import { ratePolicy, rateTable } from '#app/financing/rates/policy';
import { ActPage, fieldIn } from '#app/form/act-page';
import { TextArea, TextField } from '#app/form/field';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { textFor } from '#app/languages/catalogues.server';
import { formatDate, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';

export const handle = { access: { loader: 'rates:correct', action: 'rates:correct' } };

async function asked({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const granted = permit(ratePolicy.correct, viewer, rateTable);
  const rate = await findCorrectable(params['id'] ?? '');
  if (rate === undefined) throw notFound();
  return { language: languageOf(request, viewer), granted, rate };
}

export async function loader(args: LoaderFunctionArgs) {
  const { language, rate } = await asked(args);
  return { rate, title: textFor(language, 'financing')('rates.correct') };
}

export async function action(args: ActionFunctionArgs) {
  const { language, granted, rate } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), correctionInput, language);
  if (!reading.ok) return reading.reply;
  const result = await correctRate(granted, occasionOf(args.context, reading.submission), rate.id, reading.version, reading.value);
  return result.ok ? redirect(paths.in(language).rates({ currency: rate.currency, year: rate.rate_on.slice(0, 4) }), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function RateCorrection() {
  const { rate, title } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const t = useText('financing');
  const { language } = useLocale();
  const field = fieldIn(last);
  const list = { href: paths.in(language).rates({ currency: rate.currency, year: rate.rate_on.slice(0, 4) }), label: t('rates.title') };
  const stands = t('rates.stands', { rate: formatNumber(language, rate.units_per_usd, 12), currency: rate.currency, on: formatDate(language, rate.rate_on), period: t(`rates.periods.${rate.period}`), source: rate.source });
  return (
    <ActPage above={[list]} act={title} lede={stands} follows={t('rates.correct_follows')} back={{ href: list.href, label: t('rates.correct_not') }} last={last} version={rate.corrections}>
      <TextField {...field('units_per_usd')} label={t('rates.units')} hint={t('rates.units_hint')} required width={20} spellCheck={false} />
      <TextField {...field('source', rate.source)} label={t('rates.source')} required maxLength={200} />
      <TextArea {...field('reason')} label={t('rates.correct_reason')} required maxLength={1000} />
    </ActPage>
  );
}
