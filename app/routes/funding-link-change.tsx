import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { LinkActPage } from '#app/financing/links/act-page';
import { linkInput } from '#app/financing/links/input.server';
import { changeLink } from '#app/financing/links/operations.server';
import { linkPolicy } from '#app/financing/links/policy';
import { requireLink } from '#app/financing/links/request.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { textFor } from '#app/languages/catalogues.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'funding_link:change', action: 'funding_link:change' } };

async function asked(args: LoaderFunctionArgs) {
  const { viewer, view, link } = await requireLink(args);
  return { view, link, granted: permit(linkPolicy.change, viewer, link) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { view, link } = await asked(args);
  return { link, title: textFor(view.language, 'financing')('links.act.change') };
}

export async function action(args: ActionFunctionArgs) {
  const { view, link, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), linkInput, view.language);
  if (!reading.ok) return reading.reply;
  const result = await changeLink(granted, occasionOf(args.context, reading.submission), reading.version, reading.value);
  return result.ok ? redirect(paths.fundingLink(link.id), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function FundingLinkChange() {
  return <LinkActPage act="change" link={useLoaderData<typeof loader>().link} last={useActionData<typeof action>()} />;
}
