import type { Text } from '#app/languages/catalogue';
import { formatDate, formatList } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { Advice } from '#app/ui/advice';
import type { Tone } from '#app/ui/tag';
import { ingredients, type SmartScore, type Verdict } from './model';

interface SmartProps {
  readonly score: SmartScore;
  readonly t: Text;
  readonly language: Language;
}

const tones: Readonly<Record<Verdict, Tone>> = { met: 'ok', partly: 'late', missing: 'none' };

/** CO-8: five ingredients with advice in words, and the day of the rules that they were judged by. */
export function SmartAdvices({ score, t, language }: SmartProps) {
  return (
    <Advice
      id="advice" title={t('smart.title')} note={t('smart.note', { date: formatDate(language, score.rules) })}
      remarks={ingredients.map((name) => {
        const { verdict, advice } = score.ingredients[name];
        return { label: t(`smart.ingredient.${name}`), tone: tones[verdict], state: t(`smart.verdict.${verdict}`), text: t(`smart.advice.${advice}`) };
      })}
    />
  );
}

/** What is not met, by name: a number would not say what to look at. */
export function SmartWords({ score, t, language }: Omit<SmartProps, 'score'> & { readonly score: SmartScore | null }) {
  if (score === null) return <>{t('not_known')}</>;
  const named = (verdict: Verdict) => ingredients.filter((name) => score.ingredients[name].verdict === verdict).map((name) => t(`smart.ingredient.${name}`));
  const said = (['partly', 'missing'] as const).flatMap((verdict) => (named(verdict).length === 0 ? [] : [{ verdict, names: named(verdict) }]));
  if (said.length === 0) return <>{t('smart.all_met')}</>;
  return <>{said.map(({ verdict, names }) => <span key={verdict} className="block">{t(`smart.verdict.${verdict}`)}: {formatList(language, names)}</span>)}</>;
}
