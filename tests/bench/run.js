// `npm run bench`: what is fast, beside what it could be, in one run; `npm run bench -- list` (or `exports`, `writes`, `coverage`, `financing`,
// `live`, `report`, `freeze`) asks for one part. `COMMITMENTS` says how many there are (`COMMITMENTS=10000,100000` adds what growth costs),
// `SECONDS` how long each page of the list is asked for in each of three rounds.
import { benchCoverage } from './coverage.js';
import { benchExports } from './exports.js';
import { benchFinancing } from './financing.js';
import { benchFreeze } from './freeze.js';
import { benchList } from './list.js';
import { benchLive } from './live.js';
import { benchReport } from './report.js';
import { benchWrites } from './writes.js';

const parts = { list: benchList, exports: benchExports, writes: benchWrites, coverage: benchCoverage, financing: benchFinancing, live: benchLive, report: benchReport, freeze: benchFreeze };
const sizes = (process.env['COMMITMENTS'] ?? '10000').split(',').map(Number);
const asked = process.argv.slice(2);
const unknown = asked.find((part) => !Object.hasOwn(parts, part));
if (unknown !== undefined) throw new Error(`there is no part "${unknown}": ${Object.keys(parts).join(', ')}`);
for (const [name, bench] of Object.entries(parts)) if (asked.length === 0 || asked.includes(name)) await bench(sizes);
process.exit(0);
