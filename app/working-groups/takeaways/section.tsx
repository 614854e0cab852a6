import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Section } from '#app/ui/section';
import type { SessionRow } from '#app/working-groups/sessions/queries.server';
import { TakeawayList } from './list';
import type { Takeaway } from './queries.server';

interface TakeawaysSectionProps {
  readonly session: Pick<SessionRow, 'ref' | 'status'>;
  readonly takeaways: readonly Takeaway[];
  readonly leads: boolean;
}

/** What a session agreed to carry forward; whoever leads the group writes it down from when it has begun. */
export function TakeawaysSection({ session, takeaways, leads }: TakeawaysSectionProps) {
  const t = useText('working-groups');
  const writes = leads && !['draft', 'convened', 'cancelled'].includes(session.status);
  if (takeaways.length === 0 && !writes) return null;
  return (
    <Section id="takeaways" title={t('takeaway.many')} note={t('takeaway.note')}>
      {takeaways.length === 0 ? <p className="muted">{t('takeaway.none')}</p> : <TakeawayList takeaways={takeaways} leads={leads} />}
      {writes && <p><a href={paths.sessionTakeaways(session.ref)}>{t('takeaway.record')}</a></p>}
    </Section>
  );
}
