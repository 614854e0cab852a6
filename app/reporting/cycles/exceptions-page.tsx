import type { SubmissionResult } from '@conform-to/react';
import { ActPage, fieldIn } from '#app/form/act-page';
import { RadioField } from '#app/form/choice-field';
import { TextArea, TextField } from '#app/form/field';
import { FormKey } from '#app/form/hidden';
import { formatDate, formatList } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { Item, List } from '#app/ui/list';
import { Section } from '#app/ui/section';
import type { CycleException, CycleRecord } from './queries.server';

interface ExceptionsPageProps {
  readonly cycle: CycleRecord;
  readonly exceptions: readonly CycleException[];
  readonly last: SubmissionResult<string[]> | undefined;
}

/** Whom a cycle asks: its rule in a sentence, what was decided against it, and the form for one more. */
export function ExceptionsPage({ cycle, exceptions, last }: ExceptionsPageProps) {
  const t = useText('reporting');
  const words = useText('commitments');
  const { language } = useLocale();
  const field = fieldIn(last);
  const rule = cycle.types === null ? t('exception.rule_all', { due: formatDate(language, cycle.due_on) }) : t('exception.rule_some', { due: formatDate(language, cycle.due_on), types: formatList(language, cycle.types.map((type) => words(`type.${type}`))) });
  return (
    <ActPage
      above={[{ href: paths.cycle(cycle.ref), label: t('board.crumb', { year: cycle.year }) }]} act={t('exception.act')} button={t('exception.decide')} lede={rule} last={last} back={{ href: paths.cycle(cycle.ref), label: t('nudge.not_now') }}
      before={exceptions.length === 0 ? <p>{t('exception.none')}</p> : (
        <Section id="exceptions" title={t('exception.title')} note={t('exception.note')}>
          <List>
            {exceptions.map((one) => (
              <Item key={one.ref} href={paths.in(language).commitment(one.ref)} title={<span dir="auto">{one.title}</span>} note={<><bdi>{one.ref}</bdi> · {t(one.expected ? 'exception.is_asked' : 'exception.is_not_asked')} · <span dir="auto">{one.reason}</span> · {formatDate(language, one.on)}</>}>
                <form method="post" action={paths.cycleExceptionEnd(cycle.ref, one.commitment_id)}><FormKey /><Button weight="text">{t('exception.end')}<span className="vh"> {one.ref}</span></Button></form>
              </Item>
            ))}
          </List>
        </Section>
      )}
    >
      <TextField {...field('commitment')} label={t('exception.commitment')} hint={t('exception.commitment_hint')} width={20} spellCheck={false} required maxLength={40} />
      <RadioField {...field('expected')} label={t('exception.expected')} choices={[{ value: 'no', label: t('exception.is_not_asked') }, { value: 'yes', label: t('exception.is_asked') }]} required />
      <TextArea {...field('reason')} label={t('extension.reason')} hint={t('exception.reason_hint')} required maxLength={1000} />
    </ActPage>
  );
}
