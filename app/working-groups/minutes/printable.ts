import type { Block, PrintedDocument, Section, Table } from '#app/document/document';
import { blocksOfMarkdown } from '#app/document/markdown';
import { printWords } from '#app/document/words';
import type { Text } from '#app/languages/catalogue';
import { formatDate, formatDayInZone, formatList, formatNumber, formatTime } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { dayOf } from '#app/platform/clock';
import { howDecided } from '#app/working-groups/decisions/item';
import { seatName, zoneName } from '#app/working-groups/marks';
import { markOf, seatsNeeded } from '#app/working-groups/sessions/model';
import { inGroups } from './canonical';
import { passageName } from './errata';
import type { RecordDecision } from './record';
import { guestsIn, quorumIn, roomIn, seatIn, talliedIn, type MinutesView, type SealFacts } from './view';

interface Printing {
  readonly t: Text;
  /** The words of everything that is printed. */
  readonly press: Text;
  readonly language: Language;
  /** The installation's content is invented. */
  readonly demo: boolean;
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });
const notice = (text: string, tone: 'plain' | 'correction' = 'plain'): Block => ({ kind: 'notice', tone, runs: [{ text }] });

/** Sealed minutes as they are printed: the record, its seal, and the errata beside it. What became of it since is not printed. */
export function printableMinutes(minutes: MinutesView, seal: SealFacts, printing: Printing): PrintedDocument {
  const { t, press, language, demo } = printing;
  const { record } = minutes;
  const { session } = record;
  const sealed = dayOf(seal.sealed_at, session.time_zone);
  const when = t('time.at', { day: formatDayInZone(language, session.starts_at, session.time_zone), time: formatTime(language, session.starts_at, session.time_zone), zone: zoneName(session.time_zone) });
  const sections: readonly (readonly [heading: string, blocks: readonly Block[]])[] = [
    [t('attendance.title'), attendance(minutes, printing)], [t('quorum.title'), quorum(minutes, printing)], [t('minutes.items'), items(minutes, printing)],
    [t('decisions.title'), record.decisions.length === 0 ? [paragraph(t('decision.none'))] : record.decisions.flatMap((one) => decision(minutes, one, printing))],
    [t('action.many'), actions(minutes, printing)], ...(record.amendments.length === 0 ? [] : [[t('minutes.amendments'), amendments(minutes, printing)] as const]),
    [t('minutes.seal'), [paragraph(t('minutes.what_sealed_text')), paragraph(`SHA-256: ${inGroups(seal.sha256)}`), paragraph(`${t('minutes.compute')} sha256sum ${seal.ref}.json`)]],
    ...(minutes.errata.length === 0 ? [] : [[t('erratum.title'), errata(minutes, printing)] as const]),
  ];
  return {
    language, title: t('minutes.of', { number: formatNumber(language, session.number) }), subtitle: `${record.labels.group}: ${session.title}`, publisher: record.labels.coalition, ref: seal.ref, version: '',
    publishedOn: sealed, asOf: sealed, keywords: [record.labels.group, session.ref], words: printWords(press),
    notices: [...(demo ? [press('demo')] : []), when, ...minutes.errata.map((one) => `${t('erratum.one', { number: formatNumber(language, one.number) })}: ${one.wrong} → ${one.correct}`)],
    sections: sections.map(([heading, blocks], at): Section => ({ number: String(at + 1), heading, blocks })),
  };
}

const table = (caption: string, labels: readonly string[], rows: readonly (readonly string[])[]): Table => ({ kind: 'table', number: '', caption, columns: labels.map((label) => ({ label, numeric: false })), rows });

function attendance(minutes: MinutesView, { t, language }: Printing): readonly Block[] {
  const room = roomIn(minutes);
  const rows = room.seats.map((seat) => {
    const mark = markOf(seat, room.attendances);
    const place = seat.on_leave ? 'on_leave' : mark === undefined || mark === 'absent' ? 'absent' : mark === 'excused' || mark === 'left' ? mark : mark.endsWith('in_person') ? 'in_person' : 'remote';
    const names = [seat.holder, seat.alternate].filter((name) => name !== null).join(t('votes.separator'));
    return [seatName(seat, t, language), t(`seat_role.${seat.role}`), t(`presence.${place}`), names];
  });
  const guests = [false, true].flatMap((excused) => guestsIn(minutes, excused).map((one) => [one.name ?? one.affiliation ?? t('seat.not_named'), t(`minutes.come_as.${one.capacity}`), t(excused ? 'presence.excused' : 'minutes.guests'), one.name === null ? '' : (one.affiliation ?? '')]));
  return rows.length + guests.length === 0 ? [paragraph(t('attendance.no_seats'))] : [table(t('attendance.title'), [t('seat.of'), t('seat.role'), t('attendance.title'), t('minutes.names')], [...rows, ...guests])];
}

function quorum({ record }: MinutesView, { t, language }: Printing): readonly Block[] {
  const counted = quorumIn(record);
  const shown = (value: number) => formatNumber(language, value);
  const needed = seatsNeeded(counted);
  return [
    paragraph(`${t(counted.met ? 'quorum.met' : 'quorum.not_met')}: ${t('quorum.seats', { present: shown(counted.present), base: shown(counted.base), count: counted.base })}`),
    paragraph(`${t('quorum.rule')}: ${t('quorum.rule_text', { share: shown(counted.needed), count: needed, shown: shown(needed) })}`),
  ];
}

function items({ record }: MinutesView, { t, language }: Printing): readonly Block[] {
  const titled = (number: number, title: string): Block => ({ kind: 'heading', depth: 1, text: `${formatNumber(language, number)} ${title}` });
  return [
    ...blocksOfMarkdown(record.opening),
    ...record.items.flatMap((item) => [titled(item.item, item.title), ...(item.section === null ? [] : [paragraph(item.section)]), ...(item.outcome === null ? [] : [paragraph(t(`outcome.${item.outcome}`))]), ...deeper(blocksOfMarkdown(item.text))]),
    ...blocksOfMarkdown(record.closing),
    ...record.links.map(({ text, href }): Block => ({ kind: 'paragraph', runs: [{ text, href }] })),
  ];
}
/** Headings inside a passage lie below that of its item. */
const deeper = (blocks: readonly Block[]): Block[] => blocks.map((block) => (block.kind === 'heading' ? { ...block, depth: block.depth + 1 } : block));

function decision({ record }: MinutesView, one: RecordDecision, { t, language }: Printing): readonly Block[] {
  const how = howDecided({ rule: one.rule, ...talliedIn(one) }, t, language);
  const against = one.votes.filter(({ vote }) => vote === 'against' || vote === 'objection').flatMap(({ seat }) => seatIn(record, seat) ?? []).map((seat) => seatName(seat, t, language));
  const dissent = [against.length === 0 ? '' : t('minutes.against', { names: formatList(language, against) }), one.dissent ?? ''].filter((words) => words !== '').join(' ');
  return [
    { kind: 'heading', depth: 1, text: `${one.ref} · ${t(`decision_status.${one.status}`)}` }, paragraph(one.text),
    paragraph(one.item === null ? how : t('decision.on_item', { item: formatNumber(language, one.item), how })), ...(dissent === '' ? [] : [notice(`${t('decision.dissent')}: ${dissent}`)]),
  ];
}

function actions({ record, names }: MinutesView, { t, language }: Printing): readonly Block[] {
  if (record.actions.length === 0) return [paragraph(t('action.none'))];
  return [table(t('action.many'), [t('action.one'), t('action.what'), t('action.owner'), t('action.due')], record.actions.map((one) => {
    const seat = seatIn(record, one.seat);
    return [one.ref, one.text, [seat === undefined ? t('seat.not_named') : seatName(seat, t, language), names[one.owner] ?? ''].filter((part) => part !== '').join(', '), formatDate(language, one.due_on)];
  }))];
}

function amendments({ record }: MinutesView, { t, language }: Printing): readonly Block[] {
  return [table(t('minutes.amendments'), [t('minutes.asked_by'), t('minutes.where'), t('minutes.change'), t('minutes.result')], record.amendments.map((one) => {
    const seat = seatIn(record, one.seat);
    return [seat === undefined ? t('seat.not_named') : seatName(seat, t, language), passageName(record, one.passage, t, language), `${one.old_words} → ${one.new_words}`, [t(`minutes.amendment_status.${one.status}`), one.answer ?? ''].filter((part) => part !== '').join('. ')];
  }))];
}

const errata = (minutes: MinutesView, { t, language }: Printing): readonly Block[] => minutes.errata.map((one) =>
  notice([t('erratum.one', { number: formatNumber(language, one.number) }), one.passage === null ? '' : passageName(minutes.record, one.passage, t, language), `${one.wrong} → ${one.correct}`, one.reason].filter((part) => part !== '').join(': '), 'correction'));
