import { SelectField, TextArea } from '#app/form/field';
import { useActReply } from '#app/form/acts';
import { useLocale, useText } from '#app/languages/text';
import { Button } from '#app/ui/button';
import { Section } from '#app/ui/section';
import { passageName } from './errata';
import { ActForm, type Work } from './work';

/** Says what is wrong in sealed minutes, and what is right; both stay. */
export function ErratumForm({ work }: { readonly work: Work }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const { field } = useActReply<{ passage: string; wrong: string; correct: string; reason: string }>(work.reply, 'errata');
  const { minutes, passages } = work;
  if (minutes === null) return null;
  return (
    <Section id="erratum" title={t('erratum.add')} note={t('erratum.note')}>
      <ActForm work={work} act="errata">
        <SelectField {...field('passage')} label={t('minutes.where')} empty={t('erratum.elsewhere')} options={passages.map((one) => ({ value: String(one.position), label: one.item === null ? passageName(minutes.record, one.position, t, language) : `${one.position}. ${one.item}` }))} optional />
        <TextArea {...field('wrong')} label={t('erratum.wrong')} maxLength={4000} required />
        <TextArea {...field('correct')} label={t('erratum.correct')} maxLength={4000} required />
        <TextArea {...field('reason')} label={t('erratum.reason')} maxLength={4000} required />
        <Button>{t('erratum.add')}</Button>
      </ActForm>
    </Section>
  );
}
