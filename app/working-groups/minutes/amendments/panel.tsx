import { RadioField } from '#app/form/choice-field';
import { SelectField, TextArea } from '#app/form/field';
import { useActReply } from '#app/form/acts';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { Button } from '#app/ui/button';
import { Section } from '#app/ui/section';
import { passageName } from '../errata';
import type { RecordAmendment } from '../record';
import { ActForm, type Work } from '../work';
import { AmendmentTable } from './table';

/** What those who attended ask for: each answered, and a form for one more while the window is open. */
export function AmendmentPanel({ work }: { readonly work: Work }) {
  const t = useText('working-groups');
  const { minutes, why, over } = work;
  if (minutes === null) return null;
  const open = minutes.record.amendments.filter((one) => one.status === 'open');
  return (
    <Section id="amendments" title={t('minutes.amendments')} note={t('minutes.amendments_note')}>
      <AmendmentTable minutes={minutes} />
      {open.map((one) => <Answer key={one.number} work={work} amendment={one} />)}
      {why.amend === null && !over && <Propose work={work} />}
    </Section>
  );
}

function Answer({ work, amendment }: { readonly work: Work; readonly amendment: RecordAmendment }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const mine = work.own.includes(amendment.number);
  const number = String(amendment.number);
  const sent = work.reply?.act === 'answers' && work.reply.result?.initialValue?.['number'] === number;
  const { field } = useActReply<{ what: string; answer: string }>(sent ? work.reply : undefined, 'answers');
  if (mine) {
    return (
      <ActForm work={work} act="withdrawals">
        <input type="hidden" name="number" value={number} />
        <Button weight="second">{t('minutes.take_back', { number: formatNumber(language, amendment.number) })}</Button>
      </ActForm>
    );
  }
  if (work.why.settle !== null) return null;
  return (
    <details open={sent}>
      <summary>{t('minutes.answer', { number: formatNumber(language, amendment.number) })}</summary>
      <ActForm work={work} act="answers">
        <input type="hidden" name="number" value={number} />
        <RadioField {...field('what')} id={`what-${number}`} label={t('minutes.what_becomes')} choices={['accept', 'reject'].map((value) => ({ value, label: t(`minutes.${value}`) }))} required />
        <TextArea {...field('answer')} id={`answer-${number}`} label={t('minutes.why')} hint={t('minutes.why_hint')} maxLength={4000} optional />
        <Button weight="second">{t('minutes.send_answer')}</Button>
      </ActForm>
    </details>
  );
}

function Propose({ work }: { readonly work: Work }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const { field } = useActReply<{ passage: string; old_words: string; new_words: string; reason: string }>(work.reply, 'amendments');
  const { minutes, passages } = work;
  if (minutes === null) return null;
  return (
    <>
      <h3 className="pt-16">{t('minutes.propose')}</h3>
      <ActForm work={work} act="amendments">
        <SelectField {...field('passage')} label={t('minutes.where')} empty={null} options={passages.map((one) => ({ value: String(one.position), label: one.item === null ? passageName(minutes.record, one.position, t, language) : `${one.position}. ${one.item}` }))} />
        <TextArea {...field('old_words')} label={t('minutes.old_words')} hint={t('minutes.old_words_hint')} maxLength={4000} optional />
        <TextArea {...field('new_words')} label={t('minutes.new_words')} maxLength={4000} optional />
        <TextArea {...field('reason')} label={t('erratum.reason')} maxLength={4000} required />
        <Button>{t('minutes.propose')}</Button>
      </ActForm>
    </>
  );
}
