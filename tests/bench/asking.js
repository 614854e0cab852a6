// Asks for addresses and measures: answers in a second, and the processor time that the process behind them spent on each.
import { readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';

/** @param {number[]} values */
export const middle = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Processor milliseconds that a process has used so far (Linux). @param {number} pid */
function processorMs(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}

/**
 * @typedef {object} Page
 * @property {string} name
 * @property {() => string} address made anew for each answer
 * @property {number} pid whose processor time is counted
 * @property {string} [bare] the name of the bare page that it stands beside
 * @property {Record<string, string>} [headers]
 * @property {number} [status] 200 unless told
 * @property {() => Promise<() => Promise<void>>} [meanwhile] what else goes on, and how it ends
 */

/** One answer: how many bytes. @param {string} url @param {Agent} agent @param {Page} page @returns {Promise<number>} */
function ask(url, agent, { headers = {}, status = 200 }) {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, (answer) => {
      let size = 0;
      if (answer.statusCode !== status) reject(new Error(`${url} answered ${answer.statusCode}`));
      answer.on('data', (part) => { size += part.length; });
      answer.on('end', () => resolve(size));
    }).on('error', reject);
  });
}

/** Asks for one page, ten at a time unless told, for some seconds. @param {Page} page @param {number} seconds */
export async function load(page, seconds, atOnce = 10) {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const stop = await page.meanwhile?.();
  const before = processorMs(page.pid);
  const begun = performance.now();
  const ends = begun + seconds * 1000;
  let answers = 0;
  let bytes = 0;
  const asker = async () => {
    while (performance.now() < ends) {
      bytes = await ask(page.address(), agent, page);
      answers += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, asker));
  const took = (performance.now() - begun) / 1000;
  const processor = (processorMs(page.pid) - before) / answers;
  await stop?.();
  agent.destroy();
  return { perSecond: answers / took, processor, bytes };
}
