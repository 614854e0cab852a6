import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths, type GroupAct } from '#app/paths';
import { ButtonLink } from '#app/ui/button';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { Timeline } from '#app/ui/timeline';
import type { GroupRecord } from '#app/working-groups/queries.server';
import { hasEnded, isAtWork } from '#app/working-groups/model';
import type { LifeStep } from './queries.server';

export interface LifeFacts {
  /** The first one first. */
  readonly steps: readonly LifeStep[];
  /** What the viewer may do with the group now. */
  readonly acts: readonly GroupAct[];
  /** Whether the viewer gives its seats. */
  readonly seats: boolean;
}

/** What a state means for those who come: that it is not at work yet, or not any more; and the steps that its reader may take. */
export function Standing({ group, life: { steps, acts, seats } }: { readonly group: GroupRecord; readonly life: LifeFacts }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const last = steps.at(-1);
  if (isAtWork(group.status) && acts.length === 0) return null;
  return (
    <div className="flow pb-24">
      {!isAtWork(group.status) && last !== undefined && (
        <Notice title={t(`life.now.${group.status}`, { day: formatDate(language, last.taken_on) })} below={(
          <>
            {last.reason !== null && <p dir="auto">{last.reason}</p>}
            <p>{t(hasEnded(group.status) ? 'life.remains' : `life.next.${group.status}`)}</p>
          </>
        )} />
      )}
      {(acts.length > 0 || (seats && !isAtWork(group.status))) && (
        <p className="row noprint">
          {acts.map((act) => <ButtonLink key={act} weight="second" href={paths.groupAct(group.ref, act)}>{t(`life.act.${act}`)}</ButtonLink>)}
          {seats && !isAtWork(group.status) && <ButtonLink weight="second" href={paths.groupSeats(group.ref)}>{t('seats.standing')}</ButtonLink>}
        </p>
      )}
    </div>
  );
}

/** The life of a group in words, each step with its day, and its end as it was planned. */
export function LifeSection({ group, steps }: { readonly group: GroupRecord; readonly steps: readonly LifeStep[] }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const planned = group.ended_on === null && group.ends_on !== null ? [{ key: 'planned', when: formatDate(language, group.ends_on), dateTime: group.ends_on, title: t('life.planned_end') }] : [];
  return (
    <Section id="life" title={t('life.title')} note={t('life.note')}>
      <Timeline moments={[...steps.map(({ status, taken_on, reason, heir }) => ({
        key: status, when: formatDate(language, taken_on), dateTime: taken_on, title: t(`life.step.${status}`), first: true,
        children: <>{reason !== null && <p dir="auto">{reason}</p>}{heir !== null && <p>{t('life.passed_to', { name: heir })}</p>}</>,
      })), ...planned]} />
    </Section>
  );
}
