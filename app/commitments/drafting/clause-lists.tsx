import { CheckList } from '#app/form/choice-field';
import { useText } from '#app/languages/text';
import type { ClauseChoice } from '../choices.server';

interface ClauseListsProps {
  readonly clauses: readonly ClauseChoice[];
  /** Ids. */
  readonly chosen: readonly string[];
  readonly errors: readonly string[] | undefined;
}

/** CO-1: the action lines, and folded away the clauses of other frameworks. Principles are served through their lines. */
export function ClauseLists({ clauses, chosen, errors }: ClauseListsProps) {
  const t = useText('commitments');
  const lines = clauses.filter((clause) => clause.kind === 'action_line');
  const others = clauses.filter((clause) => clause.kind !== 'action_line' && clause.kind !== 'principle');
  return (
    <>
      <CheckList name="nodes" label={t('form.clauses')} hint={t('form.clauses_hint')} choices={lines.map((line) => ({ value: line.id, label: `${line.code} ${line.title}` }))} defaultValue={chosen} errors={errors} />
      {others.length > 0 && (
        <details open={others.some((clause) => chosen.includes(clause.id))}>
          <summary>{t('form.other_frameworks')}</summary>
          <CheckList name="nodes" id="other-nodes" label={t('form.other_frameworks')} choices={others.map((clause) => ({ value: clause.id, label: `${clause.code} ${clause.title}`, hint: clause.framework }))} defaultValue={chosen} />
        </details>
      )}
    </>
  );
}
