import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { Timeline } from '#app/ui/timeline';
import { lifeOf, type LifeBeside, type LifeFacts, type LifeMoment } from '../review/life';

/** Where a commitment has been and what comes next: who has it, and by which day. */
export function Life({ facts, beside }: { readonly facts: LifeFacts; readonly beside: LifeBeside }) {
  const t = useText('commitments');
  const { language } = useLocale();
  const when = ({ owner, on, by, within }: LifeMoment): string => {
    if (on !== undefined) return formatDate(language, on);
    const who = t(`life.owner.${owner}`);
    if (by !== undefined) return t('life.by', { by: formatDate(language, by), who });
    return within === undefined ? t('life.open', { who }) : t('life.within', { days: within, who });
  };
  return (
    <>
      <h3>{t('next.title')}</h3>
      <Timeline
        moments={lifeOf(facts, beside).map((moment) => {
          const done = moment.on !== undefined;
          return {
            key: moment.what, first: done, when: when(moment), ...(done ? { dateTime: moment.on } : {}), title: t(`life.${done ? 'done' : 'ahead'}.${moment.what}`),
            ...(done ? {} : { children: <p className="small">{t(`life.about.${moment.what}`)}</p> }),
          };
        })}
      />
    </>
  );
}
