import { resultSoFar } from '#app/commitments/marks';
import type { Block, Column, PrintedDocument, Section, Table } from '#app/document/document';
import { printWords } from '#app/document/words';
import { netRungs, type Money } from '#app/financing/ladder/model';
import type { Text } from '#app/languages/catalogue';
import { formatDate, formatList, formatMoney, formatNumber } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { accountOf, type Promises } from '#app/members/trail/model';
import { languagesOf, levelsOf } from '#app/registries/platforms/marks';
import { valueOf } from '../indicators/marks';
import type { Standing } from '../indicators/queries.server';
import { gapsOf, type Pillar } from '../plan/model';
import type { CountryPage } from '../record.server';
import type { RequestRow } from '../requests/list';

/** The words that a profile is told in. */
export interface ProfileWords {
  readonly language: Language;
  readonly countries: Text;
  readonly commitments: Text;
  readonly financing: Text;
  readonly members: Text;
  readonly registries: Text;
  readonly press: Text;
  /** The installation's content is invented. */
  readonly demo: boolean;
  readonly today: string;
  /** Where the page stands, for whoever holds the print. */
  readonly address: string;
}

/** The profile of a country as it is printed: the facts of its public page in few pages. */
export function printableProfile(page: CountryPage, words: ProfileWords): PrintedDocument {
  const { countries: t, language, press, today } = words;
  const { country, trail } = page;
  const sections = [planSection(page, words), promisesSection(page, words), moneySection(page, words), requestsSection(page, words), platformsSection(page, words), indicatorsSection(page, words), nationalSection(page, words)];
  return {
    language, title: t('profile.title', { name: country.name }), subtitle: summary(trail.by, country.name, words), publisher: t('profile.publisher'),
    ref: `${country.iso2} · ${country.iso3} · ${country.m49}`, version: '', publishedOn: today, asOf: today, keywords: [country.name, country.iso3],
    notices: [...(words.demo ? [press('demo')] : []), t('profile.notice', { address: words.address })],
    words: { ...printWords(press), publishedOn: t('profile.printed') },
    sections: sections.map((section, at) => ({ ...section, number: String(at + 1) })),
  };
}

type Unnumbered = Omit<Section, 'number'>;

function summary(by: Promises, name: string, { countries: t, language }: ProfileWords): string {
  if (by.count === 0) return t('record.lede_none', { name });
  const account = accountOf(by);
  const shown = (count: number) => formatNumber(language, count);
  return t('record.lede_standing', { good: shown(account.reached + account.on_track), behind: shown(account.behind), stale: shown(account.stale) });
}

const column = (label: string, numeric = false): Column => ({ label, numeric });
const table = (caption: string, columns: readonly Column[], rows: readonly (readonly string[])[], more: Partial<Table> = {}): Table => ({ kind: 'table', number: '', caption, columns, rows, ...more });
const says = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });

function planSection({ country, plan }: CountryPage, { countries: t, language }: ProfileWords): Unnumbered {
  const row = (pillar: Omit<Pillar, 'code' | 'title'>, title: string): string[] => [
    title, formatNumber(language, pillar.by), formatNumber(language, pillar.beside), moneyIn(pillar, 'pledged', t, language), moneyIn(pillar, 'disbursed', t, language), formatNumber(language, pillar.open),
  ];
  const titled = (pillar: Pillar): string => {
    const gap = gapsOf(pillar);
    return gap === undefined ? pillar.title : `${pillar.title} (${t(`plan.gap.${gap}`)})`;
  };
  const columns = [column(t('requests.pillar')), column(t('record.by_short', { name: country.name }), true), column(t('record.for_short', { name: country.name }), true), column(t('plan.pledged'), true), column(t('plan.paid'), true), column(t('plan.open'), true)];
  return {
    heading: t('plan.title'), lede: t('plan.note'),
    blocks: plan.pillars.length === 0 ? [says(t('plan.none'))] : [table(t('plan.caption'), columns, plan.pillars.map((pillar) => row(pillar, titled(pillar))), { total: row(plan.together, t('plan.together')), note: t('plan.once') })],
  };
}

function moneyIn({ pledges, converted, pledged, disbursed }: Omit<Pillar, 'code' | 'title'>, rung: 'pledged' | 'disbursed', t: Text, language: Language): string {
  if (pledges === 0) return t('list.none');
  return converted === 0 ? t('list.not_converted') : formatMoney(language, rung === 'pledged' ? pledged : disbursed, 'USD');
}

function promisesSection({ country: { name }, trail }: CountryPage, words: ProfileWords): Unnumbered {
  const { countries: t } = words;
  return {
    heading: t('profile.promises'), blocks: [],
    sections: [
      { number: '', heading: t('record.by', { name }), blocks: [promises(trail.by, words, t('record.by_none', { name }), false)] },
      { number: '', heading: t('record.for', { name }), blocks: [promises(trail.beside, words, t('record.for_none', { name }), true)] },
    ],
  };
}

/** Those furthest behind; how many there are in all is said beneath. */
function promises({ count, rows }: Promises, { commitments: t, members, language }: ProfileWords, none: string, withLead: boolean): Block {
  if (count === 0) return says(none);
  const lead = withLead ? [column(t('list.lead'))] : [];
  return table(
    members('trail.rows_caption', { shown: formatNumber(language, rows.length), total: formatNumber(language, count) }),
    [column(t('list.commitment')), ...lead, column(t('list.status')), column(t('list.result')), column(t('list.due'))],
    rows.map((row) => [`${row.title} (${row.ref})`, ...(withLead ? [row.lead] : []), t(`standing.${row.standing}`), resultSoFar(row.goal, t, language), row.ends_on === null ? t('list.no_date') : formatDate(language, row.ends_on, 'short')]),
  );
}

function moneySection({ country: { name }, money }: CountryPage, { countries: t, financing, members, language }: ProfileWords): Unnumbered {
  const row = (label: string, { total }: Money): string[] => [
    label, ...netRungs.map((rung) => (total.pledges === 0 ? t('list.none') : total.converted === 0 ? t('list.not_converted') : formatMoney(language, total[rung], 'USD'))),
    members('trail.n_of_n', { known: formatNumber(language, total.converted), total: formatNumber(language, total.pledges) }),
  ];
  return {
    heading: members('trail.money'), lede: t('money.note'),
    blocks: [table(
      t('money.caption', { name }), [column(members('trail.which_money')), ...netRungs.map((rung) => column(financing(`totals.${rung}`), true)), column(members('trail.converted'), true)],
      [row(t('money.domestic'), money.domestic), row(t('money.incoming'), money.incoming), row(t('money.outgoing'), money.outgoing)], { note: members('trail.money_meta', { currency: 'USD' }) },
    )],
  };
}

function requestsSection({ exchange }: CountryPage, { countries: t, language }: ProfileWords): Unnumbered {
  const { open, matched, pledged } = exchange;
  const needed = ({ amount, currency, amount_missing }: RequestRow): string => (amount === null || currency === null ? t(`worth.${amount_missing ?? 'not_costed'}`) : formatMoney(language, amount, currency));
  const shown = (count: number) => formatNumber(language, count);
  return {
    heading: t('requests.and_offers'),
    blocks: [
      says(open.count === 0 ? t('requests.none_open') : t('requests.open', { count: open.count, shown: shown(open.count), unanswered: shown(open.unanswered) })),
      ...(open.rows.length === 0 ? [] : [table(t('requests.title'), [column(t('requests.request')), column(t('requests.pillar')), column(t('requests.needed'), true), column(t('requests.by'))],
        open.rows.map((row) => [`${row.title} (${row.ref})`, row.pillar.title, needed(row), formatDate(language, row.deadline_on, 'short')]))]),
      says(`${t('requests.matched_so_far')}: ${matched === 0 ? t('requests.no_match') : t('requests.matched_count', { count: matched, shown: shown(matched), pledged: shown(pledged) })}`),
    ],
  };
}

function platformsSection({ platforms, country: { name } }: CountryPage, { registries: t, language }: ProfileWords): Unnumbered {
  const said = (words: readonly string[]): string => (words.length === 0 ? t('answer.unknown') : formatList(language, words));
  return {
    heading: t('section.title'), lede: t('record.no_endorsement'),
    blocks: platforms.count === 0 ? [says(t('section.none', { name }))] : [table(
      t('section.count', { count: platforms.count, shown: formatNumber(language, platforms.count) }), [column(t('platform')), column(t('field.levels')), column(t('field.languages')), column(t('state_head'))],
      platforms.rows.map((row) => [`${row.name} (${row.ref})`, levelsOf(row.levels) || t('answer.unknown'), said(languagesOf(row.languages, language)), t(`state.${row.state}`)]))],
  };
}

function indicatorsSection({ standings }: CountryPage, { countries: t, language }: ProfileWords): Unnumbered {
  const known = standings.filter(({ value }) => value !== null).length;
  const reason = ({ missing, missing_note }: Standing): string => [t('indicators.reason', { reason: missing === null ? t('indicators.no_row') : t(`indicators.missing.${missing}`) }), missing_note].filter((part) => part !== null).join(' ');
  return {
    heading: t('indicators.title'), lede: t('indicators.known', { shown: formatNumber(language, known), total: formatNumber(language, standings.length) }),
    blocks: [table(
      t('indicators.caption'), [column(t('indicators.indicator')), column(t('indicators.latest'), true), column(t('indicators.year'), true), column(t('indicators.aim'), true), column(t('indicators.source_or_reason'))],
      standings.map((row) => [
        row.name, row.value === null ? t('indicators.not_known') : valueOf(row.value, row.unit, t, language), row.year === null ? t('indicators.none') : String(row.year),
        row.aim === null ? t('indicators.none') : t('indicators.aim_by', { value: valueOf(row.aim, row.unit, t, language), year: String(row.aim_year) }), row.value === null ? reason(row) : (row.source ?? ''),
      ]), { note: t('indicators.meta') },
    )],
  };
}

/** The coalition, what was endorsed, and the action lines that nothing serves. */
function nationalSection({ country, coalition, trail }: CountryPage, { countries: t, members, language }: ProfileWords): Unnumbered {
  const { name, groups, region, members: organisations } = country;
  const bare = trail.clauses.filter((clause) => clause.by + clause.beside === 0);
  const endorsed = trail.endorsements.filter((one) => one.withdrawn_on === null);
  const items: string[] = [
    coalition === undefined ? t('national.none_text', { name }) : coalition.name,
    ...(organisations === 0 ? [] : [t('national.members', { count: organisations, shown: formatNumber(language, organisations), name })]),
    ...endorsed.map((one) => `${members('trail.version', { framework: one.framework, version: one.version })}${one.endorsed_on === null ? '' : `, ${members('trail.endorsed_on', { date: formatDate(language, one.endorsed_on) })}`}${one.organisation === null ? '' : ` (${one.organisation.name})`}`),
    ...(trail.clauses.length === 0 ? [] : [`${members('trail.unserved', { count: bare.length, shown: formatNumber(language, bare.length), of: formatNumber(language, trail.clauses.length) })}${bare.length === 0 ? '' : ` ${bare.map(({ code }) => code).join(', ')}`}`]),
    `${t('facts.region')}: ${region ?? t('list.no_region')}${groups.length === 0 ? '' : ` · ${groups.map((group) => group.name).join(' · ')}`}`,
  ];
  return { heading: t('profile.national'), blocks: [{ kind: 'list', ordered: false, items: items.map((text) => [says(text)]) }] };
}
