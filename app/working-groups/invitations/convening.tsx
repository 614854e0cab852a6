import type { SubmissionResult } from '@conform-to/react';
import { ActPage } from '#app/form/act-page';
import { formatNumber, languageName } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { seatName } from '#app/working-groups/marks';
import type { AgendaItem } from '#app/working-groups/sessions/record.server';
import type { SessionRecord } from '#app/working-groups/sessions/queries.server';
import { MeetingTimes } from '#app/working-groups/sessions/times';
import type { Recipient } from './queries.server';

export interface ConveningFacts {
  readonly session: SessionRecord;
  readonly agenda: readonly AgendaItem[];
  readonly recipients: readonly Recipient[];
  /** Whether the notice that the terms of reference ask for has passed already. */
  readonly short: boolean;
  readonly ownZone: string;
}

const columns: readonly Column<Recipient>[] = [
  { id: 'name', header: (t) => t('invitation.who'), cell: (row) => <bdi>{row.name}</bdi> },
  { id: 'seat', header: (t) => t('seat.of'), cell: (row, { t, language }) => <><bdi>{seatName(row, t, language)}</bdi>{row.is_alternate && <span className="ref">{t('seat_role.alternate')}</span>}</> },
  { id: 'language', header: (t) => t('invitation.language'), cell: (row, { language }) => languageName(language, row.language) },
];

/** Before the mails leave: when and where, to whom, with which agenda; then the one button. */
export function ConveningPage({ session, agenda, recipients, short, ownZone, last }: ConveningFacts & { readonly last: SubmissionResult<string[]> | undefined }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const shown = (count: number) => ({ count, shown: formatNumber(language, count) });
  const desk = { href: paths.sessionDesk(session.ref), label: session.ref };
  const why = session.status !== 'draft' ? t('reasons.not_in_this_state') : agenda.length === 0 ? t('problems.agenda_needed') : undefined;
  return (
    <ActPage above={[{ href: paths.groupDesk(session.group_ref), label: t('desk.of', { name: session.group_name }) }, desk]} act={t('desk.convene')} lede={<bdi>{session.title}</bdi>}
      back={{ href: desk.href, label: t('invitation.not_yet') }} last={last} why={why} before={(
        <>
          <MeetingTimes session={session} ownZone={ownZone} />
          <div className="spacer" />
          {short && <Notice tone="warn" title={t('session.short_notice')}>{t('session.short_notice_text', shown(session.notice_days))}</Notice>}
          <Section id="readers" title={t('invitation.readers')} note={t('invitation.readers_note')}>
            <p><strong>{t('desk.will_mail', shown(recipients.length))}</strong></p>
            {recipients.length > 0 && <ListTable caption={t('invitation.readers')} columns={columns} rows={recipients} keyOf={(row) => row.id} t={t} />}
          </Section>
          <Section id="agenda" title={t('agenda.title')} note={t('invitation.letter_note')}>
            <ol>{agenda.map((item) => <li key={item.id}><bdi>{item.title}</bdi></li>)}</ol>
          </Section>
        </>
      )} />
  );
}
