import { CheckList } from '#app/form/choice-field';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import type { ClauseChoice } from '../choices.server';

interface ClauseListsProps {
  readonly clauses: readonly ClauseChoice[];
  /** Ids. */
  readonly chosen: readonly string[];
  readonly errors: readonly string[] | undefined;
}

/**
 * CO-1: the action lines, and folded away the clauses of other frameworks. Principles are served through their lines. What was chosen stays among
 * the choices, whatever it is: a clause of an earlier version as of that one.
 */
export function ClauseLists({ clauses, chosen, errors }: ClauseListsProps) {
  const t = useText('commitments');
  const { language } = useLocale();
  const earlier = clauses.filter((clause) => clause.earlier !== undefined);
  const inForce = clauses.filter((clause) => clause.earlier === undefined);
  const lines = inForce.filter((clause) => clause.kind === 'action_line' || (clause.kind === 'principle' && chosen.includes(clause.id)));
  const others = inForce.filter((clause) => clause.kind !== 'action_line' && clause.kind !== 'principle');
  return (
    <>
      <CheckList name="nodes" label={t('form.clauses')} hint={t('form.clauses_hint')} choices={lines.map((line) => ({ value: line.id, label: `${line.code} ${line.title}` }))} defaultValue={chosen} errors={errors} />
      {earlier.length > 0 && (
        <CheckList name="nodes" id="earlier-nodes" label={t('form.earlier_clauses')} hint={t('form.earlier_hint')} choices={earlier.map((clause) => ({ value: clause.id, label: `${clause.code} ${clause.title}`, hint: t('form.earlier_version', { framework: clause.framework, number: formatNumber(language, clause.earlier ?? 0) }) }))} defaultValue={chosen} />
      )}
      {others.length > 0 && (
        <details open={others.some((clause) => chosen.includes(clause.id))}>
          <summary>{t('form.other_frameworks')}</summary>
          <CheckList name="nodes" id="other-nodes" label={t('form.other_frameworks')} choices={others.map((clause) => ({ value: clause.id, label: `${clause.code} ${clause.title}`, hint: clause.framework }))} defaultValue={chosen} />
        </details>
      )}
    </>
  );
}
