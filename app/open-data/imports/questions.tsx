import { FormKey } from '#app/form/hidden';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import type { Text } from '#app/languages/catalogue';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { Section } from '#app/ui/section';
import type { OpenQuestion, PossiblePair, Some } from './following.server';
import { recordLink } from './links';
import type { ImportRecord } from './queries.server';

interface QuestionsProps {
  readonly record: ImportRecord;
  readonly questions: Some<OpenQuestion>;
  readonly pairs: Some<PossiblePair>;
  /** Whether the viewer may say that a question is settled. */
  readonly settles: boolean;
}

/** What was taken but wants a person's eye. Before anything is written only the numbers are known. */
export function QuestionsSection({ record, questions, pairs, settles }: QuestionsProps) {
  const t = useText('open-data');
  const expected = record.status === 'checked' ? record.outcome.questions : [];
  const duplicates = record.status === 'checked' ? record.outcome.duplicates : 0;
  if (questions.count + pairs.count + expected.length + duplicates === 0) return null;
  return (
    <Section id="questions" title={t('imports.page.questions')} note={t('imports.page.questions_note')}>
      {record.status === 'checked' ? <Expected expected={expected} duplicates={duplicates} /> : <><Questions record={record} questions={questions} settles={settles} /><Pairs pairs={pairs} /></>}
    </Section>
  );
}

function Expected({ expected, duplicates }: { readonly expected: ImportRecord['outcome']['questions']; readonly duplicates: number }) {
  const t = useText('open-data');
  const { language } = useLocale();
  return (
    <ul>
      {expected.map(({ code, count }) => <li key={code}>{t(`imports.expected.${code}`, { count, shown: formatNumber(language, count) })}</li>)}
      {duplicates > 0 && <li>{t('imports.expected.duplicates', { count: duplicates, shown: formatNumber(language, duplicates) })}</li>}
    </ul>
  );
}

function Questions({ record, questions: { rows, count }, settles }: Omit<QuestionsProps, 'pairs'>) {
  const t = useText('open-data');
  const { language } = useLocale();
  if (count === 0) return null;
  return (
    <>
      <p>{t('imports.page.open_questions', { count, shown: formatNumber(language, count) })}</p>
      <ul className="plain list">
        {rows.map((question) => (
          <li key={question.id}>
            <form method="post" action={paths.importQuestion(record.id, question.id)} className="row">
              <FormKey />
              <span>{recordLink(language, question.record)} <span dir="auto">{questionText(t, question)}</span></span>
              {settles && <Button weight="text">{t('imports.page.settle')} <span className="vh">{question.record.ref}</span></Button>}
            </form>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A question in words, with what the source said. */
function questionText(t: Text, { code, details }: OpenQuestion): string {
  const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
  const sums = list(details['currencies']).map((one) => {
    const { currency, committed, disbursed } = one as Readonly<Record<string, string>>;
    return t('imports.questions.sum', { currency: currency ?? '', committed: committed ?? '', disbursed: disbursed ?? '' });
  });
  return t(`imports.questions.${code}`, { tags: list(details['tags']).join(', '), sums: sums.join(' '), characters: Number(details['characters'] ?? 0), said: String(details['said'] ?? '') });
}

function Pairs({ pairs: { rows, count } }: { readonly pairs: Some<PossiblePair> }) {
  const t = useText('open-data');
  const { language } = useLocale();
  if (count === 0) return null;
  return (
    <>
      <p>{t('imports.page.open_pairs', { count, shown: formatNumber(language, count) })}</p>
      <ul>
        {rows.map(({ id, reason, identifier, one, other }) => (
          <li key={id}>
            {recordLink(language, { table: 'organisations', ref: one.ref })} <bdi>{one.name}</bdi> · {recordLink(language, { table: 'organisations', ref: other.ref })} <bdi>{other.name}</bdi>
            {' '}<span className="muted small">{t(`imports.duplicates.${reason}`)}{identifier === null ? '' : <> <code dir="ltr">{identifier}</code></>}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
