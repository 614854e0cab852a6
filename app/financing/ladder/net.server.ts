import { sql, type RawBuilder } from 'kysely';
import { amounts, pieces, rungPieces, type AmountName } from './model';

/** Names of a list, each said in SQL, with commas between them. */
export const each = (names: readonly string[], say: (name: string) => string): RawBuilder<unknown> => sql.raw(names.map(say).join(', '));

/** What of a rung is counted elsewhere up to a mark `cut` of what is pledged, to so many decimals. */
const upTo = (rung: string, cut: string, decimals: string): string => `linked_up_to(${rung}, ${cut}, g.pledged, ${decimals})`;

/**
 * The pieces of a pledge in one currency (`prefix` of the columns of `gross g` and `received r`). Links take the same part off each rung; where
 * it has to be rounded, what is left is the rest of the whole, and what is left of a sum of parts is parted where the sums of the parts are.
 */
function piecesIn(prefix: string, decimals: string): string {
  const of = (rung: string) => `g.${prefix}${rung}`;
  // A pledge with a row that has no rate has no amounts in that currency, although receivers may have confirmed others of its rows.
  const got = (name: string) => (prefix === '' ? `coalesce(r.${name}, 0)` : `case when g.converted then coalesce(r.${prefix}${name}, 0) end`);
  const net = (sum: string) => `(${sum} - ${upTo(sum, 'c.third', decimals)})`;
  const runs = ['differs', 'contested', 'no_record'].reduce<string[]>((sums, name) => [...sums, `(${sums.at(-1) ?? ''} + ${got(name)})`], [got('confirmed')]);
  const between = (at: number) => `${net(runs[at] ?? '')} - ${net(runs[at - 1] ?? '')}`;
  const said: Readonly<Record<(typeof pieces)[number], string>> = {
    reduced: `${of('announced')} - ${of('pledged')}`,
    same_money: upTo(of('pledged'), 'c.first', decimals),
    passes_through: `${upTo(of('pledged'), 'c.second', decimals)} - ${upTo(of('pledged'), 'c.first', decimals)}`,
    unmatched: `${upTo(of('pledged'), 'c.third', decimals)} - ${upTo(of('pledged'), 'c.second', decimals)}`,
    net_pledged: net(of('pledged')),
    linked_committed: upTo(of('committed'), 'c.third', decimals), net_committed: net(of('committed')),
    linked_disbursed: upTo(of('disbursed'), 'c.third', decimals),
    confirmed: net(runs[0] ?? ''), differs: between(1), contested: between(2),
    // What the receiver said nothing of is what is left, so that the bridge from disbursed adds up whatever was said.
    no_record: `${net(of('disbursed'))} - ${net(runs[2] ?? '')}`,
    linked_spent: upTo(of('spent'), 'c.third', decimals), net_spent: net(of('spent')),
  };
  return pieces.map((name) => `${said[name]} as ${prefix}${name}`).join(', ');
}

/**
 * After `gross`, `linked` and `received`: table `ladders` with the pieces of every pledge beside its rungs, in its own currency to the
 * decimals that the currency or its amounts have, and as `usd_*` in millionths. FI-7.
 */
export const netOfLinks: RawBuilder<unknown> = sql`
  ladders as (
    select g.*, ${sql.raw(piecesIn('', 'd.decimals'))}, ${sql.raw(piecesIn('usd_', '6'))},
      g.disbursed - ${sql.raw(upTo('g.disbursed', 'c.third', 'd.decimals'))} as net_disbursed, g.usd_disbursed - ${sql.raw(upTo('g.usd_disbursed', 'c.third', '6'))} as usd_net_disbursed
    from gross g left join linked l on l.pledge_id = g.id left join received r on r.pledge_id = g.id
      join currencies k on k.code = g.currency
      cross join lateral (select least(coalesce(l.same_money, 0), g.pledged) as first, least(coalesce(l.same_money + l.passes_through, 0), g.pledged) as second,
        least(coalesce(l.same_money + l.passes_through + l.unmatched, 0), g.pledged) as third) c
      cross join lateral (select greatest(k.exponent, scale(trim_scale(g.pledged)), scale(trim_scale(g.committed)), scale(trim_scale(g.disbursed)), scale(trim_scale(g.spent)),
        scale(trim_scale(c.first)), scale(trim_scale(c.second)), scale(trim_scale(c.third)), scale(trim_scale(coalesce(r.confirmed, 0))), scale(trim_scale(coalesce(r.differs, 0)))) as decimals) d
  )`;

/**
 * FI-3 in SQL: splits amounts `usd_<name>` of the converted rows of table `from` (id, usd_*) between the rows of table `portions` (id, position, weight, weights) in
 * millionths by largest remainder, so that the parts sum to the whole to the last digit; of equal remainders the first comes first. Makes
 * table `parts` (id, position, usd_*). The pure rule is `allocate`.
 */
export const splitBetween = (parts: string, from: string, portions: string, names: readonly string[]): RawBuilder<unknown> => {
  const name = (suffix: string) => sql.raw(`${parts}_${suffix}`);
  return sql`
  ${name('shares')} as (
    select l.id, p.position, piece.name, sign(piece.whole) / 1000000 as unit, abs(piece.whole) * 1000000 as whole,
      div(abs(piece.whole) * 1000000 * p.weight, p.weights) as units, mod(abs(piece.whole) * 1000000 * p.weight, p.weights) as rest
    from ${sql.raw(from)} l join ${sql.raw(portions)} p on p.id = l.id
      cross join lateral (values ${each(names, (piece) => `('${piece}', l.usd_${piece})`)}) piece (name, whole)
    where l.converted and piece.whole <> 0
  ),
  ${name('ranked')} as (
    select *, row_number() over (partition by id, name order by rest desc, position) as rank, whole - sum(units) over (partition by id, name) as remaining from ${name('shares')}
  ),
  ${name('split')} as (select id, position, name, (units + case when rank <= remaining then 1 else 0 end) * unit as part from ${name('ranked')}),
  ${sql.raw(parts)} as (
    select l.id, p.position, ${each(names, (piece) => `coalesce(max(s.part) filter (where s.name = '${piece}'), 0) as usd_${piece}`)}
    from ${sql.raw(from)} l join ${sql.raw(portions)} p on p.id = l.id left join ${name('split')} s on s.id = l.id and s.position = p.position
    where l.converted group by l.id, p.position
  )`;
};

/** Splits every piece of a ladder, with the rungs that they make. */
export const splitInto = (parts: string, from: string, portions: string): RawBuilder<unknown> =>
  sql`${splitBetween(`${parts}_pieces`, from, portions, pieces)}, ${sql.raw(parts)} as (select *, ${told('usd_')} from ${sql.raw(`${parts}_pieces`)})`;

/** The rungs of columns that hold pieces. */
export const told = (prefix: '' | 'usd_'): RawBuilder<unknown> =>
  sql.raw(Object.entries(rungPieces).map(([rung, of]) => `${of.map((piece) => prefix + piece).join(' + ')} as ${prefix}${rung}`).join(', '));

/** Every amount summed over rows of a table, as decimal strings. */
export const summed = (from: string): RawBuilder<unknown> => each(amounts, (name: string) => `trim_scale(coalesce(sum(${from}.usd_${name}), 0))::text as ${name}`);

/** Amounts of a row without the zeros that `numeric(24,6)` pads them with. */
export const plain = (from: string, prefix: '' | 'usd_'): RawBuilder<unknown> => each(amounts, (name: string) => `trim_scale(${from}.${prefix}${name})::text as ${prefix}${name}`);
export type PlainAmounts<Prefix extends string, Value> = { readonly [name in AmountName as `${Prefix}${name}`]: Value };
