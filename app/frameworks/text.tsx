import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Chips } from '#app/ui/chips';
import { List } from '#app/ui/list';
import { Tag } from '#app/ui/tag';
import { named } from './addresses';
import { declarationCode, treeOf } from './model';
import type { Crossing } from './crosswalk/queries.server';
import { crossingLabel } from './crosswalk/words';
import type { Clause, Version } from './queries.server';

/** Says whose wording this is: a paraphrase must never be quoted as what was signed. */
export function StandingMark({ version }: { readonly version: Pick<Version, 'standing' | 'source'> }) {
  const t = useText('frameworks');
  return (
    <>
      <Tag tone={version.standing === 'official' ? 'ok' : 'late'} icon={version.standing === 'official' ? 'ok' : 'draft'}>{t(`standing.${version.standing}`)}</Tag>
      <span className="tiny muted">
        {version.standing === 'working_paraphrase' && t('standing.not_official')}
        {version.source !== null && <> <bdi lang="en">{version.source}</bdi></>}
      </span>
    </>
  );
}

interface DeclarationTextProps {
  readonly version: Pick<Version, 'number' | 'status'>;
  /** There are other versions: what names a clause is asked for in this one. */
  readonly several: boolean;
  readonly clauses: readonly Clause[];
  readonly crossings: readonly Crossing[];
}

/** Principles and their action lines, each with its crosswalk and the promises that name it. */
export function DeclarationText({ version, several, clauses, crossings }: DeclarationTextProps) {
  const { language } = useLocale();
  const asked = version.status === 'superseded' ? { version: version.number } : undefined;
  return (
    <>
      {treeOf(clauses).map(({ node, children }) => (
        <div key={node.code}>
          <h3 className="h22" id={node.code}><a href={paths.in(language).clause(node.code, asked)}>{node.code}</a> {node.title}</h3>
          {node.body !== '' && <p className="pb-8" lang={node.language === language ? undefined : node.language}>{node.body}</p>}
          <List clauses>{children.map(({ node: line }) => <ActionLine key={line.code} line={line} asked={asked} several={several} number={version.number} crossings={crossings.filter((one) => one.node_id === line.id)} />)}</List>
        </div>
      ))}
    </>
  );
}

interface ActionLineProps {
  readonly line: Clause;
  readonly asked: { readonly version: number } | undefined;
  readonly several: boolean;
  readonly number: number;
  readonly crossings: readonly Crossing[];
}

function ActionLine({ line, asked, several, number, crossings }: ActionLineProps) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const to = paths.in(language);
  return (
    <li>
      <div className="row"><h4 id={line.code}><a href={to.clause(line.code, asked)}>{line.code}</a> {line.title}</h4></div>
      <p lang={line.language === language ? undefined : line.language}>{line.body}</p>
      <div className="row">
        {crossings.length > 0 && <Chips label={t('crosswalk.maps_to', { code: line.code })} chips={crossings.map((one) => ({ href: `${to.framework(one.framework)}#${one.code}`, label: crossingLabel(one) }))} />}
        <a className="push small" href={to.commitments(named({ framework: declarationCode, code: line.code, version: number, several }))}>
          {t('clause.commitments', { count: line.commitments, shown: formatNumber(language, line.commitments) })}
          <span className="vh"> {line.code}</span>
        </a>
      </div>
    </li>
  );
}
