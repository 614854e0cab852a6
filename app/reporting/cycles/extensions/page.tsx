import type { SubmissionResult } from '@conform-to/react';
import { ActPage, fieldIn } from '#app/form/act-page';
import { DateField, TextArea } from '#app/form/field';
import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { CycleRecord } from '../queries.server';

interface ExtensionPageProps {
  readonly cycle: CycleRecord;
  readonly lead: { readonly ref: string; readonly name: string };
  readonly extension: { readonly until_on: string; readonly reason: string; readonly version: number } | null;
  readonly last: SubmissionResult<string[]> | undefined;
}

/** More time for one lead, with the reason. */
export function ExtensionPage({ cycle, lead, extension, last }: ExtensionPageProps) {
  const t = useText('reporting');
  const { language } = useLocale();
  const field = fieldIn(last);
  return (
    <ActPage
      above={[{ href: paths.cycle(cycle.ref), label: t('board.crumb', { year: cycle.year }) }]} act={t('extension.act')} lede={<bdi>{lead.name}</bdi>} last={last} version={extension?.version ?? 0}
      follows={<>{t('extension.follows', { due: formatDate(language, cycle.due_on), lock: formatDate(language, cycle.lock_on) })}{extension !== null && <> <strong>{t('extension.now', { until: formatDate(language, extension.until_on) })}</strong></>}</>}
      back={{ href: `${paths.cycle(cycle.ref)}#members`, label: t('nudge.not_now') }}
    >
      <DateField {...field('until_on', extension?.until_on)} label={t('extension.until')} hint={t('extension.until_hint')} required />
      <TextArea {...field('reason', extension?.reason)} label={t('extension.reason')} hint={t('extension.reason_hint')} required maxLength={1000} />
    </ActPage>
  );
}
