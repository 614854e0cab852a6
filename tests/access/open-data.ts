import { deskOf, importDesk, importPolicy, importStatuses } from '#app/open-data/imports/policy';
import { ownWorkbook, workbookPolicy } from '#app/open-data/workbook/policy';
import { sourcePolicy } from '#app/records/sources/policy';
import { own } from './cast';
import { inEach, states } from './states';

const imports = { ...inEach(importStatuses, (status) => ({ id: 'import', status, organisation_id: null })), 'their own, checked': { id: 'import', status: 'checked', organisation_id: own.organisation } };

export default [
  states(importPolicy.list, { 'for all': importDesk, 'their own': deskOf(own.organisation) }),
  states(importPolicy.run, { 'for all': importDesk, 'their own': deskOf(own.organisation) }),
  states(importPolicy.apply, imports),
  states(importPolicy.abandon, imports),
  states(workbookPolicy.take, { own: ownWorkbook }),
  states(workbookPolicy.check, { own: ownWorkbook }),
  states(workbookPolicy.apply, {
    'their own': { id: 'workbook', status: 'checked', started_by: 'focal_point' },
    'an officer’s': { id: 'workbook', status: 'checked', started_by: 'officer' },
    'applied already': { id: 'workbook', status: 'applied', started_by: 'focal_point' },
  }),
  states(sourcePolicy.settle, { question: { id: 'question' } }),
];
