import { formatDate, formatNumber } from '#app/languages/format';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { ButtonLink } from '#app/ui/button';
import { Section } from '#app/ui/section';
import { Tag, type Tone } from '#app/ui/tag';
import type { Answer } from './model';
import type { ResponseRow } from './queries.server';

const tones: Readonly<Record<Answer, Tone>> = { accept: 'ok', in_part: 'prog', not: 'off', noted: 'none' };

interface ResponsesProps {
  readonly recommendation: { readonly ref: string };
  readonly responses: readonly ResponseRow[];
  /** The addressees for whom the viewer can answer. */
  readonly answerable: readonly string[];
}

/** Whom it is for, what each answered, and who has not for how long. */
export function Responses({ recommendation, responses, answerable }: ResponsesProps) {
  const t = useText('working-groups');
  return (
    <Section id="responses" title={t('responses.title')} note={t('responses.note')} wide>
      {responses.length === 0 ? <p className="muted">{t('responses.nobody')}</p> : <ListTable caption={t('responses.title')} columns={columns} rows={responses} keyOf={(row) => row.party} t={t} />}
      {responses.filter((row) => answerable.includes(row.party)).map((row) => (
        <p key={row.party} className="noprint"><ButtonLink weight={row.answer === null ? 'main' : 'second'} href={paths.recommendationResponse(recommendation.ref, row.party)}>{t(row.answer === null ? 'responses.give_for' : 'responses.change_for', { name: row.name ?? t('responses.secretariat') })}</ButtonLink></p>
      ))}
    </Section>
  );
}

const answerColumn: Column<ResponseRow> = {
  id: 'answer', header: (t) => t('responses.one'), unnamed: true,
  cell: (row, { t, language }) => {
    if (row.answer !== null) return <Tag tone={tones[row.answer]}>{t(`responses.answer.${row.answer}`)}</Tag>;
    return <Tag tone="draft">{row.waiting === null ? t('responses.not_asked') : t('responses.waiting', { count: row.waiting, shown: formatNumber(language, row.waiting) })}</Tag>;
  },
};
const wordsColumns: readonly Column<ResponseRow>[] = [
  { id: 'words', header: (t) => t('responses.words'), worded: true, cell: (row, { t }) => (row.words === null ? <span className="muted">{t('responses.none_yet')}</span> : <bdi>{row.words}</bdi>) },
  {
    id: 'commitment', header: (t) => t('responses.commitment'),
    cell: (row, { t, language }) => (row.commitment_ref === null ? <span className="muted">{t('responses.no_commitment')}</span> : <a href={paths.in(language).commitment(row.commitment_ref)}><bdi>{row.commitment_title ?? row.commitment_ref}</bdi></a>),
  },
  {
    id: 'on', header: (t) => t('responses.answered_on'), unbroken: true,
    cell: (row, { t, language }) => (row.answered_on === null ? t('responses.not_yet') : <>{formatDate(language, row.answered_on, 'short')}{row.first_answered_on !== row.answered_on && <span className="ref">{t('responses.first_on', { day: formatDate(language, row.first_answered_on ?? row.answered_on, 'short') })}</span>}</>),
  },
];

function whoOf(row: ResponseRow, language: Parameters<typeof paths.in>[0], secretariat: string) {
  if (row.addressee_country_iso2 !== null) return <a href={paths.in(language).country(row.addressee_country_iso2)}>{row.name}</a>;
  return row.addressee_organisation_id === null ? secretariat : <a href={paths.in(language).member(row.party)}><bdi>{row.name}</bdi></a>;
}
const columns: readonly Column<ResponseRow>[] = [{ id: 'who', header: (t) => t('responses.who'), cell: (row, { t, language }) => whoOf(row, language, t('responses.secretariat')) }, answerColumn, ...wordsColumns];

const whatColumn: Column<ResponseRow> = {
  id: 'what', header: (t) => t('recommendation.one'), cell: (row, { language }) => <><a href={paths.in(language).recommendation(row.recommendation_ref)}><bdi>{row.recommendation_title}</bdi></a><span className="ref">{row.recommendation_ref}</span></>,
};
const theirColumns = [whatColumn, answerColumn, ...wordsColumns];

/** On the page of a member or a country: what was recommended to them, and what they answered. */
export function RecommendedSection({ responses }: { readonly responses: readonly ResponseRow[] }) {
  const t = useText('working-groups');
  if (responses.length === 0) return null;
  return (
    <Section id="recommended" title={t('responses.recommended')} note={t('responses.recommended_note')} wide>
      <ListTable caption={t('responses.recommended')} columns={theirColumns} rows={responses} keyOf={(row) => row.recommendation_ref} t={t} />
    </Section>
  );
}

const answeredColumns = [whatColumn, answerColumn, wordsColumns[0]].filter((one) => one !== undefined);

/** On the page of a commitment: the recommendations that its lead answers with it. */
export function AnswersSection({ responses }: { readonly responses: readonly ResponseRow[] }) {
  const t = useText('working-groups');
  if (responses.length === 0) return null;
  return (
    <Section id="answers" title={t('responses.answers')} note={t('responses.answers_note')}>
      <ListTable caption={t('responses.answers')} columns={answeredColumns} rows={responses} keyOf={(row) => `${row.recommendation_ref} ${row.party}`} t={t} />
    </Section>
  );
}
