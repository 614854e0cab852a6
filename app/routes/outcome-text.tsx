import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { privateMeta } from '#app/accounts/page-meta';
import { isLanguage, languages, nativeNames } from '#app/languages/language';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { OutcomeActPage } from '#app/reporting/outcomes/act-page';
import { PartFields } from '#app/reporting/outcomes/fields';
import { textInput } from '#app/reporting/outcomes/input.server';
import { isPart } from '#app/reporting/outcomes/model';
import { writePart } from '#app/reporting/outcomes/operations.server';
import { outcomePolicy } from '#app/reporting/outcomes/policy';
import { findText } from '#app/reporting/outcomes/queries.server';
import { askedStep, subjectOf, takeStep } from '#app/reporting/outcomes/request.server';
import { Links } from '#app/ui/links';

export const handle = { access: { loader: 'outcome:write', action: 'outcome:write' } };

function partOf({ params }: Pick<LoaderFunctionArgs, 'params'>) {
  const part = params['part'] ?? '';
  if (!isPart(part)) throw notFound();
  return part;
}

export async function loader(args: LoaderFunctionArgs) {
  const part = partOf(args);
  const { viewer, report } = await askedStep(args, outcomePolicy.write);
  const wanted = new URL(args.request.url).searchParams.get('language') ?? '';
  const writing = isLanguage(wanted) ? wanted : report.language;
  return { report: subjectOf(report), part, writing, written: report.texts.filter((one) => one.part === part).map(({ language }) => language), now: await findText(viewer, report.id, part, writing) };
}

export function action(args: ActionFunctionArgs) {
  const part = partOf(args);
  return takeStep(args, outcomePolicy.write, textInput(part), (granted, occasion, _version, { seen, ...form }) => writePart(granted, occasion, { part, ...form, seen }), `#${part}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.report.title);

export default function OutcomeText() {
  const { report, part, writing, written, now } = useLoaderData<typeof loader>();
  const t = useText('reporting');
  const last = useActionData<typeof action>();
  const others = languages.filter((one) => one !== writing);
  return (
    <OutcomeActPage
      act="text" report={report} last={last} follows={t('outcomes.part_note', { part: t(`outcomes.part.${part}`) })}
      before={<Links entries={others.map((one) => ({ href: paths.outcomeText(report.group_ref, report.number, part, one), label: written.includes(one) ? `${nativeNames[one]} ✓` : nativeNames[one] }))} />}
    >
      <PartFields part={part} language={writing} text={now?.text ?? ''} seen={now?.version ?? null} last={last} />
    </OutcomeActPage>
  );
}
