import { formatDate, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { ListTable } from '#app/table/table';
import { Item, List } from '#app/ui/list';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { Stats } from '#app/ui/stats';
import type { GroupRow } from '#app/working-groups/queries.server';
import type { CoalitionRecord } from './queries.server';
import { coalitionColumns } from './table';

/** What it counts, and what it counts with everything under it: each record once (CA-3). */
export function CoalitionStats({ coalition }: { readonly coalition: CoalitionRecord }) {
  const t = useText('coalitions');
  const { language } = useLocale();
  const to = paths.in(language);
  const { slug, members, commitments, groups, below, all_members, all_commitments } = coalition;
  const shown = (count: number) => formatNumber(language, count);
  const under = (all: number) => (below.length === 0 ? [] : [t('record.with_below', { total: shown(all) })]);
  return (
    <Stats
      stats={[
        { key: 'members', label: t('list.members'), value: members === 0 ? shown(0) : <a href={to.members({ coalition: slug })}>{shown(members)}</a>, notes: under(all_members) },
        { key: 'commitments', label: t('list.commitments'), value: commitments === 0 ? shown(0) : <a href={to.commitments({ coalition: slug })}>{shown(commitments)}</a>, notes: under(all_commitments) },
        { key: 'groups', label: t('list.groups'), value: shown(groups) },
      ]}
    />
  );
}

/** The coalitions that stand under it. */
export function BelowSection({ coalition }: { readonly coalition: CoalitionRecord }) {
  const t = useText('coalitions');
  return (
    <Section id="below" wide title={t('record.below')} note={t('record.below_note')}>
      {coalition.below.length === 0 ? (
        <Notice tone="none" small title={t('list.gap')}>{t('record.below_none')}</Notice>
      ) : (
        <ListTable caption={t('record.below_caption', { name: coalition.name })} columns={coalitionColumns} rows={coalition.below} keyOf={(row) => row.id} t={t} />
      )}
    </Section>
  );
}

/** Its working groups, those at work first. */
export function GroupsSection({ groups }: { readonly groups: readonly GroupRow[] }) {
  const t = useText('coalitions');
  const { language } = useLocale();
  return (
    <Section id="groups" title={t('list.groups')} note={t('record.groups_note')}>
      {groups.length === 0 ? (
        <Notice tone="none" small title={t('list.gap')}>{t('record.groups_none')}</Notice>
      ) : (
        <List>
          {groups.map((group) => (
            <Item
              key={group.id} href={paths.in(language).workingGroup(group.ref)} title={<span lang={group.language} dir="auto">{group.name}</span>}
              note={<><bdi>{group.ref}</bdi> · {t('record.held', { count: group.held, shown: formatNumber(language, group.held) })}{group.next_at !== null && <> · {t('record.next', { date: formatDate(language, new Date(group.next_at).toISOString().slice(0, 10)) })}</>}</>}
            />
          ))}
        </List>
      )}
    </Section>
  );
}
