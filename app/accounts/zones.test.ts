import { expect, test } from 'vitest';
import { instantAt, isZone } from '#app/platform/clock';
import { zones, zonesWith } from './zones.server';

test('zones are known by the names of today, each is one, and every one of them tells the time', () => {
  expect(zones[0]).toBe('UTC');
  expect(['Asia/Kathmandu', 'Asia/Kolkata', 'Europe/Kyiv', 'Africa/Nairobi', 'Pacific/Auckland'].filter((zone) => !zones.includes(zone))).toEqual([]);
  expect(new Set(zones).size).toBe(zones.length);
  expect(zones.filter((zone) => !isZone(zone))).toEqual([]);
  expect(instantAt('2026-03-02T09:00', 'Asia/Kathmandu').toISOString()).toBe('2026-03-02T03:15:00.000Z');
});

test('a zone that an older profile carries stays to be chosen', () => {
  expect(zonesWith('Asia/Katmandu')[0]).toBe('Asia/Katmandu');
  expect(zonesWith('UTC')).toBe(zones);
});
