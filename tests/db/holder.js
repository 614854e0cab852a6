// A process that uses the embedded database and can be killed: node tests/db/holder.js DATA_DIR
// Prints one line of JSON when it holds a server; stops it when its input ends.
import { loadSource } from '../../db/load.js';

const { module, close } = await loadSource('/db/embedded/server.ts');
await close();
const dataDir = process.argv[2] ?? '';
const server = await module['startEmbedded']({ dataDir, log: (/** @type {string} */ line) => process.stderr.write(`${line}\n`) });
process.stdout.write(`${JSON.stringify(server)}\n`);
process.stdin.resume().once('end', () => server.stop());
