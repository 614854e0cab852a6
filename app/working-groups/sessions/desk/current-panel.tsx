import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { Button } from '#app/ui/button';
import { currentItem } from '#app/working-groups/agenda/model';
import { Treats } from '#app/working-groups/agenda/treats';
import { timingOf } from '#app/working-groups/live/model';
import { Timer } from '#app/working-groups/live/timer';
import { ActForm, type Desk } from './act-form';

/** The item that is being treated, and how it ends. */
export function CurrentPanel({ desk }: { readonly desk: Desk }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const item = currentItem(desk.agenda);
  const timing = desk.session.started_at === null ? undefined : timingOf(desk.agenda, desk.session.started_at);
  if (item === undefined) {
    return (
      <section className="panel" aria-labelledby="cur">
        <h2 id="cur" className="h27">{t('desk.all_treated')}</h2>
        <p>{t('desk.all_treated_note')}</p>
      </section>
    );
  }
  const place = t('desk.item_of', { item: formatNumber(language, desk.agenda.indexOf(item) + 1), all: formatNumber(language, desk.agenda.length) });
  return (
    <section className="panel" aria-labelledby="cur">
      <div className="row row--top">
        <div className="grow">
          <p className="kick">{item.presenter === null ? place : t('desk.presented', { place, presenter: item.presenter })}</p>
          <h2 id="cur" className="h27"><bdi>{item.title}</bdi></h2>
        </div>
        {timing !== undefined && <Timer timing={timing} zone={desk.session.time_zone} now={desk.now} />}
      </div>
      {item.minutes !== null && (
        <ActForm desk={desk} act="extension" className="row">
          <input type="hidden" name="item" value={item.id} />
          <Button weight="second">{t('live.extend')}</Button>
        </ActForm>
      )}
      <ActForm desk={desk} act="outcome" className="row">
        <input type="hidden" name="item" value={item.id} />
        <Button weight="second" name="outcome" value="deferred">{t('desk.defer')}</Button>
        <Button weight="second" name="outcome" value="withdrawn">{t('desk.withdraw')}</Button>
        <span className="push"><Button name="outcome" value="treated">{t('desk.next_item')}</Button></span>
      </ActForm>
      <Treats item={item} papers={desk.papers} />
    </section>
  );
}
