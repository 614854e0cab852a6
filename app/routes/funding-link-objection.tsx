import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { LinkActPage } from '#app/financing/links/act-page';
import { pleaInput } from '#app/financing/links/input.server';
import { objectToLink } from '#app/financing/links/operations.server';
import { linkPolicy } from '#app/financing/links/policy';
import { requireLink } from '#app/financing/links/request.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { textFor } from '#app/languages/catalogues.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'funding_link:object', action: 'funding_link:object' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, view, link } = await requireLink(args);
  return { view, link, granted: permit(linkPolicy.object, viewer, link) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { view, link } = await asked(args);
  return { link, title: textFor(view.language, 'financing')('links.act.objection') };
}

export async function action(args: ActionFunctionArgs) {
  const { view, link, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), pleaInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await objectToLink(granted, occasionOf(args.context, reading.submission), reading.value);
  return result.ok ? redirect(paths.fundingLink(link.id), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function FundingLinkObjection() {
  return <LinkActPage act="objection" link={useLoaderData<typeof loader>().link} last={useActionData<typeof action>()} />;
}
