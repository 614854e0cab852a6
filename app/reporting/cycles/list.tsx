import type { SubmissionResult } from '@conform-to/react';
import { ErrorSummary } from '#app/form/error-summary';
import { DateField, NumberField, SelectField, type Option } from '#app/form/field';
import { FormKey } from '#app/form/hidden';
import { summaryOf } from '#app/form/summary';
import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { Empty } from '#app/ui/empty';
import { Head } from '#app/ui/head';
import { Item, List } from '#app/ui/list';
import { Section } from '#app/ui/section';
import { cycleTag } from './marks';
import type { CycleState } from './model';
import type { CycleRecord } from './queries.server';

interface CyclesPageProps {
  readonly cycles: readonly (CycleRecord & { readonly state: CycleState; readonly board: boolean })[];
  /** Coalitions for which the viewer may plan a cycle. */
  readonly coalitions: readonly Option[];
  readonly year: number;
  readonly result: SubmissionResult<string[]> | undefined;
}

/** Every year of reporting, and the form that plans the next one. */
export function CyclesPage({ cycles, coalitions, year, result }: CyclesPageProps) {
  const t = useText('reporting');
  const { language } = useLocale();
  const day = (on: string) => formatDate(language, on);
  return (
    <>
      <Head title={t('cycles.title')} lede={t('cycles.lede')} />
      <ErrorSummary errors={summaryOf(result?.error ?? {})} />
      {cycles.length === 0 ? <Empty title={t('cycles.empty')} /> : (
        <List>
          {cycles.map((cycle) => (
            <Item
              key={cycle.ref} href={cycle.board ? paths.cycle(cycle.ref) : paths.updates(cycle.ref)} title={t('cycles.one', { year: cycle.year, coalition: cycle.coalition })} marks={cycleTag(cycle.state, t)}
              note={t('cycles.days', { opens: day(cycle.opens_on), due: day(cycle.due_on), lock: day(cycle.lock_on) })}
            />
          ))}
        </List>
      )}
      {coalitions.length > 0 && <Section id="plan" title={t('cycles.plan')} note={t('cycles.plan_note')}><PlanForm coalitions={coalitions} year={year} result={result} /></Section>}
    </>
  );
}

function PlanForm({ coalitions, year, result }: Pick<CyclesPageProps, 'coalitions' | 'year' | 'result'>) {
  const t = useText('reporting');
  const field = (name: string) => {
    const typed = result?.initialValue?.[name];
    return { name, errors: result?.error?.[name] ?? undefined, defaultValue: typeof typed === 'string' ? typed : undefined };
  };
  const asked = field('year');
  return (
    <form method="post" action={paths.cycles} className="flow measure">
      <FormKey />
      <SelectField {...field('coalition_id')} label={t('cycles.coalition')} empty={coalitions.length === 1 ? null : t('cycles.choose')} options={coalitions} />
      <NumberField {...asked} label={t('cycles.year')} defaultValue={asked.defaultValue ?? year} width={4} required />
      <DateField {...field('opens_on')} label={t('cycles.opens_on')} required />
      <DateField {...field('due_on')} label={t('cycles.due_on')} required />
      <DateField {...field('grace_on')} label={t('cycles.grace_on')} required />
      <DateField {...field('lock_on')} label={t('cycles.lock_on')} hint={t('cycles.lock_hint')} required />
      <Button>{t('cycles.act')}</Button>
    </form>
  );
}
