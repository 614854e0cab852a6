// Files of the whole list: the first byte, how long it takes, and what it costs the portal in memory, beside the same rows as they come out
// of the same PostgreSQL through a bare process, without words, guards and columns that are derived.
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { promisify } from 'node:util';
import { openWorld } from './portal.js';

/** Megabytes: resident now, and at most since `forgetPeak` (Linux). @param {number} pid @param {'VmRSS' | 'VmHWM'} which */
export const memory = (pid, which) => Number(new RegExp(`${which}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
/** @param {number} pid */
export const forgetPeak = (pid) => writeFileSync(`/proc/${pid}/clear_refs`, '5');

/** @param {string} url @returns {Promise<{ first: number, total: number, bytes: number }>} milliseconds */
export const taken = (url) => new Promise((resolve, reject) => {
  const begun = performance.now();
  let [first, bytes] = [0, 0];
  get(url, (answer) => {
    if (answer.statusCode !== 200) reject(new Error(`${url} answered ${answer.statusCode}`));
    answer.on('data', (part) => {
      first ||= performance.now() - begun;
      bytes += part.length;
    });
    answer.on('end', () => resolve({ first, total: performance.now() - begun, bytes }));
    answer.on('aborted', () => reject(new Error(`${url} was cut off`)));
  }).on('error', reject);
});

/** How long the bare process takes to read the rows and write them as lines, in milliseconds. @param {string} url */
async function bare(url) {
  const { stdout } = await promisify(execFile)(process.execPath, ['tests/bench/bare-rows.js', url], { maxBuffer: 1 << 20 });
  return Number(stdout);
}

/** @param {readonly number[]} sizes */
export async function benchExports(sizes) {
  console.log('\ncommitments | file | first byte ms | all s | MB | memory + MB | of bare');
  for (const size of sizes) {
    const { origin, portalPid, appUrl, close } = await openWorld(size);
    try {
      await taken(`${origin}/en/commitments.csv?region=009`);
      const limit = await bare(appUrl);
      console.log(`${String(size).padStart(11)} | bare |               | ${(limit / 1000).toFixed(2)} |`);
      for (const kind of ['csv', 'json', 'xlsx']) {
        const before = memory(portalPid, 'VmRSS');
        forgetPeak(portalPid);
        const { first, total, bytes } = await taken(`${origin}/en/commitments.${kind}`);
        console.log(`${String(size).padStart(11)} | ${kind.padEnd(4)} | ${first.toFixed(0).padStart(13)} | ${(total / 1000).toFixed(2)} | ${(bytes / 1e6).toFixed(1)} | ${(memory(portalPid, 'VmHWM') - before).toFixed(0)} | ${(total / limit).toFixed(1)} x`);
      }
    } finally {
      await close();
    }
  }
}
