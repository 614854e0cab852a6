import { FormKey } from '#app/form/hidden';
import { formatDate, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Empty } from '#app/ui/empty';
import { Head } from '#app/ui/head';
import { Item, List } from '#app/ui/list';
import { Section } from '#app/ui/section';

export interface ReminderRow {
  readonly ref: string;
  readonly party: string;
  readonly published_on: string;
  readonly readers: number;
}

/** Endorsers without a commitment that were not told yet, and the one button that writes to them. */
export function RemindersPage({ rows, readers }: { readonly rows: readonly ReminderRow[]; readonly readers: number }) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const to = paths.in(language);
  const shown = (count: number) => formatNumber(language, count);
  const silent = rows.filter((row) => row.readers === 0).length;
  return (
    <>
      <Crumbs above={[{ href: to.endorsements(), label: t('ledger.title') }]} here={t('remind.title')} />
      <Head tight title={t('remind.title')} lede={t('remind.lede')} />
      {rows.length === 0 ? <Empty title={t('remind.nobody')}><p>{t('remind.nobody_hint')}</p></Empty> : (
        <>
          <Section id="parties" title={t('remind.parties', { count: rows.length, shown: shown(rows.length) })} note={t('remind.rule')}>
            <List>
              {rows.map((row) => (
                <Item key={row.ref} href={to.endorsement(row.ref)} title={row.party}
                  note={`${t('remind.published', { date: formatDate(language, row.published_on) })} · ${t('remind.readers', { count: row.readers, shown: shown(row.readers) })}`} />
              ))}
            </List>
          </Section>
          <Section id="send" title={t('remind.send')}>
            <form method="post" className="flow">
              <FormKey />
              <p><strong>{t('publish.will_mail', { count: readers, shown: shown(readers) })}</strong></p>
              {silent > 0 && <p>{t('remind.silent', { count: silent, shown: shown(silent) })}</p>}
              <Button why={readers === 0 ? t('remind.nobody_to_write') : undefined}>{t('remind.send')}</Button>
            </form>
          </Section>
        </>
      )}
    </>
  );
}
