// Run this after every new migration: node db/codegen.js
import { fileURLToPath } from 'node:url';
import { loadSource } from './load.js';

const { module, close } = await loadSource('/db/schema-writer.ts');
try {
  await module['writeSchema'](fileURLToPath(new URL('schema.ts', import.meta.url)));
} finally {
  await close();
}
