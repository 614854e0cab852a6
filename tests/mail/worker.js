// A worker process of its own, so that a test can kill it: delivers mail until it is ended.
import { loadSource } from '../../db/load.js';

const [databaseUrl = '', baseUrl = '', secretFile = ''] = process.argv.slice(2);
const { module } = await loadSource('/tests/mail/delivering.ts');
await module['run']({ databaseUrl, baseUrl, secretFile });
