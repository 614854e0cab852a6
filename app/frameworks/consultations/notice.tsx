import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Links } from '#app/ui/links';
import { Notice } from '#app/ui/notice';
import type { Consultation } from './queries.server';

interface ConsultationNoticesProps {
  /** Of the text that the page shows, as far as the viewer may read them. */
  readonly consultations: readonly Consultation[];
  /** The version that the page shows. */
  readonly version_id: string;
}

/** On the page of a version: whether the next one is being consulted on, and what was said on this one before it was published. */
export function ConsultationNotices({ consultations, version_id }: ConsultationNoticesProps) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const to = paths.in(language);
  const open = consultations.filter(({ state, version_id: of }) => state === 'open' && of !== version_id);
  const past = consultations.filter((one) => one.version_id === version_id);
  if (open.length + past.length === 0) return null;
  return (
    <div className="pb-32 flow">
      {open.map((one) => (
        <Notice key={one.ref} small title={t('consultations.invited', { number: one.number })}>
          {t('consultations.invited_until', { date: formatDate(language, one.closes_on) })} <a href={to.consultation(one.ref)}>{t('consultations.take_part')}</a>
        </Notice>
      ))}
      {past.length > 0 && <Links entries={past.map(({ ref }) => ({ href: to.consultation(ref), label: t('consultations.outcome', { ref }) }))} />}
    </div>
  );
}
