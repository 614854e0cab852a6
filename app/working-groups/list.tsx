import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Item, List } from '#app/ui/list';
import { groupTag, meetingTime } from './marks';
import type { GroupRow } from './queries.server';

/** The groups, each with what it is for, how much it has done and when it meets next. */
export function GroupList({ groups }: { readonly groups: readonly GroupRow[] }) {
  return <List>{groups.map((group) => <GroupItem key={group.ref} group={group} />)}</List>;
}

function GroupItem({ group }: { readonly group: GroupRow }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const foreign = group.language === language ? undefined : group.language;
  const number = (count: number) => ({ count, shown: formatNumber(language, count) });
  const facts = [t(`cadence.${group.cadence}`), t('group.seats_count', number(group.seats)), t('group.sessions_held', number(group.held)), t('group.decisions_adopted', number(group.decisions))];
  return (
    <Item href={paths.in(language).workingGroup(group.ref)} title={<span lang={foreign}>{group.name}</span>} marks={groupTag(group.status, t)} note={<><bdi>{group.ref}</bdi> · {facts.join(' · ')}</>}>
      {group.mandate !== null && <p><bdi lang={foreign}>{group.mandate}</bdi></p>}
      {group.next_ref !== null && group.next_at !== null && group.next_zone !== null && (
        <p className="small">
          {t('group.next')} <a href={paths.in(language).session(group.next_ref)}>{meetingTime({ starts_at: group.next_at, time_zone: group.next_zone }, t, language)}</a>
        </p>
      )}
    </Item>
  );
}
