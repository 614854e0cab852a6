import { RadioField } from '#app/form/choice-field';
import { ErrorSummary } from '#app/form/error-summary';
import { fieldIn, type ActPage } from '#app/form/act-page';
import { TextField } from '#app/form/field';
import { FormKey } from '#app/form/hidden';
import { summaryOf } from '#app/form/summary';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { meetingTime } from '#app/working-groups/marks';
import { Live, Part } from './live';
import { checkIns } from './model';
import { Now } from './now';
import type { RoomFacts } from './queries.server';

interface RoomProps extends RoomFacts {
  readonly last: Parameters<typeof ActPage>[0]['last'];
}

/** LV-1: a session for everybody in the group's own room: what is happening, and that one is there. */
export function RoomPage({ last, ...facts }: RoomProps) {
  const { session, own, leads } = facts;
  const t = useText('working-groups');
  const { language } = useLocale();
  return (
    <>
      <Crumbs above={[{ href: paths.in(language).workingGroup(session.group_ref), label: session.group_name }, { href: paths.in(language).session(session.ref), label: session.ref }]} here={t('room.title')} />
      <ErrorSummary errors={summaryOf(last?.error ?? {})} />
      <div className="pb-16 head">
        <div className="row">
          {session.status === 'in_progress' && <span className="live">{t('desk.live')}</span>}
          <span className="small muted num"><bdi>{session.ref}</bdi> · {meetingTime(session, t, language)}</span>
          {leads && <a className="push small" href={paths.sessionDesk(session.ref)}>{t('room.to_desk')}</a>}
        </div>
        <h1><bdi>{session.title}</bdi></h1>
        {session.join_link !== null && session.adjourned_at === null && <p><a href={session.join_link} rel="noreferrer">{t('session.join')}</a></p>}
      </div>
      {session.status === 'in_progress' && own.seated && <CheckIn {...facts} last={last} />}
      <Live session={session} view="room" now={facts.now} here={paths.sessionRoom(session.ref)}>
        <Part name="now"><Now {...facts} /></Part>
      </Live>
    </>
  );
}

function CheckIn({ session, own, last }: RoomProps) {
  const t = useText('working-groups');
  const field = fieldIn(last);
  const choices = checkIns.filter((value) => value !== 'left' || own.presence === 'in_person' || own.presence === 'remote');
  return (
    <section className="panel" aria-labelledby="me">
      <h2 id="me">{t('room.me')}</h2>
      <p>{own.presence === null ? t('room.not_noted') : t('room.noted', { presence: t(`presence.${own.presence}`) })}</p>
      <details open={own.presence === null || last !== undefined}>
        <summary>{t('room.check_in')}</summary>
        <form method="post" action={paths.sessionRoom(session.ref)} className="flow cap" noValidate>
          <FormKey />
          <RadioField {...field('presence', session.mode === 'in_person' ? 'in_person' : 'remote')} row label={t('room.how')} choices={choices.map((value) => ({ value, label: t(`room.as.${value}`) }))} required />
          <TextField {...field('code')} label={t('room.code')} hint={t('room.code_hint')} width={8} maxLength={6} spellCheck={false} optional />
          <Button>{t('room.say')}</Button>
        </form>
      </details>
    </section>
  );
}
