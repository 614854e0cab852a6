import { versionHref } from '#app/frameworks/addresses';
import { formatDate, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { ListTable } from '#app/table/table';
import { Item, List } from '#app/ui/list';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { Stats } from '#app/ui/stats';
import { cycleTag } from '#app/reporting/cycles/marks';
import { meetingTime, sessionTag } from '#app/working-groups/marks';
import type { GroupRow } from '#app/working-groups/queries.server';
import type { CoalitionRecord } from './queries.server';
import type { CoalitionPage } from './record.server';
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

/** Who belongs to it, by name. */
export function MembersSection({ coalition: { slug }, members }: Pick<CoalitionPage, 'coalition' | 'members'>) {
  const t = useText('coalitions');
  const { language } = useLocale();
  const to = paths.in(language);
  return (
    <Section id="members" title={t('list.members')} note={t('record.members_note')}>
      {members.rows.length === 0 ? <Notice tone="none" small title={t('list.gap')}>{t('record.members_none')}</Notice> : (
        <List>{members.rows.map((row) => <Item key={row.id} href={to.member(row.ref)} title={<bdi>{row.name}</bdi>} note={row.country ?? undefined} />)}</List>
      )}
      {members.total.count > members.rows.length && <p className="small"><a href={to.members({ coalition: slug })}>{t('record.all_members', { shown: formatNumber(language, members.total.count) })}</a></p>}
    </Section>
  );
}

/** When its commitments are reported, and by which texts it works. */
export function CyclesSection({ cycles, versions }: Pick<CoalitionPage, 'cycles' | 'versions'>) {
  const t = useText('coalitions');
  const words = useText('reporting');
  const { language } = useLocale();
  const day = (on: string) => formatDate(language, on);
  return (
    <Section id="cycles" title={t('record.cycles')} note={t('record.cycles_note')}>
      {cycles.length === 0 ? <Notice tone="none" small title={t('list.gap')}>{t('record.cycles_none')}</Notice> : (
        <List>
          {cycles.map((cycle) => <Item key={cycle.ref} title={String(cycle.year)} marks={cycleTag(cycle.state, words)} note={words('cycles.days', { opens: day(cycle.opens_on), due: day(cycle.due_on), lock: day(cycle.lock_on) })} />)}
        </List>
      )}
      {versions.length > 0 && <p className="small">{t('record.works_by')} {versions.map(({ framework, name, number }, at) => <span key={framework}>{at > 0 && ' · '}<a href={versionHref(framework, number, language)}>{name} ({formatNumber(language, number)})</a></span>)}</p>}
    </Section>
  );
}

/** Where its groups met last, and meet next. */
export function SessionsSection({ sessions }: Pick<CoalitionPage, 'sessions'>) {
  const t = useText('coalitions');
  const words = useText('working-groups');
  const { language } = useLocale();
  return (
    <Section id="sessions" title={t('record.sessions')} note={t('record.sessions_note')}>
      {sessions.length === 0 ? <Notice tone="none" small title={t('list.gap')}>{t('record.sessions_none')}</Notice> : (
        <List>
          {sessions.map((session) => <Item key={session.id} href={paths.in(language).session(session.ref)} title={<bdi>{session.title}</bdi>} marks={sessionTag(session.status, words)} note={<><bdi>{session.ref}</bdi> · {meetingTime(session, words, language)}</>} />)}
        </List>
      )}
    </Section>
  );
}
