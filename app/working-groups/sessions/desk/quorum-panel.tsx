import { useText } from '#app/languages/text';
import { quorumOf } from '#app/working-groups/sessions/model';
import { QuorumFacts, QuorumLine } from '#app/working-groups/sessions/quorum';
import type { Desk } from './act-form';

/** WG-3: the quorum as it is now, counted anew whenever attendance changes. */
export function QuorumPanel({ desk }: { readonly desk: Desk }) {
  const t = useText('working-groups');
  const { room, session } = desk;
  return (
    <section className="panel" aria-labelledby="quorum">
      <h2 id="quorum">{t('desk.quorum')}</h2>
      <QuorumLine quorum={quorumOf(room)} />
      <QuorumFacts room={room} zone={session.time_zone} />
      {session.status === 'in_progress' && <p className="small"><a href="#here">{t('desk.mark_who')}</a></p>}
    </section>
  );
}
