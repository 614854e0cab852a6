import { Children, type ReactNode, useContext } from 'react';
import { type Option, type OptionGroup, SelectField } from '#app/form/field';
import { useText } from '#app/languages/text';
import { BesideList } from '#app/ui/beside-list';
import { Empty } from '#app/ui/empty';

interface FiltersProps {
  readonly action: string;
  /** What is filtered, for example "Filter commitments". */
  readonly label: string;
  /** Fields named like the filters: `TextField` for words, `FilterSelect` for the rest. */
  readonly children: ReactNode;
  /** The orders a list has, spelled as in its address. On a phone this is the way to sort. */
  readonly sorts?: readonly Option[];
  readonly sort?: string;
  /** On a phone all fields but the first stand folded: for lists that can be asked for many things. */
  readonly folds?: boolean;
}

/**
 * Filters as a form that is sent by GET: the address can be shared, and no script is needed.
 *
 * What folds stands beside the `details` rather than in it, because what is in one that is closed cannot be shown on a wider screen.
 */
export function Filters({ action, label, children, sorts, sort, folds = false }: FiltersProps) {
  const t = useText('table');
  const [first, ...rest] = folds ? Children.toArray(children) : [];
  return (
    <form className={folds ? 'filters folds noprint' : 'filters noprint'} method="get" action={action} role="search" aria-label={label}>
      {folds ? <>{first}<details className="fold"><summary>{t('all_filters')}</summary></details>{rest}</> : children}
      {sorts !== undefined && <SelectField name="sort" label={t('sortBy')} options={sorts} defaultValue={sort} empty={null} />}
      <div className="row">
        <button className="btn" type="submit">
          {t('show')}
        </button>
      </div>
    </form>
  );
}

interface FilterSelectProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly (Option | OptionGroup)[];
  /** What is set, `''` for any; `valueOf(state, name)`. */
  readonly value: string;
}

/** One filter among few values, with "Any" for none. */
export function FilterSelect({ name, label, options, value }: FilterSelectProps) {
  const t = useText('table');
  return <SelectField name={name} label={label} options={options} defaultValue={value} empty={t('any')} />;
}

/** In place of the table, when no row matches. */
export function NothingFound({ all }: { readonly all: string }) {
  const t = useText('table');
  return (
    <Empty title={t('nothing')}>
      <p>
        <a href={all}>{t('clear')}</a>
      </p>
    </Empty>
  );
}

interface SummaryProps {
  /** What is shown, in one sentence, with the count. */
  readonly children: ReactNode;
  /** Each filter that is set: its value in words, and the list without it. */
  readonly set: readonly { readonly what: string; readonly without: string }[];
  /** The list without any filter. */
  readonly all: string;
  /** Counts by status, usually a `Tally`. */
  readonly tally?: ReactNode;
}

/** What the list shows, in words, and how to widen it. */
export function ListSummary({ children, set, all, tally }: SummaryProps) {
  const t = useText('table');
  return (
    <div className="sumline">
      <p role="status">{children}</p>
      {set.length > 0 && (
        <ul className="links noprint">
          {set.map(({ what, without }) => (
            <li key={`${what} ${without}`}>
              <a href={without}>{t('remove', { what })}</a>
            </li>
          ))}
          <li>
            <a href={all}>{t('clear')}</a>
          </li>
        </ul>
      )}
      {tally}
      {useContext(BesideList)}
    </div>
  );
}
