import type { ReactNode } from 'react';
import { useOutletContext } from '@remix-run/react';
import { errorsOfReply, useActReply, type ActReply } from '#app/form/acts';
import { ErrorSummary } from '#app/form/error-summary';
import { TextArea, TextField } from '#app/form/field';
import { FormKey, Version } from '#app/form/hidden';
import { languageName } from '#app/languages/format';
import { languages, nativeNames, type Language } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { paths, type ClauseAct } from '#app/paths';
import { AuthoritativeWords, OriginField, OtherLanguages, TranslationStanding } from '#app/records/translations/beside';
import { freshnessOf } from '#app/records/translations/model';
import { Button } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Section } from '#app/ui/section';
import type { VersionDesk } from './desk-facts.server';
import { PlaceFields } from './draft-form';
import type { DraftClause } from './queries.server';
import { wordsIn } from './words';

/** What the page of a clause shows: the desk around it, the clause, and the language that is being written. */
export interface ClauseFacts extends VersionDesk {
  readonly clause: DraftClause;
  readonly writing: Language;
}
const useFacts = (): ClauseFacts => useOutletContext<ClauseFacts>();
type Reply = ActReply<ClauseAct> | undefined;

/** One clause of a draft: its words in each language, its place, its deletion. */
export function DraftClausePage({ reply }: { readonly reply?: Reply }) {
  const t = useText('frameworks');
  const r = useText('records');
  const { language } = useLocale();
  const { draft, clause, writing } = useFacts();
  const freshness = (one: string) => freshnessOf(wordsIn(clause, one), draft.authoritative_language, clause.text_version);
  return (
    <>
      <Crumbs above={[{ href: paths.textVersions(draft.framework), label: draft.name }, { href: paths.draft(draft.framework, draft.number), label: t('versions.named', { number: draft.number }) }]} here={<bdi>{clause.code}</bdi>} />
      <ErrorSummary errors={errorsOfReply(reply)} />
      <Head tight kick={t(`kind.${clause.kind}`)} title={<><bdi>{clause.code}</bdi> {wordsIn(clause, draft.authoritative_language)?.title}</>} />
      <Section id="words" title={t('words.title', { language: languageName(language, writing) })} note={r('translations.note', { language: languageName(language, draft.authoritative_language) })} wide>
        <OtherLanguages languages={languages.filter((one) => one !== writing).map((one) => ({ href: paths.draftClause(draft.framework, draft.number, clause.id, one), name: nativeNames[one], freshness: freshness(one) }))} />
        <TranslationStanding freshness={freshness(writing)} checker={wordsIn(clause, writing)?.checker ?? null}><Check /></TranslationStanding>
        <Authoritative />
        <Words reply={reply} />
      </Section>
      <Section id="place" title={t('draft.place')} note={t('draft.place_note')}><Place reply={reply} /></Section>
      <Section id="deletion" title={t('draft.delete')} note={t('draft.delete_note')}>
        <ClauseForm act="deletion"><Button weight="second">{t('draft.delete')}</Button></ClauseForm>
      </Section>
    </>
  );
}

function ClauseForm({ act, className, children }: { readonly act: ClauseAct; readonly className?: string; readonly children: ReactNode }) {
  const { draft, clause, writing } = useFacts();
  return (
    <form method="post" action={paths.draftClauseAct(draft.framework, draft.number, clause.id, act, writing)} className={className}>
      {children}
      <FormKey />
    </form>
  );
}

/** The button for whoever has read it beside the authoritative words. */
function Check() {
  const t = useText('records');
  const { draft, clause, writing } = useFacts();
  const words = wordsIn(clause, writing);
  if (words === undefined || writing === draft.authoritative_language) return null;
  return (
    <ClauseForm act="check">
      <input type="hidden" name="language" value={writing} />
      <Button weight="second">{t('translations.check')}</Button>
    </ClauseForm>
  );
}

/** The authoritative words, to translate from. */
function Authoritative() {
  const { draft, clause, writing } = useFacts();
  const words = wordsIn(clause, draft.authoritative_language);
  if (writing === draft.authoritative_language || words === undefined) return null;
  return (
    <AuthoritativeWords language={draft.authoritative_language} title={words.title}><p>{words.body}</p></AuthoritativeWords>
  );
}

function Words({ reply }: { readonly reply: Reply }) {
  const t = useText('frameworks');
  const { draft, clause, writing } = useFacts();
  const { field, sent } = useActReply<Record<string, string>>(reply, 'words');
  const words = wordsIn(clause, writing);
  const kept = (name: 'title' | 'body' | 'origin') => {
    const given = field(name);
    return { ...given, defaultValue: sent ? given.defaultValue : words?.[name] };
  };
  return (
    <ClauseForm act="words" className="flow measure">
      <Version value={clause.version} />
      <input type="hidden" name="language" value={writing} />
      <TextField {...kept('title')} label={t('draft.clause_title')} maxLength={300} required />
      <TextArea {...kept('body')} label={t('draft.clause_text')} rows={6} maxLength={5000} optional />
      {writing !== draft.authoritative_language && <OriginField {...kept('origin')} />}
      <Button>{t('words.save')}</Button>
    </ClauseForm>
  );
}

function Place({ reply }: { readonly reply: Reply }) {
  const t = useText('frameworks');
  const { clause } = useFacts();
  const { field, sent } = useActReply<Record<string, string>>(reply, 'place');
  return (
    <ClauseForm act="place" className="flow measure">
      <Version value={clause.version} />
      <PlaceFields field={field} sent={sent} clause={clause} />
      <Button weight="second">{t('draft.save')}</Button>
    </ClauseForm>
  );
}
