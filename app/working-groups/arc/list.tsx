import { formatDate, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Tag } from '#app/ui/tag';
import { sessionTag } from '#app/working-groups/marks';
import type { ArcEntry, ArcMonth, ArcTerms } from './model';

interface ArcListProps {
  readonly group: string;
  readonly label: string;
  readonly months: readonly ArcMonth[];
  /** The day that is to be planned next, and where that is done, for whoever does it. */
  readonly next: ArcEntry | undefined;
  readonly plan: string | undefined;
}

/** As many sessions of one month as are named; more are told by their number. */
const mostNamed = 8;

/** What stands in some months, day by day, in words. */
export function ArcList({ group, label, months, next, plan }: ArcListProps) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const lines = months.flatMap((one) => [...one.terms.map(termsLine), ...(one.entries.length > mostNamed ? [manyLine(one)] : one.entries.map(entryLine))]);
  return (
    <section aria-label={label}>
      <h3>{label}</h3>
      {lines.length === 0 ? <p className="muted small">{t('arc.none')}</p> : <ol className="arc pt-8">{lines.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)).map(({ key, day, content }) => <li key={key}><time dateTime={day}>{formatDate(language, day, 'brief')}</time><div>{content}</div></li>)}</ol>}
    </section>
  );

  function termsLine({ version, from_on, cadence }: ArcTerms) {
    return { key: `terms ${version}`, day: from_on, content: <a href={paths.in(language).groupTerms(group)}>{t('arc.terms', { version: formatNumber(language, version), cadence: t(`cadence.${cadence}`) })}</a> };
  }

  function entryLine({ kind, day, session }: ArcEntry) {
    if (session !== undefined) return { key: session.ref, day, content: <div className="row"><a href={paths.in(language).session(session.ref)}><bdi>{session.title}</bdi></a>{sessionTag(session.status, t)}</div> };
    const planned = kind === 'proposed' && day === next?.day ? plan : undefined;
    return { key: `${kind} ${day}`, day, content: <div className="row">{planned !== undefined && <a href={planned}>{t('arc.plan')}</a>}<Tag tone="draft">{t('arc.kind.proposed')}</Tag></div> };
  }

  function manyLine({ month, entries }: ArcMonth) {
    return { key: month, day: entries[0]?.day ?? month, content: <a href={paths.in(language).sessions({ group, year: month.slice(0, 4) })}>{t('arc.many', { count: entries.length, shown: formatNumber(language, entries.length) })}</a> };
  }
}
