import { FormKey } from '#app/form/hidden';
import { formatDayInZone, formatTime } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { MailAddress } from '#app/ui/mail-address';
import { Notice } from '#app/ui/notice';
import type { WaitingAddress } from './queries.server';

/** The change that waits: for what, until when, and the way to call it off. */
export function WaitingNotice({ waiting, zone }: { readonly waiting: WaitingAddress; readonly zone: string }) {
  const t = useText('accounts');
  const { language } = useLocale();
  const { address, confirmed, counts_from } = waiting;
  const from = { day: formatDayInZone(language, counts_from, zone), time: formatTime(language, counts_from, zone), zone };
  return (
    <div className="pb-24">
      <Notice title={<MailAddress address={address} />}>{t(confirmed ? 'address.waits_for_time' : 'address.waits_for_confirmation', from)}</Notice>
      <form method="post" action={paths.accountAddressWithdrawal} className="pt-8">
        <FormKey />
        <Button weight="second">{t('address.withdraw')}</Button>
      </form>
    </div>
  );
}
