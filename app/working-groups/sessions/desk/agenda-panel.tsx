import { NumberField, SelectField, TextField } from '#app/form/field';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { Icon } from '#app/ui/icon';
import { currentItem, itemKinds } from '#app/working-groups/agenda/model';
import { DimensionField } from '#app/working-groups/dimensions/field';
import { RunningTotal } from '#app/working-groups/planning/running-total';
import type { AgendaItem } from '#app/working-groups/sessions/record.server';
import { ActForm, useReply, type Desk } from './act-form';

/** The agenda in its order. What has not been treated can be moved; before the meeting it can be taken off. */
export function AgendaPanel({ desk }: { readonly desk: Desk }) {
  const t = useText('working-groups');
  const { status } = desk.session;
  const before = status === 'draft' || status === 'convened';
  const now = status === 'in_progress' ? currentItem(desk.agenda) : undefined;
  return (
    <section className="panel" aria-labelledby="agenda">
      <h2 id="agenda">{t('agenda.title')}</h2>
      {before && desk.agenda.length > 0 && <RunningTotal session={desk.session} agenda={desk.agenda} />}
      {desk.agenda.length === 0 ? <p className="muted">{t('agenda.none_yet')}</p> : (
        <ol className="agenda">
          {desk.agenda.map((item, at) => <Row key={item.id} desk={desk} item={item} at={at} current={item === now} />)}
        </ol>
      )}
      {(before || status === 'in_progress') && (
        <details open={before || desk.reply?.act === 'agenda'}>
          <summary>{t('desk.add_item')}</summary>
          <AddItem desk={desk} />
        </details>
      )}
    </section>
  );
}

interface RowProps {
  readonly desk: Desk;
  readonly item: AgendaItem;
  readonly at: number;
  readonly current: boolean;
}

function Row({ desk, item, at, current }: RowProps) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const number = formatNumber(language, at + 1);
  const before = desk.session.status === 'draft' || desk.session.status === 'convened';
  const movable = item.outcome === null && (before || desk.session.status === 'in_progress');
  const planned = item.minutes === null ? t(`item_kind.${item.kind}`) : t('agenda.minutes', { count: item.minutes, shown: formatNumber(language, item.minutes) });
  return (
    <li className={item.outcome !== null ? 'done' : current ? 'now' : undefined} aria-current={current ? true : undefined}>
      <span>{item.outcome === 'treated' ? <Icon name="ok" /> : <span className="num muted">{number}</span>}</span>
      <span>
        {current ? <b><bdi>{item.title}</bdi></b> : movable ? <a href={paths.agendaItem(desk.session.ref, item.id)}><bdi>{item.title}</bdi></a> : <bdi>{item.title}</bdi>}
        <span className="tiny">{item.outcome === null ? (current ? t('desk.now', { planned }) : planned) : t(`outcome.${item.outcome}`)}{item.presenter !== null && <> · <bdi>{item.presenter}</bdi></>}</span>
      </span>
      {movable && (
        <ActForm desk={desk} act="order" className="updown">
          {desk.agenda[at - 1]?.outcome === null && <button name="up" value={item.id} aria-label={t('desk.move_up', { item: number })}><Icon name="up" /></button>}
          {desk.agenda[at + 1] !== undefined && <button name="down" value={item.id} aria-label={t('desk.move_down', { item: number })}><Icon name="down" /></button>}
          {before && <button name="off" value={item.id} aria-label={t('desk.take_off', { item: number })}><Icon name="minus" /></button>}
        </ActForm>
      )}
    </li>
  );
}

function AddItem({ desk }: { readonly desk: Desk }) {
  const t = useText('working-groups');
  const { field } = useReply<{ title: string; kind: string; minutes: string; presenter: string; dimension_id: string }>(desk, 'agenda');
  const kind = field('kind');
  return (
    <ActForm desk={desk} act="agenda" className="flow cap">
      <TextField {...field('title')} label={t('agenda.item_title')} maxLength={200} required />
      <SelectField {...kind} defaultValue={kind.defaultValue ?? 'discussion'} label={t('agenda.kind')} options={itemKinds.map((one) => ({ value: one, label: t(`item_kind.${one}`) }))} empty={null} />
      <NumberField {...field('minutes')} label={t('agenda.planned_minutes')} width={4} optional />
      <TextField {...field('presenter')} label={t('agenda.presenter')} maxLength={200} optional />
      <DimensionField field={field('dimension_id')} dimensions={desk.dimensions} />
      <Button weight="second">{t('desk.add_item')}</Button>
    </ActForm>
  );
}
