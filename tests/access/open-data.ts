import { importDesk, importPolicy, importStatuses } from '#app/open-data/imports/policy';
import { sourcePolicy } from '#app/records/sources/policy';
import { inEach, states } from './states';

const imports = inEach(importStatuses, (status) => ({ id: 'import', status }));

export default [
  states(importPolicy.list, { desk: importDesk }),
  states(importPolicy.run, { desk: importDesk }),
  states(importPolicy.apply, imports),
  states(importPolicy.abandon, imports),
  states(sourcePolicy.settle, { question: { id: 'question' } }),
];
