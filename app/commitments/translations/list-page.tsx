import { ErrorSummary } from '#app/form/error-summary';
import { LanguageFields } from '#app/form/language-fields';
import { summaryOf } from '#app/form/summary';
import { languageName } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { FreshnessTag } from '#app/records/translations/marks';
import { Button } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Item, List } from '#app/ui/list';
import { Section } from '#app/ui/section';
import { Written } from '#app/ui/written';
import type { TranslatedCommitment } from './queries.server';

interface TranslationsPageProps extends TranslatedCommitment {
  readonly writes: boolean;
  readonly asked: { readonly value: { readonly language: string; readonly language_other: string }; readonly errors: Readonly<Record<string, readonly string[]>> };
}

/** Every language in which a commitment is written, how each text stands, and the way to another one. */
export function TranslationsPage({ commitment: { ref, title, title_language }, authoritative, texts, writes, asked: { value, errors } }: TranslationsPageProps) {
  const t = useText('commitments');
  const r = useText('records');
  const { language } = useLocale();
  return (
    <>
      <Crumbs above={[{ href: paths.in(language).commitments(), label: t('list.title') }, { href: paths.in(language).commitment(ref), label: ref }]} here={t('translations.title')} />
      <ErrorSummary errors={summaryOf(errors)} />
      <Head tight title={t('translations.title')} lede={<Written in={title_language}>{title}</Written>} />
      <Section id="texts" title={t('translations.texts')} note={r('translations.note', { language: languageName(language, authoritative.language) })}>
        <List>
          {texts.map((text) => (
            <Item
              key={text.language} title={languageName(language, text.language)} marks={<FreshnessTag freshness={text.freshness} />} note={<Written in={text.language}>{text.title}</Written>}
              {...(text.language === authoritative.language ? {} : { href: paths.translation(ref, text.language) })}
            />
          ))}
        </List>
      </Section>
      {writes && (
        <Section id="another" title={t('translations.another')} note={t('translations.another_note')}>
          <form method="get" action={paths.translations(ref)} className="flow measure" noValidate>
            <LanguageFields label={t('translations.into')} value={value} errors={(name) => errors[name]} />
            <Button weight="second">{t('translations.open')}</Button>
          </form>
        </Section>
      )}
    </>
  );
}
