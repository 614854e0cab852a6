import { SelectField } from '#app/form/field';
import { formatDate, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Filters } from '#app/table/filters';
import { ListTable } from '#app/table/table';
import { Empty } from '#app/ui/empty';
import { Item, List } from '#app/ui/list';
import { Section } from '#app/ui/section';
import { Tag } from '#app/ui/tag';
import { spellVersion } from '../coverage/question';
import { relations } from '../model';
import { clauseFilters } from './list';
import type { CrosswalkPage, Side } from './page.server';
import type { Mapping } from './queries.server';
import { crosswalkColumns } from './table';
import { sentenceOf } from './words';

/** Which two versions, and which of their clauses, as a form that is sent by GET. */
export function CrosswalkFilters({ page }: { readonly page: CrosswalkPage }) {
  const t = useText('frameworks');
  const any = useText('table')('any');
  const { language } = useLocale();
  const versions = page.versions.map((one) => ({ value: spellVersion(one), label: `${one.short_name} ${one.number}${one.status === 'draft' ? ` (${t('version_status.draft')})` : ''}` }));
  return (
    <Filters action={paths.in(language).crosswalk()} label={t('crosswalk.filter.label')}>
      <SelectField name="from" label={t('crosswalk.filter.from')} options={versions} defaultValue={spellVersion(page.from)} empty={null} />
      <SelectField name="to" label={t('crosswalk.filter.to')} options={versions} defaultValue={spellVersion(page.to)} empty={null} />
      <SelectField name="relation" label={t('crosswalk.relation')} options={relations.map((value) => ({ value, label: t(`crosswalk.kind.${value}`) }))} defaultValue={page.relation} empty={any} />
      <SelectField name="clauses" label={t('crosswalk.clauses')} options={clauseFilters.map((value) => ({ value, label: t(`crosswalk.filter.${value}`) }))} defaultValue={page.clauses} empty={any} />
    </Filters>
  );
}

/** One direction: what the other text carries to each clause of this one. */
export function CrosswalkSide({ side, at }: { readonly side: Side; readonly at: number }) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const names = { name: side.here.short_name, other: side.there.short_name };
  const shown = { mapped: formatNumber(language, side.mapped), total: formatNumber(language, side.clauses) };
  return (
    <Section id={at === 0 ? 'from' : 'to'} wide title={t('crosswalk.side', names)} note={t('crosswalk.side_note', { ...names, ...shown })}>
      {side.rows.length === 0 ? <Empty title={t('crosswalk.no_clause')} /> : (
        <ListTable caption={t('crosswalk.side', names)} columns={crosswalkColumns} rows={side.rows} keyOf={(row) => row.clause.id} t={t} />
      )}
    </Section>
  );
}

/** Each mapping with its reason; who may look at its history is led there. Those that have ended say when and why. */
export function Mappings({ mappings, opens }: { readonly mappings: readonly Mapping[]; readonly opens: boolean }) {
  const t = useText('frameworks');
  const [live, ended] = [mappings.filter((one) => !one.ended), mappings.filter((one) => one.ended)];
  return (
    <Section id="mappings" title={t('crosswalk.mappings')} note={t('crosswalk.mappings_note')}>
      {live.length === 0 ? <p className="muted">{t('crosswalk.no_mapping')}</p> : <List>{live.map((one) => <MappingItem key={one.id} mapping={one} opens={opens} />)}</List>}
      {ended.length > 0 && <><h3 className="pt-24">{t('crosswalk.ended')}</h3><List>{ended.map((one) => <MappingItem key={one.id} mapping={one} opens={opens} />)}</List></>}
    </Section>
  );
}

function MappingItem({ mapping, opens }: { readonly mapping: Mapping; readonly opens: boolean }) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const { relation, from, to, reason, ended_on, end_reason } = mapping;
  return (
    <Item title={sentenceOf(mapping, t)} href={opens ? paths.mapping(mapping.id) : undefined} marks={<Tag tone={relation === 'equivalent' ? 'ok' : relation === 'contributes' ? 'prog' : 'draft'} icon={null}>{t(`crosswalk.kind.${relation}`)}</Tag>}
      note={`${from.code} ${from.title} · ${to.code} ${to.title}`}>
      <p className="small" dir="auto">{reason ?? t('crosswalk.no_reason')}</p>
      {ended_on !== null && <p className="small muted">{t('crosswalk.ended_on', { date: formatDate(language, ended_on) })} <bdi>{end_reason}</bdi></p>}
    </Item>
  );
}
