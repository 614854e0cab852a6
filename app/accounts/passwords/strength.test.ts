import { describe, expect, it } from 'vitest';
import { weaknessOf } from './strength.server';

const known = ['Amina Otieno', 'amina.otieno@education.example'];

describe('AC-6: a password', () => {
  it.each(['plover tuba ninety lichen', 'amina keeps plover tuba lichen', '青い鳥はどこへ行ったのか教えてください', 'xK9#mQ2$vL7@pR4'])('%s is taken', async (password) => {
    expect(await weaknessOf(password, known)).toBeUndefined();
  });
  it.each([
    ['short1234', 'password_short'],
    ['👍👍👍👍👍👍👍👍', 'password_short'],
    ['x'.repeat(201), 'password_long'],
    ['passwordpassword', 'password_easy'],
    ['aaaaaaaaaaaaaaaaaaaa', 'password_easy'],
    ['qwertyuiopasdfgh', 'password_easy'],
    ['Sommer2026Sommer2026', 'password_easy'],
    ['amina otieno 2026', 'password_easy'],
    ['amina otieno 26 ok!!', 'password_easy'],
    ['concord-secretariat-1', 'password_easy'],
  ])('%s is refused', async (password, code) => {
    expect((await weaknessOf(password, known))?.code).toBe(`accounts:problems.${code}`);
  });
});
