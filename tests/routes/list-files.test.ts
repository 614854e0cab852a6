import type { AppLoadContext } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone, type Actor } from '#app/access/actor';
import { commitmentList } from '#app/commitments/list/model';
import { listCommitments } from '#app/commitments/list/queries.server';
import { exportLists } from '#app/open-data/exports/lists.server';
import { exportAddresses, exportKinds } from '#app/open-data/exports/model';
import { loader } from '#app/routes/list-file';
import { bytesOf } from '#app/table/files/answer.server';
import { readState } from '#app/table/state';
import { cellsOf } from '#tests/harness/source-files';
import { brought, draft, openCommitments, type CommitmentsWorld } from '#tests/db/commitments-world';
import { pledge, rates, record } from '#tests/db/financing-world';

let world: CommitmentsWorld;
const later = (days: number) => new Date(world.now.getTime() + days * 86_400_000);

/** What `interfaces.md` promises to those who script against the lists. */
const promised: Readonly<Record<string, string>> = {
  commitments: 'ref,title,title_language,type,lead,lead_country,countries,nodes,status,health,verification,start_on,end_on,last_update_on',
  members: 'ref,name,type,constituency,country,identifiers,status,joined_on',
  pledges: 'ref,provider,kind,amount,currency,amount_usd,status,announced_on,recipients,commitments,iati_identifier',
  transactions: 'id,pledge_ref,activity_identifier,type,date,value,currency,value_usd,rate_date,rate_source,provider,receiver,recipient,reversal_of,verification',
  tranches: 'id,pledge_ref,provider,status,due_on,amount,currency,paid,left',
  indicators: 'country,indicator,figure,disaggregation,year,value,unit,missing,source,footnote',
  sessions: 'ref,working_group,title,starts_at,ends_at,time_zone,mode,status',
  decisions: 'ref,session,text,status,adopted_on,votes_for,votes_against,abstentions',
  recommendations: 'ref,title,status,working_group,made_on,final_on,addressees,answered,accepted,accepted_in_part,not_accepted,noted',
  actions: 'ref,text,status,overdue,due_on,first_due_on,done_on,owner_organisation,owner_constituency,owner,outcome,session,working_group',
  activities: 'iati_identifier,title',
  budgets: 'id,country,commitment,line,code,fiscal_year_start,fiscal_year_end,currency',
  received: 'transaction_id,pledge_ref,date,provider,receiver,currency,provider_amount,receiver_amount,confirmed,state',
  rates: 'currency,date,period,units_per_usd,source,issuer,standing,reason,amounts',
  crosswalk: 'version,clause,clause_title,other_version,named_commitments,equivalent_clauses,equivalent_commitments,equivalent_pledged_usd,equivalent_committed_usd,equivalent_disbursed_usd,contributes_clauses',
  coverage: 'version,clause,clause_title,column_kind,column,column_name,commitments,commitments_year_before,pledges,pledged_usd',
  adherences: 'member_ref,member,coalition,instrument,state,signed_by,signed_on,starts_on,expires_on',
  comments: 'ref,consultation,framework,version,clause,author_kind,author,author_organisation,language,comment,status,disposition,reason,changed_clause,sent_on',
  countries: 'iso2,name,region,groups,commitments,on_track,pledged_usd,disbursed_usd',
};

async function ask(address: string, viewer: Actor = anyone, now = world.now, method = 'GET'): Promise<Response> {
  const url = new URL(address, 'http://127.0.0.1');
  const context: AppLoadContext = { now, requestId: 'test', nonce: '', client: '', publicUrl: '', demo: false, viewer: () => Promise.resolve(viewer) };
  return loader({ request: new Request(url, { method }), params: { lang: url.pathname.split('/')[1] }, context });
}
const text = async (address: string, viewer?: Actor, now?: Date): Promise<string> => (await ask(address, viewer, now)).text();
const linesOf = async (address: string, viewer?: Actor, now?: Date): Promise<string[][]> => (await text(address, viewer, now)).split('\r\n').slice(1, -1).map(cellsOf);

beforeAll(async () => {
  world = await openCommitments();
  const form = { type: 'content' as const };
  await brought(world, await draft(world, { form: { title: '=HYPERLINK("http://x.example","me")', action: 'Say "so", twice, and write 140 schools into the law.' }, goal: { target_on: '2028-12-31' } }), 'published');
  await brought(world, await draft(world, { form: { ...form, title: 'A surprise for teachers', embargo_until: later(10).toISOString() } }), 'published');
  await brought(world, await draft(world, { form: { ...form, title: 'Among members', visibility: 'members' } }), 'published');
  await brought(world, await draft(world, { form: { ...form, title: 'Our own', visibility: 'private' } }), 'published');
  await draft(world, { form: { ...form, title: 'Not out yet' } });
});
afterAll(() => world.close());

describe('lists as files', () => {
  it.each(exportKinds)('%s come as CSV, XLSX and JSON, under the columns that were promised', async (kind) => {
    const address = `/en/${exportAddresses[kind]}`;
    const csv = await ask(`${address}.csv`);
    expect([csv.status, csv.headers.get('Content-Type'), csv.headers.get('Content-Disposition')]).toEqual([200, 'text/csv; charset=utf-8', `attachment; filename="concord-${kind}.csv"`]);
    const [head = ''] = (await csv.text()).split('\r\n');
    expect(head.startsWith(promised[kind] ?? 'ref')).toBe(true);
    expect(head).toMatch(/^[a-z0-9_,]+$/);
    const rows = (await (await ask(`${address}.json`)).json()) as Record<string, unknown>[];
    expect(rows.every((row) => Object.keys(row).join(',') === head)).toBe(true);
    expect(Buffer.from(await (await ask(`${address}.xlsx`)).arrayBuffer()).subarray(0, 2).toString()).toBe('PK');
  });

  it('hold what the page finds for the same viewer and filters: no embargoed, private or unpublished row for who may not see it', async () => {
    for (const viewer of [anyone, world.stranger, world.focal, world.officer]) {
      for (const query of ['', 'type=content', 'q=surprise', 'status=draft', 'country=UG', 'q=teachers&type=content']) {
        for (const now of [world.now, later(11)]) {
          const page = await listCommitments(viewer, readState(commitmentList, new URLSearchParams(query)), { language: 'en', now });
          const file = await linesOf(`/en/commitments.csv?${query}`, viewer, now);
          expect(file.map(([ref]) => ref).toSorted()).toEqual(page.rows.map((row) => row.ref).toSorted());
        }
      }
    }
    const open = await text('/en/commitments.json');
    for (const hidden of ['surprise', 'Among members', 'Our own', 'Not out yet']) expect(open).not.toContain(hidden);
    expect((await linesOf('/en/commitments.csv')).length).toBe(1);
  });

  it('have no money in them that the viewer may not see', async () => {
    const where = { coalition_id: world.coalition, provider_organisation_id: world.organisation, provider_country_iso2: null, commitment_id: null };
    await rates([{ currency: 'KES', rate_on: '2026-12-31', period: 'year', units_per_usd: '128.3333333333333333333333333' }]);
    const open = await pledge(where, { currency: 'KES', amount: '1000' });
    const own = await pledge(where, { visibility: 'private', amount: '77' });
    for (const id of [open, own]) await record(id, '2', '50');
    const columns = async (viewer?: Actor) => (await linesOf('/en/financing/pledges.csv', viewer)).map((cells) => [cells[3], cells[4], cells[5]]);
    expect(await columns()).toEqual([['1000', 'KES', '7.792208']]);
    expect((await columns(world.focal)).toSorted()).toEqual([['1000', 'KES', '7.792208'], ['77', 'USD', '77']]);
    await rates([{ currency: 'EUR', rate_on: '2026-12-31', period: 'year', units_per_usd: '0.9' }]);
    const [head = '', row = ''] = (await text('/en/financing/pledges.csv?in=EUR')).split('\r\n');
    expect(head.split(',').slice(-6)).toEqual(['announced_in', 'pledged_in', 'committed_in', 'disbursed_in', 'spent_in', 'currency_in']);
    expect(cellsOf(row).slice(-7, -1)).toEqual(['7.012987', '7.012987', '0.350649', '0', '0', 'EUR']);
    expect((await text('/en/financing/pledges.csv?in=XTS')).split('\r\n')[0]).not.toContain('currency_in');
    expect((await linesOf('/en/financing/transactions.csv?in=EUR'))[0]?.slice(-3, -1)).toEqual(['0.350649', 'EUR']);
    expect((await linesOf('/en/financing/rates.csv')).map((cells) => [cells[0], cells[6], cells[8]])).toEqual(expect.arrayContaining([['KES', 'used', '2'], ['EUR', 'used', '0']]));
    expect((await linesOf('/en/financing/transactions.csv')).length).toBe(1);
    expect((await linesOf('/en/financing/transactions.csv', world.officer)).length).toBe(2);
  });

  it('mark what a spreadsheet would run, and quote what holds quotes', async () => {
    const lines = (await text('/en/commitments.csv')).split('\r\n');
    expect(lines[1]).toContain(`,"'=HYPERLINK(""http://x.example"",""me"")",`);
    expect(lines[1]).toContain('"Say ""so"", twice, and write 140 schools into the law."');
  });

  it('answer other names and languages as absent, and never fail for what an address asks', async () => {
    for (const address of ['/en/pledges.csv', '/en/commitments.pdf', '/xx/commitments.csv']) await expect(ask(address)).rejects.toMatchObject({ status: 404 });
    for (const query of ['status=%27%3Bdrop', 'after=x~y', 'sort=-nothing', `q=${'x'.repeat(3000)}`, 'country=%F0%9F%98%80', 'q=%00', 'year=-1']) {
      for (const kind of exportKinds) {
        const answer = await ask(`/en/${exportAddresses[kind]}.csv?${query}`);
        expect(answer.status).toBe(200);
        await answer.text();
      }
    }
  });

  it('send no body to who asks for the head alone, and give the command line the same bytes', async () => {
    const head = await ask('/en/commitments.csv', anyone, world.now, 'HEAD');
    expect([head.status, head.body, head.headers.get('Content-Type')]).toEqual([200, null, 'text/csv; charset=utf-8']);
    const parts: Uint8Array[] = [];
    for await (const part of bytesOf(exportLists.commitments.open(anyone, new URLSearchParams(), { language: 'en', now: world.now }), 'csv')) parts.push(part);
    expect(Buffer.concat(parts).toString()).toBe(await text('/en/commitments.csv'));
  });

  it('stop reading the database when the reader goes away', async () => {
    const reader = (await ask('/en/countries.csv')).body?.getReader();
    expect((await reader?.read())?.done).toBe(false);
    await reader?.cancel();
    expect(await reader?.read()).toEqual({ done: true, value: undefined });
  });
});
