import { useLocale, useText } from '#app/languages/text';
import { type SmartFacts, smartScore } from '../smart/model';
import { SmartAdvices } from '../smart/words';

/** CO-8: what is advised about a draft as it stands. What blocks a submission and what only advises is said before. */
export function SmartAdvice({ facts }: { readonly facts: SmartFacts }) {
  const t = useText('commitments');
  const { language } = useLocale();
  return <SmartAdvices score={smartScore(facts)} t={t} language={language} />;
}
