import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Notice } from '#app/ui/notice';
import type { Relative, Succession } from './queries.server';

/** Which promise this one takes the place of, and which has taken its place: both stay readable. */
export function SuccessionNotices({ succession: { before, after } }: { readonly succession: Succession }) {
  const t = useText('commitments');
  const { language } = useLocale();
  if (before === undefined && after === undefined) return null;
  return (
    <div className="flow remarks">
      {after !== undefined && <Notice small tone={after.published_on === null ? undefined : 'none'} title={t(after.published_on === null ? 'succession.being_written' : 'succession.replaced', { on: after.published_on === null ? '' : formatDate(language, after.published_on) })}><Other relative={after} /></Notice>}
      {before !== undefined && <Notice small title={t('succession.replaces')}><Other relative={before} /> {t('succession.first')}</Notice>}
    </div>
  );
}

function Other({ relative: { ref, title, language: written } }: { readonly relative: Relative }) {
  const { language } = useLocale();
  return <a href={paths.in(language).commitment(ref)}><bdi>{ref}</bdi> <span lang={written === language ? undefined : written} dir="auto">{title}</span></a>;
}
