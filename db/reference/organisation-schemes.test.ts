import { describe, expect, test } from 'vitest';
import { identifierKind, isScheme, parseIdentifier } from './organisation-schemes';
import { realCodes, realFilesMissing, realRows } from './real-files';

describe('identifiers of organisations (ME-1)', () => {
  test.each(['XM-DAC-41114', 'XM-DAC-5-7', 'GB-COH-01234567', 'GB-GOV-1', 'NL-KVK-27108436', 'XI-IATI-EC_ECHO', 'CA_ON-ONT-1234', 'US-EIN-94-1655673', ' BE-BCE_KBO-0264814354 '])('%s has its scheme in front', (raw) => {
    expect(isScheme(raw)).toBe(true);
    expect(identifierKind(raw)).toBe('identifier');
  });

  test.each(['41114', '22000'])('%s is a bare channel code', (raw) => {
    expect(isScheme(raw)).toBe(false);
    expect(identifierKind(raw)).toBe('channel_code');
  });

  test.each(['N/A', '', ' ', '#', 'none', '\u00a0'])('"%s" stands for nothing', (raw) => {
    expect(identifierKind(raw)).toBe('absent');
  });

  test.each(['DE-1', 'CH-4', 'EC_INTPA', 'XM-DAC-XM-DAC\u00a0', 'XM-DAC', 'OECD Development Assi', '10-Government', 'HO-HO', 'QQ-COH-1', 'G84483106', 'XT-IATI-EC_INTPA', '00000395', 'GB-COH-12 34'])('"%s" is a note', (raw) => {
    expect(identifierKind(raw)).toBe('note');
  });

  test('the scheme is written as its list has it, the value is kept', () => {
    expect(parseIdentifier('NL-KvK-41198890')).toEqual({ scheme: 'NL-KVK', value: '41198890', identifier: 'NL-KVK-41198890' });
    expect(parseIdentifier('ke-ncb-op2180519381152')?.identifier).toBe('KE-NCB-op2180519381152');
    expect(parseIdentifier('XM-DAC-5-7')).toEqual({ scheme: 'XM-DAC', value: '5-7', identifier: 'XM-DAC-5-7' });
  });
});

describe.skipIf(realFilesMissing !== null)(`schemes of the world (${realFilesMissing ?? 'compared'})`, () => {
  test('every registered scheme but the one for examples is recognised', () => {
    const refused = realCodes('nonembedded-2026-06/OrganisationRegistrationAgency').filter(({ code }) => !isScheme(`${code}-12345`));
    expect(refused.map(({ code }) => code)).toEqual(['XE-EXAMPLE']);
  });

  test('references of participating organisations fall into four heaps, and no registered one is missed', () => {
    const schemes = realCodes('nonembedded-2026-06/OrganisationRegistrationAgency').map(({ code }) => `${code}-`);
    const references = realRows('handout/members/iati_participating_orgs.csv').flatMap((row) => (row['org_refs'] ?? '').split('|')).filter((one) => one.trim() !== '');
    const missed = references.filter((one) => schemes.some((scheme) => one.startsWith(scheme)) && !isScheme(one));
    expect([...new Set(missed)]).toEqual(['XM-DAC-XM-DAC\u00a0']);
    expect(references.filter((one) => identifierKind(one) === 'channel_code').length).toBeGreaterThan(200);
  });
});
