import type { ReactNode } from 'react';
import { formatDate, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { Facts } from '#app/ui/facts';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { Tag } from '#app/ui/tag';
import { knownOr, languagesOf, listOr, sourceOf, webAddress, wordsOr } from './marks';
import { claims, noStage, principles, standards, type Claim } from './model';
import type { ShownPlatform } from './shown.server';

interface PlatformProps {
  readonly platform: ShownPlatform;
}

/** What it is, whose, for whom and at what cost. */
export function AboutSection({ platform }: PlatformProps) {
  const t = useText('registries');
  const { language } = useLocale();
  const member = (name: string | null, ref: string | null): ReactNode => (name === null || ref === null ? wordsOr(name, t) : <a href={paths.in(language).member(ref)} dir="auto">{name}</a>);
  const coded = (key: string, codes: readonly string[]) => listOr(codes.map((code) => t(`${key}.${code}`)), t, language);
  return (
    <Section id="about" title={t('record.about')} note={t('record.about_note')}>
      {platform.description.split(/\n+/).map((line, at) => <p key={at} lang={platform.name_language} dir="auto">{line}</p>)}
      {platform.machine && <p className="small muted">{t('record.machine')}</p>}
      <Facts
        facts={[
          { label: t('field.address'), value: webAddress(platform.address) },
          { label: t('field.owner'), value: member(platform.owner, platform.owner_ref) },
          { label: t('field.operator'), value: member(platform.operator, platform.operator_ref) },
          { label: t('field.levels'), value: coded('level', platform.levels) },
          { label: t('field.subjects'), value: coded('subject', platform.subjects) },
          { label: t('field.languages'), value: listOr(languagesOf(platform.languages, language), t, language) },
          { label: t('field.cost'), value: platform.cost === null ? wordsOr(null, t) : <>{t(`cost.${platform.cost}`)}{platform.cost_words !== null && <> · <span dir="auto">{platform.cost_words}</span></>}</> },
          { label: t('field.licence'), value: wordsOr(platform.licence, t) },
          { label: t('field.offline'), value: knownOr(platform.offline, t) },
          { label: t('field.zero_rated'), value: knownOr(platform.zero_rated, t) },
          { label: t('field.devices'), value: coded('device', platform.devices) },
          { label: t('field.standards'), value: listOr(platform.standards.map((code) => standards[code as keyof typeof standards] ?? code), t, language) },
        ]}
      />
    </Section>
  );
}

interface ClaimRow {
  readonly claim: Claim;
  readonly said: string | null;
  readonly source: string | null;
  readonly on: string | null;
  readonly checked: boolean;
}

const claimTable: readonly Column<ClaimRow>[] = [
  { id: 'claim', header: (t) => t('claims.claim'), cell: (row, { t }) => t(`field.${row.claim}`) },
  { id: 'said', header: (t) => t('claims.said'), cell: (row, { t, language }) => (row.said !== null && row.claim === 'users' ? formatNumber(language, row.said) : wordsOr(row.said, t)) },
  { id: 'source', header: (t) => t('claims.source'), cell: (row, { t }) => (row.source === null ? <span className="muted">{t('claims.no_claim')}</span> : <span className="small">{sourceOf(row.source)}</span>) },
  { id: 'on', header: (t) => t('claims.on'), unbroken: true, cell: (row, { t, language }) => (row.on === null ? <span className="muted">{t('claims.no_claim')}</span> : formatDate(language, row.on, 'short')) },
  { id: 'checked', header: (t) => t('claims.checked'), unnamed: true, cell: (row, { t }) => (row.said === null ? <span className="muted">{t('claims.nothing')}</span> : <Tag tone={row.checked ? 'ok' : 'draft'}>{t(row.checked ? 'claims.is_checked' : 'claims.is_claimed')}</Tag>) },
];

/** RE-1, RE-3: each claim with its source and day, and whether the reviewer has checked it. */
export function ClaimsSection({ platform }: PlatformProps) {
  const t = useText('registries');
  const rows = claims.map((claim): ClaimRow => ({ claim, said: platform[claim], source: platform[`${claim}_source`], on: platform[`${claim}_on`], checked: platform.checked.includes(claim) }));
  return (
    <Section wide id="claims" title={t('claims.title')} note={t('claims.note')}>
      <ListTable caption={t('claims.title')} columns={claimTable} rows={rows} keyOf={(row) => row.claim} t={t} />
    </Section>
  );
}

/** RE-8, RE-9: what happens with data about learners, and where teachers took part. */
export function CareSection({ platform }: PlatformProps) {
  const t = useText('registries');
  const { language } = useLocale();
  const stages = platform.teacher_stages;
  return (
    <Section id="care" title={t('record.care')} note={t('record.care_note')}>
      <Facts
        facts={[
          { label: t('field.learner_data'), value: knownOr(platform.learner_data, t) },
          ...(platform.safeguard === null ? [] : [{ label: t('field.safeguard'), value: sourceOf(platform.safeguard) }]),
          { label: t('field.teacher_stages'), value: stages === null ? wordsOr(null, t) : stages.includes(noStage) ? t('stage.none') : listOr(stages.map((stage) => t(`stage.${stage}`)), t, language) },
          ...(platform.teacher_words === null ? [] : [{ label: t('field.teacher_words'), value: wordsOr(platform.teacher_words, t) }]),
        ]}
      />
    </Section>
  );
}

export interface Principle {
  readonly code: string;
  readonly title: string;
}
interface CharterRow extends Principle {
  readonly mark: number | null;
}

const charterTable: readonly Column<CharterRow>[] = [
  { id: 'principle', header: (t) => t('charter.principle'), cell: (row) => `${row.code} ${row.title}`.trim() },
  { id: 'mark', header: (t) => t('charter.mark'), cell: (row, { t }) => (row.mark === null ? <span className="muted">{t('charter.unanswered')}</span> : t(`charter.m${row.mark}`)) },
];

/** How the platform's own people see it by the charter: a self-assessment, and said so. */
export function CharterSection({ platform, charter }: PlatformProps & { readonly charter: readonly Principle[] }) {
  const t = useText('registries');
  const { language } = useLocale();
  const rows = principles.map((code, at): CharterRow => ({ code, title: charter.find((one) => one.code === code)?.title ?? '', mark: platform.charter?.[at] ?? null }));
  return (
    <Section id="charter" title={t('charter.title')} note={<>{t('charter.note')} {charter.length > 0 && <a href={paths.in(language).framework('CHARTER-7')}>{t('charter.text')}</a>}</>}>
      {platform.charter === null ? <Notice tone="none" small>{t('charter.none')}</Notice> : (
        <>
          <p><Tag tone={platform.checked.includes('charter') ? 'ok' : 'draft'}>{t(platform.checked.includes('charter') ? 'claims.is_checked' : 'charter.own')}</Tag></p>
          <ListTable caption={t('charter.title')} columns={charterTable} rows={rows} keyOf={(row) => row.code} t={t} />
        </>
      )}
    </Section>
  );
}
