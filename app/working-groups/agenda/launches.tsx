import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { meetingTime } from '#app/working-groups/marks';
import type { Launch } from './reports.server';

/** Where a report is launched, on its page; nothing where no agenda names it. */
export function Launches({ launches }: { readonly launches: readonly Launch[] }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  if (launches.length === 0) return null;
  return (
    <div className="pb-16">
      {launches.map((one) => (
        <p key={one.ref} className="small">{t('agenda.launched')} <a href={paths.in(language).session(one.ref)}><bdi>{one.title}</bdi></a> <span className="muted">{meetingTime(one, t, language)}</span></p>
      ))}
    </div>
  );
}
