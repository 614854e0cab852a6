import { languageName } from '#app/languages/format';
import { languages } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Icon } from '#app/ui/icon';
import { treeOf, type TreeNode } from '../model';
import { freshnessOf } from '#app/records/translations/model';
import { DraftForm, useDesk } from './draft-form';
import type { DraftClause } from './queries.server';
import { wordsIn } from './words';

/** The clauses in their order, each with buttons that move it among those beside it. Under another parent it is put on its own page. */
export function DraftTree() {
  const { clauses } = useDesk();
  return <Level nodes={treeOf(clauses)} />;
}

function Level({ nodes }: { readonly nodes: readonly TreeNode<DraftClause>[] }) {
  return (
    <ol className="agenda">
      {nodes.map(({ node, children }, at) => (
        <li key={node.id} id={`clause-${node.id}`}>
          <bdi className="num">{node.code}</bdi>
          <ClauseLine clause={node} />
          <DraftForm act="order" className="updown">
            {at > 0 && <Move clause={node} way="up" />}
            {at < nodes.length - 1 && <Move clause={node} way="down" />}
          </DraftForm>
          {children.length > 0 && <div className="under"><Level nodes={children} /></div>}
        </li>
      ))}
    </ol>
  );
}

function ClauseLine({ clause }: { readonly clause: DraftClause }) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const { draft } = useDesk();
  const words = wordsIn(clause, draft.authoritative_language);
  const open = languages.filter((one) => ['missing', 'outdated', 'machine'].includes(freshnessOf(wordsIn(clause, one), draft.authoritative_language, clause.text_version)));
  return (
    <span>
      <a href={paths.draftClause(draft.framework, draft.number, clause.id)} dir="auto">{words?.title ?? t('draft.untitled')}</a>
      <span className="tiny">
        {t(`kind.${clause.kind}`)}
        {clause.continues !== null && clause.continues !== clause.code && <> · {t('draft.was', { code: clause.continues })}</>}
        {open.length > 0 && <> · {t('draft.open_in', { languages: open.map((one) => languageName(language, one)).join(', ') })}</>}
      </span>
    </span>
  );
}

function Move({ clause, way }: { readonly clause: DraftClause; readonly way: 'up' | 'down' }) {
  const t = useText('frameworks');
  return <button name={way} value={clause.id} aria-label={t(`draft.move_${way}`, { code: clause.code })}><Icon name={way} /></button>;
}
