import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { DueTable } from '#app/records/due/table';
import { ListTable } from '#app/table/table';
import { ButtonLink } from '#app/ui/button';
import { Empty } from '#app/ui/empty';
import { Section } from '#app/ui/section';
import { sessionColumns } from '#app/working-groups/sessions/table';
import { offerTable } from '../offers/table';
import { requestTable } from '../requests/table';
import type { Room } from './record.server';

/** What is due in the country, soonest first. */
export function RoomDue({ due, today }: { readonly due: Room['due']; readonly today: string }) {
  const t = useText('countries');
  return (
    <Section id="due" title={t('room.due')} note={t('room.due_note')}>
      {due.length === 0 ? <Empty title={t('room.nothing_due')} /> : <DueTable items={due} today={today} />}
    </Section>
  );
}

/** Offers that wait for the country's answer, and all of its requests. */
export function RoomExchange({ requests, waiting, iso2, mayWrite }: Pick<Room, 'requests' | 'waiting'> & { readonly iso2: string; readonly mayWrite: boolean }) {
  const t = useText('countries');
  const to = paths.in(useLocale().language);
  return (
    <Section id="requests" title={t('requests.and_offers')} note={t('room.requests_note')}>
      <h3>{t('room.waiting')}</h3>
      {waiting.rows.length === 0 ? <p className="muted">{t('room.no_waiting')}</p> : <ListTable caption={t('room.waiting')} columns={offerTable} rows={waiting.rows} keyOf={(row) => row.id} t={t} hidden={['state']} />}
      <h3>{t('requests.title')}</h3>
      {requests.rows.length === 0 ? <p className="muted">{t('room.no_requests')}</p> : <ListTable caption={t('requests.title')} columns={requestTable} rows={requests.rows} keyOf={(row) => row.id} t={t} hidden={['country']} />}
      <div className="row pt-16">
        {mayWrite && <ButtonLink href={paths.newRequest({ country: iso2 })}>{t('requests.write')}</ButtonLink>}
        <a href={to.requests({ country: iso2 })}>{t('requests.all')}</a>
        <a href={to.offers({ country: iso2 })}>{t('offers.title')}</a>
      </div>
    </Section>
  );
}

/** Sessions of the national coalition's groups, latest first; meeting zone first. */
export function RoomSessions({ sessions }: Pick<Room, 'sessions'>) {
  const t = useText('countries');
  const words = useText('working-groups');
  return (
    <Section id="sessions" title={t('room.sessions')} note={t('room.sessions_note')}>
      {sessions.length === 0 ? <p className="muted">{t('room.no_sessions')}</p> : <ListTable caption={t('room.sessions')} columns={sessionColumns} rows={sessions} keyOf={(row) => row.id} t={words} hidden={['mode']} />}
    </Section>
  );
}
