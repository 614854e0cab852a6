import { describe, expect, it } from 'vitest';
import { directionOf } from './apart';

describe('words are read in their own direction', () => {
  it.each([
    ['7 Nations, and others (G7).', 'ltr', 'ltr'],
    ['ربط المدارس', 'rtl', 'rtl'],
    ['نظام UNESCO للبيانات', 'ltr', 'rtl'],
    ['2026', 'ltr', 'rtl'],
    ['学校联网', 'ltr', 'ltr'],
  ] as const)('%s', (words, onLeft, onRight) => {
    expect([directionOf(words, 'ltr'), directionOf(words, 'rtl')]).toEqual([onLeft, onRight]);
  });
});
