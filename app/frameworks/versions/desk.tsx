import { SelectField, TextArea, TextField } from '#app/form/field';
import { errorsOfReply, useActReply, type ActReply } from '#app/form/acts';
import { ErrorSummary } from '#app/form/error-summary';
import { Version } from '#app/form/hidden';
import { languages } from '#app/languages/language';
import { languageName } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths, type DraftAct } from '#app/paths';
import { ListTable } from '#app/table/table';
import { Button, ButtonLink } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Section } from '#app/ui/section';
import { Tag } from '#app/ui/tag';
import { consultationColumns } from '../consultations/table';
import { spellVersion } from '../coverage/question';
import { standings } from '../model';
import { DraftForm, PlaceFields, useDesk } from './draft-form';
import { DraftTree } from './tree';

type Reply = ActReply<DraftAct> | undefined;

/** The desk of a draft: its tree, a new clause, its cover, and the way to publication. Everything is a link or a plain form. */
export function VersionDeskPage({ reply }: { readonly reply?: Reply }) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const { draft, clauses, consultations, why } = useDesk();
  return (
    <>
      <Crumbs above={[{ href: paths.textVersions(draft.framework), label: draft.name }]} here={t('versions.named', { number: draft.number })} />
      <ErrorSummary errors={errorsOfReply(reply)} />
      <Head tight title={t('draft.title', { number: draft.number })} lede={draft.name}>
        <Tag tone="draft">{t('draft.state')}</Tag>
        <span className="tiny muted">
          {draft.editor !== null && t('draft.editor', { name: draft.editor })}
          {draft.copied_from !== null && <> {t('draft.copied_from', { number: draft.copied_from })}</>}
        </span>
      </Head>
      <Section id="clauses" title={t('draft.clauses')} note={t('draft.clauses_note')} wide>
        {clauses.length === 0 ? <p className="muted">{t('draft.no_clause')}</p> : <DraftTree />}
        <details open={clauses.length === 0 || reply?.act === 'clauses'}>
          <summary>{t('draft.add')}</summary>
          <AddClause reply={reply} />
        </details>
        <p className="small pt-16"><a href={paths.in(language).crosswalk({ from: spellVersion({ framework: draft.framework, number: draft.number }) })}>{t('crosswalk.open')}</a></p>
      </Section>
      <Section id="cover" title={t('draft.cover')} note={t('draft.cover_note')}><Cover reply={reply} /></Section>
      <Section id="consultation" title={t('consultations.title')} note={t('consultations.desk_note')}>
        {consultations.length > 0 && <ListTable caption={t('consultations.caption')} columns={consultationColumns} rows={consultations} keyOf={(row) => row.ref} t={t} />}
        <p className="pt-8"><ButtonLink weight="second" href={paths.draftAct(draft.framework, draft.number, 'consultation')}>{t('consultations.act.open')}</ButtonLink></p>
      </Section>
      <Section id="publication" title={t('draft.publication')} note={t('draft.publication_note')}>
        <div className="row">
          {draft.in_force !== null && <a href={paths.in(language).compare(draft.framework, { from: draft.in_force, to: draft.number })}>{t('declaration.differences', { from: draft.in_force, to: draft.number })}</a>}
          {why === undefined ? <ButtonLink href={paths.draftAct(draft.framework, draft.number, 'publication')}>{t('draft.to_publication')}</ButtonLink> : <p>{t(why)}</p>}
        </div>
      </Section>
      <Section id="deletion" title={t('draft.discard')} note={t('draft.discard_note')}>
        <DraftForm act="deletion"><Button weight="second">{t('draft.discard')}</Button></DraftForm>
      </Section>
    </>
  );
}

function AddClause({ reply }: { readonly reply: Reply }) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const { draft } = useDesk();
  const { field, sent } = useActReply<Record<string, string>>(reply, 'clauses');
  return (
    <DraftForm act="clauses" className="flow measure">
      <PlaceFields field={field} sent={sent} />
      <TextField {...field('title')} label={t('draft.clause_title')} hint={t('draft.in_language', { language: languageName(language, draft.authoritative_language) })} maxLength={300} required />
      <TextArea {...field('body')} label={t('draft.clause_text')} rows={4} maxLength={5000} optional />
      <Button weight="second">{t('draft.add')}</Button>
    </DraftForm>
  );
}

function Cover({ reply }: { readonly reply: Reply }) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const { draft } = useDesk();
  const { field, sent } = useActReply<Record<string, string>>(reply, 'cover');
  const kept = (name: 'standing' | 'source' | 'authoritative_language') => {
    const given = field(name);
    return { ...given, defaultValue: sent ? given.defaultValue : (draft[name] ?? undefined) };
  };
  return (
    <DraftForm act="cover" className="flow measure">
      <Version value={draft.version} />
      <SelectField {...kept('standing')} label={t('draft.standing')} hint={t('draft.standing_hint')} options={standings.map((value) => ({ value, label: t(`standing.${value}`) }))} empty={null} />
      <TextField {...kept('source')} label={t('draft.source')} hint={t('draft.source_hint')} maxLength={500} optional />
      <SelectField {...kept('authoritative_language')} label={t('draft.authoritative')} hint={t('draft.authoritative_hint')} options={languages.map((value) => ({ value, label: languageName(language, value) }))} empty={null} />
      <Button weight="second">{t('draft.save')}</Button>
    </DraftForm>
  );
}
