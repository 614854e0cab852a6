import { FormKey } from '#app/form/hidden';
import { formatDayInZone } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';

interface CalendarPageProps {
  readonly title: string;
  /** Since when there is an address. */
  readonly since: Date | string | null;
  readonly zone: string;
  /** The address that was just made: it is never shown again. */
  readonly address: string | undefined;
}

/** The address under which a calendar program reads somebody's sessions: made, renewed and ended here. */
export function CalendarPage({ title, since, zone, address }: CalendarPageProps) {
  const t = useText('working-groups');
  const records = useText('records');
  const { language } = useLocale();
  const stands = since !== null || address !== undefined;
  return (
    <>
      <Crumbs above={[{ href: paths.my, label: records('my.title') }]} here={title} />
      <Head tight title={title} lede={t('calendar.lede')} />
      {address !== undefined && (
        <Notice role="status" title={t('calendar.made')}>{t('calendar.made_note')}</Notice>
      )}
      <Section id="address" title={t('calendar.address')} note={t('calendar.address_note')}>
        {address !== undefined && <p><code dir="ltr">{address}</code></p>}
        {address === undefined && <p>{since === null ? t('calendar.none') : t('calendar.since', { day: formatDayInZone(language, since, zone) })}</p>}
        <form method="post" action={paths.myCalendar()} className="flow">
          <FormKey />
          {stands && <p className="small">{t('calendar.renew_follows')}</p>}
          <div className="row">
            <Button weight={stands ? 'second' : 'main'}>{t(stands ? 'calendar.renew' : 'calendar.make')}</Button>
            {stands && <a href={paths.myCalendar('end')}>{t('calendar.end')}</a>}
          </div>
        </form>
      </Section>
    </>
  );
}
