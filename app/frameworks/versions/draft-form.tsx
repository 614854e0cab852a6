import type { ReactNode } from 'react';
import { useOutletContext } from '@remix-run/react';
import { SelectField, TextField } from '#app/form/field';
import { FormKey } from '#app/form/hidden';
import { useText } from '#app/languages/text';
import { paths, type DraftAct } from '#app/paths';
import { nodeKinds } from '../model';
import { standsUnder } from './clauses/model';
import { wordsIn } from './words';
import type { VersionDesk } from './desk-facts.server';
import type { DraftClause } from './queries.server';

export const useDesk = (): VersionDesk => useOutletContext<VersionDesk>();

/** A form of the desk: one act, one address. The key makes a second posting harmless. */
export function DraftForm({ act, className, children }: { readonly act: DraftAct; readonly className?: string; readonly children: ReactNode }) {
  const { draft } = useDesk();
  return (
    <form method="post" action={paths.draftAct(draft.framework, draft.number, act)} className={className}>
      {children}
      <FormKey />
    </form>
  );
}

interface FieldGiven {
  readonly name: string;
  readonly id: string;
  readonly errors: string[] | undefined;
  readonly defaultValue: string | undefined;
}

interface PlaceFieldsProps {
  readonly field: (name: 'code' | 'kind' | 'parent_id' | 'continues_id') => FieldGiven;
  /** The clause that is placed; none when it is a new one. */
  readonly clause?: DraftClause;
  readonly sent: boolean;
}

/** What a clause is called, where it stands, and which earlier clause it continues. */
export function PlaceFields({ field, clause, sent }: PlaceFieldsProps) {
  const t = useText('frameworks');
  const { draft, clauses, earlier } = useDesk();
  const kept = (name: keyof DraftClause & ('code' | 'kind' | 'parent_id' | 'continues_id'), fallback?: string) => {
    const given = field(name);
    return { ...given, defaultValue: sent ? given.defaultValue : (clause?.[name] ?? fallback) };
  };
  const parents = clauses.filter((one) => clause === undefined || !standsUnder(clauses, one.id, clause.id));
  return (
    <>
      <TextField {...kept('code')} label={t('draft.code')} hint={t('draft.code_hint')} maxLength={20} width={8} spellCheck={false} required />
      <SelectField {...kept('kind', clauses.at(-1)?.kind ?? 'action_line')} label={t('draft.kind')} options={nodeKinds.map((value) => ({ value, label: t(`kind.${value}`) }))} empty={null} />
      <SelectField {...kept('parent_id')} label={t('draft.parent')} options={parents.map((one) => ({ value: one.id, label: `${one.code} ${wordsIn(one, draft.authoritative_language)?.title ?? ''}` }))} empty={t('draft.top')} />
      {earlier.length > 0 && (
        <SelectField {...kept('continues_id')} label={t('draft.continues')} hint={t('draft.continues_hint')} options={earlier.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }))} empty={t('draft.continues_none')} />
      )}
    </>
  );
}
