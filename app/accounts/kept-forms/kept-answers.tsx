import { isId } from '#app/platform/identity';
import { Answers } from '#app/ui/answers';

/**
 * The texts that were kept, each under the name of its field: nothing else is known of a form here. Fields whose name begins with
 * an underscore are the form's own, and keys of records say nothing to anybody.
 */
export function KeptAnswers({ fields }: { readonly fields: readonly (readonly [name: string, value: string])[] }) {
  const byName = new Map<string, string[]>();
  for (const [name, value] of fields) if (!name.startsWith('_') && value !== '' && !isId(value)) byName.set(name, [...(byName.get(name) ?? []), value]);
  const answers = [...byName].map(([name, values]) => ({ label: name.replaceAll(/[_[\].]+/g, ' ').trim(), value: <bdi className="prewrap">{values.join('\n')}</bdi> }));
  return <Answers answers={answers} />;
}
