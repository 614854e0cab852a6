import { TextArea, SelectField, TextField, DateField } from '#app/form/field';
import { useLocale, useText } from '#app/languages/text';
import { formatNumber } from '#app/languages/format';
import { Button } from '#app/ui/button';
import { Icon } from '#app/ui/icon';
import { currentItem } from '#app/working-groups/agenda/model';
import { seatName } from '#app/working-groups/marks';
import type { AgendaItem } from '#app/working-groups/sessions/record.server';
import { ActForm, useReply, type Desk } from './act-form';
import { DecisionForm } from './decision-form';

/** What is written down on the current item: a decision, an action, a note. */
export function CapturePanel({ desk }: { readonly desk: Desk }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const item = currentItem(desk.agenda);
  return (
    <section className="panel" aria-labelledby="cap">
      <h2 id="cap">{item === undefined ? t('desk.capture') : t('desk.capture_on', { item: formatNumber(language, desk.agenda.indexOf(item) + 1) })}</h2>
      <DecisionForm desk={desk} item={item} />
      <div className="cols cols-2">
        <ActionForm desk={desk} item={item} />
        {item !== undefined && <NoteForm desk={desk} item={item} />}
      </div>
    </section>
  );
}

interface OnItem {
  readonly desk: Desk;
  readonly item: AgendaItem | undefined;
}

function ActionForm({ desk, item }: OnItem) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const { field } = useReply<{ text: string; owner_id: string; due_on: string }>(desk, 'actions');
  const owners = desk.room.seats.flatMap((seat) => [
    { id: seat.holder_id, name: seat.holder }, { id: seat.alternate_id, name: seat.alternate },
  ].flatMap(({ id, name }) => (id === null ? [] : [{ value: id, label: t('desk.owner', { seat: seatName(seat, t, language), name: name ?? '' }) }])));
  return (
    <ActForm desk={desk} act="actions" className="flow cap">
      <h3><Icon name="plus" /> {t('action.one')}</h3>
      {item !== undefined && <input type="hidden" name="agenda_item_id" value={item.id} />}
      <TextField {...field('text')} label={t('action.what')} maxLength={200} required />
      <SelectField {...field('owner_id')} label={t('action.owner')} options={[...new Map(owners.map((one) => [one.value, one])).values()]} required />
      <DateField {...field('due_on')} label={t('action.due')} min={desk.today} required />
      <Button weight="second">{t('desk.add_action')}</Button>
    </ActForm>
  );
}

function NoteForm({ desk, item }: { readonly desk: Desk; readonly item: AgendaItem }) {
  const t = useText('working-groups');
  const { field } = useReply<{ note: string }>(desk, 'notes');
  return (
    <ActForm desk={desk} act="notes" className="flow cap">
      <h3><Icon name="plus" /> {t('desk.note')}</h3>
      <input type="hidden" name="item" value={item.id} />
      <TextArea {...field('note')} label={t('desk.note_for_minutes')} rows={4} maxLength={4000} required />
      <Button weight="second">{t('desk.add_note')}</Button>
    </ActForm>
  );
}
