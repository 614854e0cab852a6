import { useReporting } from '#app/financing/money/show-in';
import type { Text } from '#app/languages/catalogue';
import { formatDate, formatMoney } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Chain, type Station } from '#app/ui/chain';
import { Written } from '#app/ui/written';
import { resultSoFar } from '../marks';
import { clauseHref, originHref } from './links';
import type { CommitmentRecord } from './model';
import type { MoneyTotal } from './money';

interface ChainProps {
  readonly record: CommitmentRecord;
  readonly money: MoneyTotal | undefined;
}

/** The chain of a commitment: seven stations in a fixed order, each leading on; what is missing says so. */
export function CommitmentChain({ record, money }: ChainProps) {
  const t = useText('commitments');
  const { language } = useLocale();
  const { currency } = useReporting();
  const words = { t, language, record };
  return (
    <Chain
      label={t('chain.label')}
      stations={[
        endorsement(words), clause(words),
        { kind: t('chain.commitment'), title: <Written in={record.text.language}>{record.text.title}</Written>, note: period(words), state: 'here' },
        moneyStation(words, money, currency), decision(words), progress(words), figure(words),
      ]}
    />
  );
}

interface Words {
  readonly t: Text;
  readonly language: Language;
  readonly record: CommitmentRecord;
}

const gap = (kind: string, title: string): Station => ({ kind, title, state: 'gap' });
const period = ({ t, record: { ref, starts_on, ends_on } }: Words): string =>
  starts_on === null || ends_on === null ? ref : t('chain.period', { ref, from: starts_on.slice(0, 4), to: ends_on.slice(0, 4) });

function endorsement({ t, language, record }: Words): Station {
  const signed = record.endorsements[0];
  if (signed === undefined) return gap(t('chain.endorsement'), t('chain.no_endorsement'));
  return { kind: t('chain.endorsement'), title: record.lead.name, href: paths.in(language).endorsement(signed.ref), note: t('chain.signed', { framework: signed.framework, on: signed.endorsed_on === null ? t('frameworks:day_unknown') : formatDate(language, signed.endorsed_on) }) };
}

function clause({ t, language, record: { nodes } }: Words): Station {
  const first = nodes[0];
  if (first === undefined) return gap(t('chain.clause'), t('chain.no_clause'));
  const version = t(first.working ? 'chain.working_version' : 'chain.version', { framework: first.framework, version: first.version });
  const more = nodes.length > 1 ? ` ${t('chain.more_clauses', { count: nodes.length - 1 })}` : '';
  return { kind: t('chain.clause'), title: `${first.code} ${first.title}`, href: clauseHref(language, first), note: `${version}${more}` };
}

function moneyStation({ t, language }: Words, money: MoneyTotal | undefined, currency: string): Station {
  if (money === undefined || money.pledges === 0) return gap(t('chain.money'), t('chain.no_money'));
  return {
    kind: t('chain.money'), title: t('chain.disbursed', { amount: formatMoney(language, money.net_disbursed, currency) }), href: '#money',
    note: t('chain.pledged', { count: money.pledges, amount: formatMoney(language, money.net_pledged, currency) }),
  };
}

function decision({ t, language, record: { origin } }: Words): Station {
  if (origin === undefined) return gap(t('chain.decision'), t('chain.no_decision'));
  const session = origin.session === undefined ? origin.group : t('chain.session', { group: origin.group, number: origin.session.number });
  return { kind: t(`chain.${origin.kind}`), title: <><bdi>{origin.ref}</bdi> {shortened(origin.text)}</>, href: originHref(language, origin), note: session };
}

function progress({ t, language, record }: Words): Station {
  const latest = record.updates[0];
  if (latest === undefined) return gap(t('chain.progress'), t('chain.no_progress'));
  const on = latest.as_of ?? latest.accepted_on;
  return {
    kind: t('chain.progress'), title: resultSoFar(record.goals[0], t, language), href: '#progress',
    note: on === null ? t(`rung.${latest.verification}`) : t('chain.reported', { on: formatDate(language, on), rung: t(`rung.${latest.verification}`) }),
  };
}

function figure({ t, language, record: { figures } }: Words): Station {
  const first = figures[0];
  if (first === undefined) return gap(t('chain.figure'), t('chain.no_figure'));
  return { kind: t('chain.figure'), title: t('chain.figure_in', { number: first.number, report: first.report_title }), href: paths.in(language).figure(first.report, first.key) };
}

/** Decisions are sentences; in the chain their beginning is enough. */
const longest = 60;
const shortened = (text: string): string => (text.length <= longest ? text : `${text.slice(0, text.lastIndexOf(' ', longest)).replace(/[\s,;:.]+$/, '')}…`);
