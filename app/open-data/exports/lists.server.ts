import type { Actor } from '#app/access/actor';
import { commitmentFileColumns } from '#app/commitments/columns';
import { allCommitments } from '#app/commitments/list/export.server';
import { commitmentList } from '#app/commitments/list/model';
import type { View } from '#app/commitments/readable.server';
import { goalFileColumns, textFileColumns } from '#app/commitments/sheets/columns';
import { allGoals, allTexts } from '#app/commitments/sheets/rows.server';
import { countryFileColumns } from '#app/countries/columns';
import { budgetColumns } from '#app/countries/budgets/columns';
import { budgetList } from '#app/countries/budgets/list';
import { allBudgetLines } from '#app/countries/budgets/queries.server';
import { indicatorColumns } from '#app/countries/indicators/columns';
import { indicatorList } from '#app/countries/indicators/list';
import { allIndicators } from '#app/countries/indicators/queries.server';
import { countryList } from '#app/countries/model';
import { offerColumns } from '#app/countries/offers/columns';
import { offerList } from '#app/countries/offers/list';
import { allOffers } from '#app/countries/offers/queries.server';
import { listCountries } from '#app/countries/queries.server';
import { requestColumns } from '#app/countries/requests/columns';
import { requestList } from '#app/countries/requests/list';
import { allRequests } from '#app/countries/requests/queries.server';
import { activityColumns, activityColumnsIn } from '#app/financing/activities/columns';
import { activityList } from '#app/financing/activities/list';
import { allActivities } from '#app/financing/activities/queries.server';
import { namedCurrency } from '#app/financing/money/reporting';
import { pledgeColumns, pledgeColumnsIn } from '#app/financing/pledges/columns';
import { pledgeList } from '#app/financing/pledges/list';
import { allPledges } from '#app/financing/pledges/queries.server';
import { rateColumns } from '#app/financing/rates/columns';
import { rateList } from '#app/financing/rates/list';
import { allRates } from '#app/financing/rates/queries.server';
import { trancheColumns } from '#app/financing/tranches/columns';
import { trancheList } from '#app/financing/tranches/list';
import { allTranches } from '#app/financing/tranches/queries.server';
import { transactionColumns, transactionColumnsIn } from '#app/financing/transactions/columns';
import { receiptColumns } from '#app/financing/reconciliation/columns';
import { receiptList } from '#app/financing/reconciliation/list';
import { allReceipts } from '#app/financing/reconciliation/queries.server';
import { transactionList } from '#app/financing/transactions/list';
import { allTransactions } from '#app/financing/transactions/queries.server';
import { commentFileColumns } from '#app/frameworks/consultations/comments/columns';
import { commentList } from '#app/frameworks/consultations/comments/list';
import { allComments } from '#app/frameworks/consultations/comments/queries.server';
import { coverageFileColumns, cellRows } from '#app/frameworks/coverage/columns';
import { coveragePage } from '#app/frameworks/coverage/page.server';
import { coverageList } from '#app/frameworks/coverage/question';
import { crosswalkFileColumns } from '#app/frameworks/crosswalk/columns';
import { crosswalkList } from '#app/frameworks/crosswalk/list';
import { crosswalkPage } from '#app/frameworks/crosswalk/page.server';
import { endorsementColumns } from '#app/frameworks/endorsements/columns';
import { endorsementList } from '#app/frameworks/endorsements/list';
import { allEndorsements } from '#app/frameworks/endorsements/queries.server';
import { adherenceFileColumns } from '#app/members/adherences/columns';
import { adherenceList } from '#app/members/adherences/list';
import { allAdherences } from '#app/members/adherences/queries.server';
import { memberFileColumns } from '#app/members/columns';
import { memberList } from '#app/members/organisations/list';
import { allMembers } from '#app/members/organisations/queries.server';
import { platformColumns } from '#app/registries/platforms/columns';
import { platformList } from '#app/registries/platforms/list';
import { allPlatforms } from '#app/registries/platforms/queries.server';
import { fileTable, type FileColumn, type FileTable } from '#app/table/files/column';
import { canonicalQuery, readState, type ListSpec, type ListState } from '#app/table/state';
import { allActions } from '#app/working-groups/actions/board.server';
import { actionFileColumns } from '#app/working-groups/actions/columns';
import { actionList } from '#app/working-groups/actions/list';
import { recommendationFileColumns } from '#app/working-groups/recommendations/columns';
import { recommendationList } from '#app/working-groups/recommendations/list';
import { allRecommendations } from '#app/working-groups/recommendations/register.server';
import { decisionFileColumns } from '#app/working-groups/decisions/columns';
import { decisionList } from '#app/working-groups/decisions/list';
import { allDecisions } from '#app/working-groups/decisions/queries.server';
import { sessionFileColumns } from '#app/working-groups/sessions/columns';
import { sessionList } from '#app/working-groups/sessions/list';
import { allSessions } from '#app/working-groups/sessions/queries.server';
import type { ExportKind } from './model';

/** What a list can be asked for, and its rows for a viewer as a table for files: exactly those that its page shows, page by page. */
export interface ExportList {
  readonly filters: readonly string[];
  /** What an address asks for, as the list spells it. */
  readonly query: (asked: URLSearchParams) => string;
  /** The heads of its files, in their order. */
  readonly columns: readonly string[];
  readonly open: (viewer: Actor, asked: URLSearchParams, view: View) => FileTable;
}

type Rows<Row, Filter extends string, Sort extends string> =
  (viewer: Actor, state: ListState<Filter, Sort>, view: View) => AsyncIterable<Row> | Promise<Iterable<Row>>;

function list<Row, Filter extends string, Sort extends string>(spec: ListSpec<Filter, Sort>, columns: readonly FileColumn<Row>[], rows: Rows<Row, Filter, Sort>, more: (state: ListState<Filter, Sort>) => readonly FileColumn<Row>[] = () => columns): ExportList {
  return {
    filters: spec.filters.filter((one) => spec.inside?.includes(one) !== true),
    query: (asked) => canonicalQuery(spec, asked),
    columns: columns.map(({ header }) => header),
    open: (viewer, asked, view) => {
      const state = { ...readState(spec, asked), after: null };
      return fileTable(more(state), flowing(() => rows(viewer, state, view)));
    },
  };
}

/** Short lists come at once, long ones a page at a time; nothing is asked of the database before the first row is. */
async function* flowing<Row>(rows: () => AsyncIterable<Row> | Promise<Iterable<Row>>): AsyncGenerator<Row> {
  const given = rows();
  yield* given instanceof Promise ? await given : given;
}

export const exportLists: Readonly<Record<ExportKind, ExportList>> = {
  commitments: list(commitmentList, commitmentFileColumns, (viewer, { filters }, view) => allCommitments(viewer, filters, view)),
  'commitment-goals': list(commitmentList, goalFileColumns, (viewer, { filters }, view) => allGoals(viewer, filters, view)),
  'commitment-texts': list(commitmentList, textFileColumns, (viewer, { filters }, view) => allTexts(viewer, filters, view)),
  adherences: list(adherenceList, adherenceFileColumns, allAdherences),
  members: list(memberList, memberFileColumns, allMembers),
  countries: list(countryList, countryFileColumns, (viewer, { filters }, view) => listCountries(viewer, filters, view)),
  requests: list(requestList, requestColumns, allRequests),
  offers: list(offerList, offerColumns, allOffers),
  platforms: list(platformList, platformColumns, allPlatforms),
  indicators: list(indicatorList, indicatorColumns, allIndicators),
  pledges: list(pledgeList, pledgeColumns, allPledges, (state) => pledgeColumnsIn(namedCurrency(state))),
  transactions: list(transactionList, transactionColumns, allTransactions, (state) => transactionColumnsIn(namedCurrency(state))),
  tranches: list(trancheList, trancheColumns, allTranches),
  rates: list(rateList, rateColumns, allRates),
  budgets: list(budgetList, budgetColumns, allBudgetLines),
  received: list(receiptList, receiptColumns, allReceipts),
  activities: list(activityList, activityColumns, allActivities, (state) => activityColumnsIn(namedCurrency(state))),
  sessions: list(sessionList, sessionFileColumns, allSessions),
  decisions: list(decisionList, decisionFileColumns, allDecisions),
  actions: list(actionList, actionFileColumns, allActions),
  recommendations: list(recommendationList, recommendationFileColumns, allRecommendations),
  endorsements: list(endorsementList, endorsementColumns, allEndorsements),
  coverage: list(coverageList, coverageFileColumns, async (viewer, state, view) => {
    const page = await coveragePage(viewer, state, view);
    return page === undefined ? [] : cellRows(page.coverage, page.mapped.lines, page.mapped.version, page.mapped.asOf);
  }),
  crosswalk: list(crosswalkList, crosswalkFileColumns, async (viewer, state, view) => (await crosswalkPage(viewer, state, view))?.sides.flatMap(({ rows }) => rows) ?? []),
  comments: list(commentList, commentFileColumns, allComments),
};
