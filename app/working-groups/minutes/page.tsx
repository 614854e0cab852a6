import { blocksOfMarkdown } from '#app/document/markdown';
import { Prose } from '#app/document/prose';
import { formatDate, formatNumber, languageName } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { ListTable } from '#app/table/table';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Links } from '#app/ui/links';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { Tag } from '#app/ui/tag';
import { sessionTag } from '#app/working-groups/marks';
import { Attendance } from '#app/working-groups/sessions/attendance';
import { QuorumFacts, QuorumLine } from '#app/working-groups/sessions/quorum';
import type { SessionRecord } from '#app/working-groups/sessions/queries.server';
import { MeetingTimes } from '#app/working-groups/sessions/times';
import { AmendmentTable } from './amendments/table';
import { Decisions } from './decisions';
import { ErrataList, passageName } from './errata';
import { GuestList } from './guests/list';
import { SealFacts } from './seal';
import { minutesActionColumns, minutesItemColumns } from './tables';
import { quorumIn, roomIn, type MinutesView } from './view';

export interface MinutesFacts {
  readonly session: SessionRecord;
  readonly minutes: MinutesView;
  readonly today: string;
  readonly ownZone: string | undefined;
  readonly works: boolean;
}

/** The minutes of a session: everything from the record, what became of it since, and what was said to be wrong. */
export function MinutesPage(facts: MinutesFacts) {
  const { session, minutes, works } = facts;
  const t = useText('working-groups');
  const { language } = useLocale();
  const to = paths.in(language);
  const { seal, errata, record } = minutes;
  return (
    <>
      <Crumbs above={[{ href: to.workingGroups(), label: t('groups.title') }, { href: to.workingGroup(session.group_ref), label: session.group_name }, { href: to.session(session.ref), label: session.ref }]} here={t('minutes.title')} />
      <Head tight kick={<><bdi>{record.labels.group}</bdi> · <bdi>{session.ref}</bdi></>} title={t('minutes.of', { number: formatNumber(language, session.number) })} lede={<Lede minutes={minutes} />}>
        {seal === null ? sessionTag(session.status, t) : <Tag tone="none" icon="lock">{t('minutes.sealed_on', { day: formatDate(language, dayOf(seal.sealed_at, session.time_zone)) })}</Tag>}
        {errata.length > 0 && <Tag tone="late">{t('erratum.count', { shown: formatNumber(language, errata.length) })}</Tag>}
        {record.session.typed_in_at !== null && <Tag tone="draft">{t('minutes.typed_in')}</Tag>}
        <span className="tiny muted">{t('minutes.language', { language: languageName(language, record.language) })}</span>
        {works && <a href={paths.minutesWork(session.ref)}>{t('minutes.work')}</a>}
      </Head>
      <p className="small"><bdi>{session.title}</bdi></p>
      <MeetingTimes session={session} ownZone={facts.ownZone} />
      <div className="spacer" />
      {errata.map((one) => (
        <Notice key={one.number} tone="warn" title={t('erratum.dated', { number: formatNumber(language, one.number), day: formatDate(language, dayOf(one.recorded_at, session.time_zone)) })}>
          {one.passage !== null && <>{passageName(record, one.passage, t, language)}: </>}<del><bdi>{one.wrong}</bdi></del> <ins><bdi>{one.correct}</bdi></ins> {t('erratum.unchanged')} <a href="#errata">{t('erratum.title')}</a>
        </Notice>
      ))}
      <Body {...facts} />
      {seal !== null && <SealFacts session={session} minutes={minutes} seal={seal} />}
      {seal !== null && <Section id="errata" title={t('erratum.title')} note={t('erratum.note')}><ErrataList session={session} minutes={minutes} seal={seal} /></Section>}
      <Links entries={[
        ...(seal === null ? [] : [{ href: to.minutes(session.ref, 'minutes.pdf'), label: t('minutes.pdf') }, { href: to.minutes(session.ref, 'record.json'), label: t('minutes.file') }, { href: to.minutes(session.ref, 'seal'), label: t('minutes.check') }]),
        { href: to.session(session.ref), label: t('desk.page') },
      ]} />
    </>
  );
}

function Lede({ minutes: { record } }: { readonly minutes: MinutesView }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const shown = (count: number) => ({ count, shown: formatNumber(language, count) });
  const { present, base } = record.quorum;
  return [
    t('session.lede.present', { present: formatNumber(language, present), base: formatNumber(language, base), count: base }),
    record.decisions.length === 0 ? t('decision.none') : t('session.lede.decisions', shown(record.decisions.length)), record.actions.length === 0 ? t('action.none') : t('session.lede.actions', shown(record.actions.length)),
  ].join(' ');
}

function Body({ session, minutes, today }: MinutesFacts) {
  const t = useText('working-groups');
  const { record, window } = minutes;
  const room = roomIn(minutes);
  const { language } = useLocale();
  return (
    <>
      <Section id="attendance" title={t('attendance.title')} note={t('attendance.note')}>
        <Attendance room={room} />
        <GuestList minutes={minutes} />
      </Section>
      <Section id="quorum" title={t('quorum.title')} note={t('quorum.note')}>
        <QuorumLine quorum={quorumIn(record)} />
        <QuorumFacts room={room} zone={session.time_zone} />
      </Section>
      <Section id="items" title={t('minutes.items')} note={t('minutes.items_note')}>
        <Words text={record.opening} language={record.language} />
        <ListTable caption={t('agenda.title')} columns={minutesItemColumns} rows={itemRows(minutes)} keyOf={(row) => String(row.item)} t={t} hidden={record.items.some((item) => item.section !== null) ? [] : ['section']} />
        {record.items.filter((item) => item.text !== '').map((item) => (
          <div key={item.item} className="pt-16">
            <h3 id={`item-${item.item}`}>{formatNumber(language, item.item)}. <bdi>{item.title}</bdi></h3>
            <Words text={item.text} language={record.language} />
          </div>
        ))}
        {record.closing !== '' && <div className="pt-16"><Words text={record.closing} language={record.language} /></div>}
        {record.links.length > 0 && <Links entries={record.links.map(({ text, href }) => ({ href, label: text }))} />}
      </Section>
      <Section id="decisions" title={t('decisions.title')} note={t('decisions.note')}><Decisions minutes={minutes} /></Section>
      <Section id="actions" title={t('action.many')} note={t('minutes.actions_note')}>
        {record.actions.length === 0 ? <p className="muted">{t('action.none')}</p> : <ListTable caption={t('action.many')} columns={minutesActionColumns(today)} rows={actionRows(minutes)} keyOf={(row) => row.ref} t={t} />}
      </Section>
      {window !== null && (
        <Section id="amendments" title={t('minutes.amendments')} note={t('minutes.window', { from: formatDate(language, dayOf(window.from, session.time_zone)), until: formatDate(language, dayOf(new Date(window.until.getTime() - 1), session.time_zone)), shown: formatNumber(language, window.days) })}>
          <AmendmentTable minutes={minutes} />
        </Section>
      )}
    </>
  );
}

/** Prose of the record, in its own language and direction. */
export function Words({ text, language }: { readonly text: string; readonly language: Language }) {
  return text === '' ? null : <div className="prose flow" lang={language} dir="auto"><Prose blocks={blocksOfMarkdown(text)} under={3} /></div>;
}

const itemRows = ({ record, decisions }: MinutesView) => record.items.map((item) => ({
  ...item, refs: [...record.decisions.filter((one) => one.item === item.item && one.ref in decisions).map((one) => one.ref), ...record.actions.filter((one) => one.item === item.item).map((one) => one.ref)],
}));
const actionRows = ({ record, names, actions }: MinutesView) => record.actions.map((action) => ({ ...action, record, name: names[action.owner] ?? null, now: actions[action.ref] }));
