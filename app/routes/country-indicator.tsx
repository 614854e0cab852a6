import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { askedIndicator } from '#app/countries/indicators/asked.server';
import { ValueForm } from '#app/countries/indicators/form';
import { valueInput } from '#app/countries/indicators/input.server';
import { recordValue } from '#app/countries/indicators/operations.server';
import { indicatorPolicy } from '#app/countries/indicators/policy';
import { indicatorHistory } from '#app/countries/indicators/queries.server';
import { FiguresTable, IndicatorOpening, IndicatorTrail } from '#app/countries/indicators/record';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { ButtonLink } from '#app/ui/button';
import { Section } from '#app/ui/section';

export const handle = { access: { loader: 'indicator:record', action: 'indicator:record' } };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, place, figures, opened, about } = await askedIndicator(args);
  permit(indicatorPolicy.record, viewer, place);
  return { about, figures, opened: opened?.figure === 'value' ? opened : undefined, acts: await indicatorHistory(permit(indicatorPolicy.history, viewer, place), about.code) };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, language, place, about } = await askedIndicator(args);
  const granted = permit(indicatorPolicy.record, viewer, place);
  const reading = readForm(await fieldsOf(args.request), valueInput, language);
  if (!reading.ok) return reading.reply;
  const result = await recordValue(granted, occasionOf(args.context, reading.submission), about.code, reading.version, reading.value);
  return result.ok ? redirect(paths.countryIndicator(about.iso2, about.code), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.about.name);

export default function CountryIndicator() {
  const { about, figures, opened, acts } = useLoaderData<typeof loader>();
  const t = useText('countries');
  return (
    <>
      <IndicatorOpening about={about} here={t('indicators.enter_value')}><ButtonLink weight="second" href={paths.countryBenchmark(about.iso2, about.code)}>{t('indicators.save_benchmark')}</ButtonLink></IndicatorOpening>
      <Section id="value" title={t(opened === undefined ? 'indicators.new' : 'indicators.correct')} note={t('indicators.kept_note')}>
        <ValueForm action={paths.countryIndicator(about.iso2, about.code, opened)} last={useActionData<typeof action>()} opened={opened} unit={about.unit} />
      </Section>
      <FiguresTable about={about} figures={figures} />
      <IndicatorTrail acts={acts} />
    </>
  );
}
