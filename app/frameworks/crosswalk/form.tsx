import type { SubmissionResult } from '@conform-to/react';
import { ActPage as Page, fieldIn } from '#app/form/act-page';
import { RadioField } from '#app/form/choice-field';
import { SelectField, TextArea } from '#app/form/field';
import type { ReactNode } from 'react';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { spellVersion } from '../coverage/question';
import { relations } from '../model';
import type { ClauseWords } from '../queries.server';
import type { Mapping, SideVersion } from './queries.server';
import { sentenceOf } from './words';

type Last = SubmissionResult<string[]> | undefined;

/** How two clauses relate, and why: asked when a mapping is drawn and when it is changed. */
export function RelationFields({ last, now }: { readonly last: Last; readonly now?: Pick<Mapping, 'relation' | 'reason'> }) {
  const t = useText('frameworks');
  const field = fieldIn(last);
  return (
    <>
      <RadioField {...field('relation', now?.relation)} label={t('crosswalk.relation')} choices={relations.map((value) => ({ value, label: t(`crosswalk.kind.${value}`), hint: t(`crosswalk.hint.${value}`) }))} />
      <TextArea {...field('reason', now?.reason ?? '')} label={t('crosswalk.form.reason')} hint={t('crosswalk.form.reason_hint')} maxLength={1000} required />
    </>
  );
}

export function EndFields({ last }: { readonly last: Last }) {
  const t = useText('frameworks');
  return <TextArea {...fieldIn(last)('end_reason')} label={t('crosswalk.form.end_reason')} hint={t('crosswalk.form.reason_hint')} maxLength={1000} required />;
}

/** The way back from the acts on mappings: to the crosswalk of the two versions. */
const back = (from: SideName, to: SideName) => ({ from: spellVersion(from), to: spellVersion(to) });
type SideName = Pick<SideVersion, 'framework' | 'number'>;

interface ClausesProps {
  readonly sides: readonly [{ readonly version: SideVersion; readonly clauses: readonly ClauseWords[] }, { readonly version: SideVersion; readonly clauses: readonly ClauseWords[] }];
  /** The clause that one came from. */
  readonly node: string;
  readonly last: Last;
}

/** Draws a mapping between two versions. Either side may come first: to contribute has a direction. */
export function NewMapping({ sides, node, last }: ClausesProps) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const field = fieldIn(last);
  const [from, to] = [sides[0].version, sides[1].version];
  const groups = sides.map(({ version, clauses }) => ({ label: `${version.short_name} ${version.number}`, options: clauses.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` })) }));
  const crosswalk = paths.in(language).crosswalk(back(from, to));
  return (
    <Page above={[{ href: paths.in(language).frameworks(), label: t('list.title') }, { href: crosswalk, label: t('crosswalk.title', { from: from.short_name, to: to.short_name }) }]}
      act={t('crosswalk.add')} lede={t('crosswalk.title', { from: from.short_name, to: to.short_name })} follows={t('crosswalk.mappings_note')} back={{ href: crosswalk, label: t('crosswalk.not') }} last={last}>
      <SelectField {...field('from_node_id', node)} label={t('crosswalk.form.from_node_id')} options={groups} required />
      <SelectField {...field('to_node_id')} label={t('crosswalk.form.to_node_id')} options={groups.toReversed()} required />
      <RelationFields last={last} />
    </Page>
  );
}

interface ActProps {
  readonly act: 'change' | 'end';
  readonly mapping: Mapping;
  readonly last: Last;
  readonly children: ReactNode;
}

/** One act on a mapping. */
export function MappingActPage({ act, mapping, last, children }: ActProps) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const { from, to } = mapping;
  const href = paths.mapping(mapping.id);
  return (
    <Page above={[{ href: paths.in(language).crosswalk(back(from, to)), label: t('crosswalk.title', { from: from.framework_name, to: to.framework_name }) }, { href, label: sentenceOf(mapping, t) }]}
      act={t(`crosswalk.${act}`)} lede={sentenceOf(mapping, t)} follows={t(`crosswalk.${act}_follows`)} back={{ href, label: t('crosswalk.not') }} version={mapping.version} last={last}>
      {children}
    </Page>
  );
}
