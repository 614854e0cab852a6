import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { Facts } from '#app/ui/facts';
import type { AdherenceRow } from './list';
import { evidenceLinks } from './table';

/** What was signed, for whoever decides about it. */
export function AdherenceFacts({ adherence: { member, signed_by, signed_on, starts_on, expires_on, evidence } }: { readonly adherence: AdherenceRow }) {
  const t = useText('members');
  const { language } = useLocale();
  const day = (on: string) => formatDate(language, on);
  return (
    <div className="pb-24">
      <Facts
        facts={[
          { label: t('list.name'), value: <span dir="auto">{member}</span> },
          { label: t('adherences.signed_by'), value: <span dir="auto">{signed_by}</span> },
          { label: t('adherences.signed_on'), value: day(signed_on) },
          { label: t('adherences.holds'), value: t('record.from_to', { from: day(starts_on), to: day(expires_on) }) },
          { label: t('adherences.evidence'), value: evidenceLinks(evidence) },
        ]}
      />
    </div>
  );
}
