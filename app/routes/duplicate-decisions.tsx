import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Forbidden, permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { ActPage, fieldIn } from '#app/form/act-page';
import { TextArea } from '#app/form/field';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { formatNumber } from '#app/languages/format';
import { textFor } from '#app/languages/catalogues.server';
import { useLocale, useText } from '#app/languages/text';
import { decisionsInput } from '#app/members/duplicates/input.server';
import { decisions, mostAtOnce, stays } from '#app/members/duplicates/model';
import { decidePairs } from '#app/members/duplicates/operations.server';
import { duplicatePolicy } from '#app/members/duplicates/policy';
import { findPairs, seesDuplicates, worth } from '#app/members/duplicates/queries.server';
import { paths } from '#app/paths';
import { Item, List } from '#app/ui/list';
import { Notice } from '#app/ui/notice';

export const handle = { access: { loader: 'duplicate:decide_many', action: 'duplicate:decide_many' } };

async function asked({ request, context }: Pick<LoaderFunctionArgs, 'request' | 'context'>) {
  const person = await requirePerson(context, request);
  if (!seesDuplicates(person)) throw new Forbidden(duplicatePolicy.decideMany.name, 'access:reasons.secretariat_only');
  return { person, language: languageOf(request, person) };
}

/** What would happen to each of the pairs that were chosen: nothing has happened yet. */
export async function loader(args: LoaderFunctionArgs) {
  const { person, language } = await asked(args);
  const query = new URL(args.request.url).searchParams;
  const decision = decisions.find((one) => one === query.get('decision')) ?? 'different';
  const pairs = await findPairs(person, query.getAll('pair').slice(0, mostAtOnce), language);
  const shown = pairs.map((pair) => {
    const kept = stays(worth(pair.one), worth(pair.other)).id === pair.one.id ? pair.one : pair.other;
    const goes = kept === pair.one ? pair.other : pair.one;
    return { id: pair.id, reasons: pair.reasons, kept: { name: kept.name, ref: kept.ref }, goes: { name: goes.name, ref: goes.ref } };
  });
  return { decision, pairs: shown, title: textFor(language, 'members')(`duplicates.decision.${decision}`) };
}

export async function action(args: ActionFunctionArgs) {
  const { person, language } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), decisionsInput, language);
  if (!reading.ok) return reading.reply;
  const { pair, decision, reason } = reading.value;
  const granted = permit(duplicatePolicy.decideMany, person, { pairs: await findPairs(person, pair, language) });
  const result = await decidePairs(granted, occasionOf(args.context, reading.submission), decision, reason);
  return result.ok ? redirect(paths.duplicates(), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function DuplicateDecisions() {
  const { decision, pairs, title } = useLoaderData<typeof loader>();
  const t = useText('members');
  const { language } = useLocale();
  const last = useActionData<typeof action>();
  const count = pairs.length;
  return (
    <ActPage
      above={[{ href: paths.duplicates(), label: t('duplicates.desk') }]} act={title} lede={t('duplicates.found', { count, shown: formatNumber(language, count) })} follows={t(`duplicates.follows.${decision}`)}
      back={{ href: paths.duplicates(), label: t('membership.not_now') }} last={last} why={count === 0 ? t('duplicates.none_chosen') : undefined}
      before={count === 0 ? <Notice tone="warn">{t('duplicates.none_chosen')}</Notice> : (
        <List>
          {pairs.map(({ id, kept, goes, reasons }) => (
            <Item key={id} href={paths.duplicate(id)} title={<span dir="auto">{kept.name}</span>} note={<><bdi>{kept.ref}</bdi> · {reasons.map((reason) => t(`because.${reason}`)).join(' · ')}</>}>
              <p className="small">{t(decision === 'same' ? 'duplicates.keep_hint' : 'duplicates.apart_from', { name: `${goes.name} (${goes.ref})` })}</p>
            </Item>
          ))}
        </List>
      )}
    >
      {pairs.map(({ id }) => <input key={id} type="hidden" name="pair" value={id} />)}
      <input type="hidden" name="decision" value={decision} />
      <TextArea {...fieldIn(last)('reason')} label={t('membership.reason')} required maxLength={1000} />
    </ActPage>
  );
}
