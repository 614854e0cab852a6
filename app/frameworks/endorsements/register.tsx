import { FormKey } from '#app/form/hidden';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import type { WaitingRegister } from './registers.server';

/** Endorsements from a register that wait for a second pair of eyes. */
export function RegisterNotice({ waiting: { open, own }, framework }: { readonly waiting: WaitingRegister; readonly framework: string }) {
  const t = useText('frameworks');
  const { language } = useLocale();
  if (open + own === 0) return null;
  const shown = (count: number) => formatNumber(language, count);
  return (
    <form method="post" action={paths.endorsementRegister(framework)} className="ask flow noprint">
      <FormKey />
      <p><strong>{t('register.waiting', { count: open + own, shown: shown(open + own) })}</strong> {t('register.text')}</p>
      <Button why={open === 0 ? t('register.own') : undefined}>{t('register.accept', { count: open === 0 ? own : open, shown: shown(open === 0 ? own : open) })}</Button>
    </form>
  );
}
