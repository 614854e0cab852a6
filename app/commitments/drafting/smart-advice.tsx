import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { Advice } from '#app/ui/advice';
import type { Tone } from '#app/ui/tag';
import { ingredients, type SmartFacts, smartRules, smartScore, type Verdict } from '../smart/model';

const tones: Readonly<Record<Verdict, Tone>> = { met: 'ok', partly: 'late', missing: 'none' };

/** CO-8: five ingredients with advice in words. What blocks a submission and what only advises is said before. */
export function SmartAdvice({ facts }: { readonly facts: SmartFacts }) {
  const t = useText('commitments');
  const { language } = useLocale();
  const score = smartScore(facts).ingredients;
  return (
    <Advice
      id="advice" title={t('smart.title')} note={t('smart.note', { date: formatDate(language, smartRules) })}
      remarks={ingredients.map((name) => ({
        label: t(`smart.ingredient.${name}`), tone: tones[score[name].verdict], state: t(`smart.verdict.${score[name].verdict}`), text: t(`smart.advice.${score[name].advice}`),
      }))}
    />
  );
}
