import type { ReactNode } from 'react';
import { RadioField } from '#app/form/choice-field';
import type { FieldProps } from '#app/form/field-frame';
import { useText } from '#app/languages/text';
import { Links } from '#app/ui/links';
import { FreshnessTag } from './marks';
import { type Freshness, translationOrigins } from './model';

interface OtherLanguagesProps {
  readonly languages: readonly { readonly href: string; readonly name: string; readonly freshness: Freshness }[];
}

/** The same words in other languages, each with how it stands. */
export function OtherLanguages({ languages }: OtherLanguagesProps) {
  const t = useText('records');
  return <Links entries={languages.map(({ href, name, freshness }) => ({ href, label: `${name}: ${t(`translations.${freshness}`)}` }))} />;
}

interface StandingProps {
  readonly freshness: Freshness;
  readonly checker: string | null;
  /** What whoever has read it beside the authoritative words presses. */
  readonly children?: ReactNode;
}

/** How the translation stands, and who stands for it. */
export function TranslationStanding({ freshness, checker, children }: StandingProps) {
  const t = useText('records');
  return (
    <div className="row pb-16">
      <FreshnessTag freshness={freshness} />
      {freshness === 'checked' && checker !== null ? <span className="tiny muted">{t('translations.checked_by', { name: checker })}</span> : children}
    </div>
  );
}

interface AuthoritativeProps {
  readonly language: string;
  readonly title: string;
  readonly children: ReactNode;
}

/** The authoritative words, to translate from. */
export function AuthoritativeWords({ language, title, children }: AuthoritativeProps) {
  return (
    <div className="ask" lang={language} dir="auto">
      <p><strong>{title}</strong></p>
      {children}
    </div>
  );
}

/** Whether a person or a machine translated. */
export function OriginField({ defaultValue, ...field }: Pick<FieldProps, 'name' | 'id' | 'errors'> & { readonly defaultValue?: string | undefined }) {
  const t = useText('records');
  return <RadioField {...field} defaultValue={defaultValue ?? 'human'} label={t('translations.origin')} row choices={translationOrigins.map((value) => ({ value, label: t(`translations.by.${value}`) }))} />;
}
