import { commitmentsByPillar } from './commitments-by-pillar';
import { exchangeRates } from './exchange-rates';
import { ftsFlows } from './fts-flows';
import { exchangeRatesByCountry } from './exchange-rates-by-country';
import { iatiActivities } from './iati-activities';
import { iatiBudgets } from './iati-budgets';
import { iatiMultilingual } from './iati-multilingual';
import { iatiOrganisations } from './iati-organisations';
import { iatiParticipants } from './iati-participants';
import { iatiTransactions } from './iati-transactions';
import { programmes } from './programmes';
import { returnedGoals, returnedList, returnedTexts } from './returned';
import type { Shape } from './shape';
import { treatyParties } from './treaty-parties';
import { uisIndicators } from './uis-indicators';
import { uprPledges } from './upr-pledges';

/** Every form of file that imports read. A new one is a file beside these and a line here. */
export const SHAPES: readonly Shape[] = [uprPledges, iatiMultilingual, iatiOrganisations, iatiActivities, iatiParticipants, iatiBudgets, iatiTransactions, ftsFlows, programmes, exchangeRates, exchangeRatesByCountry, uisIndicators, treatyParties, commitmentsByPillar, returnedList, returnedGoals, returnedTexts];
