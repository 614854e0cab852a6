import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { ButtonLink } from '#app/ui/button';
import type { DeskFacts } from '../desk-facts.server';
import { ErratumWords } from './notes';

/** What an edition corrects, and the way to the next one. */
export function Corrections({ report, why }: Pick<DeskFacts, 'report' | 'why'>) {
  const t = useText('reporting');
  const way = why.correct === undefined ? 'correction' : why.addErratum === undefined ? 'errata' : undefined;
  return (
    <div className="flow">
      {report.errata.length === 0 && <p className="muted">{t('errata.none')}</p>}
      {report.errata.length > 0 && <ul>{report.errata.map((one) => <li key={one.id}><ErratumWords erratum={one} /></li>)}</ul>}
      {way === undefined ? why.correct !== undefined && report.published_on === null && <p className="small muted">{t(why.correct)}</p>
        : <ButtonLink weight="second" href={paths.reportAct(report.ref, way)}>{t(`errata.act.${way}`)}</ButtonLink>}
    </div>
  );
}
