import type { Option } from '#app/form/field';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Filters, FilterSelect, NothingFound } from '#app/table/filters';
import { Section } from '#app/ui/section';
import { MembersTable } from './board';
import type { BoardFilters, BoardRow, CycleRecord } from './queries.server';

export interface MembersProps {
  readonly cycle: CycleRecord;
  /** How many there are, of them not complete, whatever is shown. */
  readonly members: number;
  readonly incomplete: number;
  readonly rows: readonly BoardRow[];
  /** Whether those who are done are shown too. */
  readonly all: boolean;
  readonly filters: BoardFilters;
  readonly choices: { readonly regions: readonly Option[]; readonly groups: readonly Option[]; readonly languages: readonly Option[] };
  /** Whether the viewer reminds and gives more time. */
  readonly nudges: boolean;
}

/** Those who lead commitments: narrowed, ticked and reminded. */
export function Members({ cycle, rows, all, members, incomplete, filters, choices, nudges }: MembersProps) {
  const t = useText('reporting');
  const { language } = useLocale();
  const number = (value: number) => formatNumber(language, value, 0);
  const here = paths.cycle(cycle.ref);
  const set = Object.entries(filters).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  const other = new URLSearchParams([...set.map(([name, value]) => [name, value]), ...(all ? [] : [['show', 'all']])]).toString();
  return (
    <Section id="members" title={t('board.members')} note={t('board.members_note')} wide>
      <Filters action={`${here}#members`} label={t('board.filter')}>
        {all && <input type="hidden" name="show" value="all" />}
        <FilterSelect name="region" label={t('board.region')} options={choices.regions} value={filters.region ?? ''} />
        <FilterSelect name="group" label={t('board.group')} options={choices.groups} value={filters.group ?? ''} />
        <FilterSelect name="language" label={t('board.language')} options={choices.languages} value={filters.language ?? ''} />
      </Filters>
      <p className="small">
        <strong>{t(all ? 'board.shown_all' : 'board.shown', { count: all ? members : incomplete, shown: number(rows.length), incomplete: number(incomplete), members: number(members) })}</strong>{' '}
        <a href={`${other === '' ? here : `${here}?${other}`}#members`}>{t(all ? 'board.only_incomplete' : 'board.all')}</a>
      </p>
      {rows.length === 0 && set.length > 0 && <NothingFound all={`${here}#members`} />}
      {rows.length > 0 && (nudges ? <Ticked cycle={cycle} rows={rows} filters={set} /> : <MembersTable rows={rows} />)}
    </Section>
  );
}

/** Sent by GET: what would be done is shown first. */
function Ticked({ cycle, rows, filters }: Pick<MembersProps, 'cycle' | 'rows'> & { readonly filters: readonly (readonly [string, string])[] }) {
  const t = useText('reporting');
  return (
    <form method="get" action={paths.cycleAct(cycle.ref, 'nudges')}>
      {filters.map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <MembersTable rows={rows} cycle={cycle.ref} />
      <div className="row pt-16">
        <button className="btn" type="submit">{t('board.nudge_ticked')}</button>
        <button className="btn btn--2" type="submit" name="which" value="all">{t('board.nudge_all')}</button>
      </div>
    </form>
  );
}
