import { formatDayInZone, formatList, formatNumber, formatTime } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Crumbs } from '#app/ui/crumbs';
import { Facts } from '#app/ui/facts';
import { Head } from '#app/ui/head';
import { Section } from '#app/ui/section';
import { Tag } from '#app/ui/tag';
import { seatName, zoneName } from '#app/working-groups/marks';
import { inGroups } from './canonical';
import type { OpenedName } from './queries.server';
import type { SealCheck } from './seal.server';
import { seatIn, type MinutesView, type SealFacts as Seal } from './view';

interface SealProps {
  readonly session: { readonly ref: string; readonly time_zone: string };
  readonly minutes: MinutesView;
  readonly seal: Seal;
}

/** What was sealed, when, by whom, and how anybody checks it without this site. */
export function SealFacts({ session, minutes, seal }: SealProps) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const to = paths.in(language);
  return (
    <Section id="seal" title={t('minutes.seal')} note={t('minutes.seal_note')}>
      <SealTable session={session} minutes={minutes} seal={seal} />
      <p className="hash" dir="ltr">{inGroups(seal.sha256)}</p>
      <h3>{t('minutes.check_yourself')}</h3>
      <Steps session={session} seal={seal} />
      <p className="small"><a href={to.minutes(session.ref, 'seal')}>{t('minutes.check')}</a></p>
    </Section>
  );
}

function SealTable({ session, minutes: { record }, seal }: SealProps) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const named = (number: number | null) => {
    const seat = seatIn(record, number);
    return seat === undefined ? t('minutes.chair') : seatName(seat, t, language);
  };
  const at = (zone: string) => t('time.at', { day: formatDayInZone(language, seal.sealed_at, zone), time: formatTime(language, seal.sealed_at, zone), zone: zoneName(zone) });
  return (
    <Facts facts={[
      { label: t('minutes.number'), value: <bdi>{seal.ref}</bdi> },
      { label: t('minutes.sealed'), value: <>{at(session.time_zone)} · {at('UTC')}</> },
      { label: t('minutes.approved_by'), value: <bdi>{named(seal.approved_by)}</bdi> },
      ...(seal.seconded_by === null ? [] : [{ label: t('minutes.seconded_by'), value: <bdi>{named(seal.seconded_by)}</bdi> }]),
      { label: t('minutes.what_sealed'), value: t('minutes.what_sealed_text') },
      { label: 'SHA-256', value: t('minutes.of_record', { shown: formatNumber(language, seal.rule_version) }) },
    ]} />
  );
}

function Steps({ session, seal }: { readonly session: { readonly ref: string }; readonly seal: Seal }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  return (
    <ol className="small flow">
      <li><a href={paths.in(language).minutes(session.ref, 'record.json')}>{t('minutes.download')}</a> ({t('minutes.bytes', { shown: formatNumber(language, seal.bytes) })})</li>
      <li>{t('minutes.compute')} <code dir="ltr">sha256sum {seal.ref}.json</code></li>
      <li>{t('minutes.compare')}</li>
    </ol>
  );
}

interface SealPageProps extends SealProps {
  readonly session: { readonly ref: string; readonly time_zone: string; readonly title: string };
  readonly check: SealCheck;
  readonly names: readonly OpenedName[];
}

/** The seal, computed again at every question, and the names that may be told with what opens their commitments. */
export function SealPage({ session, minutes, seal, check, names }: SealPageProps) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const to = paths.in(language);
  return (
    <>
      <Crumbs above={[{ href: to.session(session.ref), label: session.ref }, { href: to.minutes(session.ref), label: t('minutes.title') }]} here={t('minutes.seal')} />
      <Head tight kick={<bdi>{seal.ref}</bdi>} title={t('minutes.seal_of', { ref: session.ref })} lede={t(check.holds ? 'minutes.holds_text' : 'minutes.broken_text')}>
        <Tag tone={check.holds ? 'ok' : 'off'}>{t(check.holds ? 'minutes.holds' : 'minutes.broken')}</Tag>
      </Head>
      <Section id="hash" title="SHA-256" note={t('minutes.hash_note')}>
        <p className="hash" dir="ltr">{inGroups(seal.sha256)}</p>
        <SealTable session={session} minutes={minutes} seal={seal} />
        <Steps session={session} seal={seal} />
      </Section>
      <Section id="checks" title={t('minutes.checks')} note={t('minutes.checks_note')}>
        <ul className="plain flow">
          <Checked good={check.recomputed === check.sha256} what={t('minutes.check_bytes')} />
          <Checked good={check.altered.length === 0} what={t('minutes.check_rows')} />
          <Checked good={check.trailed === check.sha256} what={t('minutes.check_trail')} />
        </ul>
        {check.altered.length > 0 && <p className="small">{t('minutes.altered')} <code dir="ltr">{formatList(language, [...check.altered])}</code></p>}
      </Section>
      <Section id="names" title={t('minutes.names')} note={t('minutes.names_note')}>
        {names.length === 0 ? <p className="muted">{t('minutes.no_names')}</p> : (
          <ul className="plain flow small">{names.map((one) => <li key={one.number}><bdi>{one.name}</bdi> · {formatNumber(language, one.number)} · <code dir="ltr">{one.salt}</code></li>)}</ul>
        )}
      </Section>
    </>
  );
}

function Checked({ good, what }: { readonly good: boolean; readonly what: string }) {
  const t = useText('working-groups');
  return <li><Tag tone={good ? 'ok' : 'off'}>{t(good ? 'minutes.equal' : 'minutes.differs')}</Tag> {what}</li>;
}
