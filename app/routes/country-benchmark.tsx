import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { askedIndicator } from '#app/countries/indicators/asked.server';
import { BenchmarkForm } from '#app/countries/indicators/form';
import { benchmarkInput } from '#app/countries/indicators/input.server';
import { setBenchmark } from '#app/countries/indicators/operations.server';
import { indicatorPolicy } from '#app/countries/indicators/policy';
import { FiguresTable, IndicatorOpening } from '#app/countries/indicators/record';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Section } from '#app/ui/section';

export const handle = { access: { loader: 'indicator:aim', action: 'indicator:aim' } };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, place, figures, opened, about } = await askedIndicator(args);
  permit(indicatorPolicy.aim, viewer, place);
  return { about, figures, opened: opened?.figure === 'benchmark' ? opened : undefined };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, language, place, about } = await askedIndicator(args);
  const granted = permit(indicatorPolicy.aim, viewer, place);
  const reading = readForm(await fieldsOf(args.request), benchmarkInput, language);
  if (!reading.ok) return reading.reply;
  const result = await setBenchmark(granted, occasionOf(args.context, reading.submission), about.code, reading.version, reading.value);
  return result.ok ? redirect(paths.countryIndicator(about.iso2, about.code), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.about.name);

export default function CountryBenchmark() {
  const { about, figures, opened } = useLoaderData<typeof loader>();
  const t = useText('countries');
  return (
    <>
      <IndicatorOpening about={about} here={t('indicators.save_benchmark')} />
      <Section id="benchmark" title={t(opened === undefined ? 'indicators.save_benchmark' : 'indicators.correct_benchmark')} note={t('indicators.benchmark_note')}>
        <BenchmarkForm action={paths.countryBenchmark(about.iso2, about.code, opened?.year)} last={useActionData<typeof action>()} opened={opened} unit={about.unit} />
      </Section>
      <FiguresTable about={about} figures={figures} />
    </>
  );
}
