import type { ReactNode } from 'react';
import { commitmentColumns } from '#app/commitments/table';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { ListTable } from '#app/table/table';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { Stats, type Stat } from '#app/ui/stats';
import { Tag } from '#app/ui/tag';
import { accountOf, type Promises } from './model';

interface PromisesSectionProps {
  readonly id: string;
  readonly title: ReactNode;
  readonly note: ReactNode;
  readonly promises: Promises;
  /** Leaves the column of the lead away where it says the same in every row. */
  readonly own?: boolean;
  /** All of them, in the list of commitments. */
  readonly all?: string;
  /** What it means that there is none. */
  readonly none: string;
}

/** Commitments of one relation, those furthest behind first. */
export function PromisesSection({ id, title, note, promises, own = false, all, none }: PromisesSectionProps) {
  const t = useText('members');
  const words = useText('commitments');
  const { language } = useLocale();
  const { count, rows } = promises;
  return (
    <Section id={id} title={title} note={note}>
      {count === 0 ? (
        <Notice tone="none" small title={t('trail.gap')}>{none}</Notice>
      ) : (
        <ListTable caption={t('trail.rows_caption', { shown: formatNumber(language, rows.length), total: formatNumber(language, count) })} columns={commitmentColumns} rows={rows} keyOf={(row) => row.id} t={words} hidden={own ? ['lead'] : []} />
      )}
      {all !== undefined && count > rows.length && <p className="small"><a href={all}>{t('trail.all', { shown: formatNumber(language, count) })}</a></p>}
    </Section>
  );
}

/** How the promises of a party stand: four numbers, each of how many. */
export function PromiseStats({ promises }: { readonly promises: Promises }) {
  const t = useText('members');
  const words = useText('commitments');
  const { language } = useLocale();
  const account = accountOf(promises);
  const shown = (count: number) => formatNumber(language, count);
  const of = t('trail.of', { total: shown(promises.count) });
  const stat = (key: 'reached' | 'on_track' | 'behind' | 'stale', label: ReactNode, notes: readonly string[] = []): Stat => ({ key, label, value: shown(account[key]), of, notes });
  const behind = (['at_risk', 'off_track', 'not_reached'] as const).flatMap((standing) => (account[standing] > 0 ? [`${words(`standing.${standing}`)} ${shown(account[standing])}`] : []));
  return (
    <Stats
      stats={[
        stat('reached', <Tag tone="ok">{words('standing.reached_on_time')}</Tag>),
        stat('on_track', <Tag tone="prog">{words('standing.on_track')}</Tag>),
        stat('behind', <Tag tone="late">{t('trail.behind')}</Tag>, behind.length === 0 ? [] : [behind.join(' · ')]),
        stat('stale', <Tag tone="none">{words('standing.stale')}</Tag>),
      ]}
    />
  );
}
