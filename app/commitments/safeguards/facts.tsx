import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { Facts } from '#app/ui/facts';
import { safeguardWords, type Safeguard } from './model';

/** What a safeguard says, in the words of who wrote it. */
export function SafeguardFacts({ safeguard }: { readonly safeguard: Safeguard }) {
  const t = useText('commitments');
  const { language } = useLocale();
  const day = (label: string, on: string | null) => (on === null ? [] : [{ label, value: formatDate(language, on) }]);
  return (
    <Facts
      facts={[
        ...safeguardWords.map((name) => ({ label: t(`safeguards.field.${name}`), value: <span lang={safeguard.language} dir="auto">{safeguard[name]}</span> })),
        { label: t('safeguards.field.no_advertising'), value: t(safeguard.no_advertising ? 'yes' : 'no') },
        { label: t('safeguards.field.no_profiling'), value: t(safeguard.no_profiling ? 'yes' : 'no') },
        ...day(t('safeguards.field.service_until'), safeguard.service_until),
        ...day(t('safeguards.reviewed_on'), safeguard.reviewed_on), ...day(t('safeguards.approved_on'), safeguard.approved_on), ...day(t('safeguards.expires_on'), safeguard.expires_on),
      ]}
    />
  );
}
