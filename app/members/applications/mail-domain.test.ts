import { describe, expect, test } from 'vitest';
import { checkMailDomain } from './mail-domain.server';

const ministry = 'https://www.ministry.edu';
const known = ['https://www.ministry.edu', 'https://www.unesco.org/en', 'https://mit.edu', 'https://bildung.gov.example'];
const check = (mail: string, website: string | null = ministry, knownSites: readonly string[] = known) => {
  const found = checkMailDomain({ mail, website, knownSites });
  return 'finding' in found ? found.finding : `${found.refused} of ${found.domain}`;
};

describe('ME-8: the mail domain against the site', () => {
  test.each([
    // The same domain, or a dot between
    ['amina@ministry.edu', ministry, 'same_site'],
    ['AMINA@Ministry.EDU', ministry, 'same_site'],
    ['amina@mail.ministry.edu', ministry, 'same_site'],
    ['amina@a.b.ministry.edu', ministry, 'same_site'],
    ['amina@education.go.ke', 'https://portal.education.go.ke/home', 'same_site'],
    ['amina@summit.edu', 'https://summit.edu', 'same_site'],
    ['amina@министерство.рф', 'https://министерство.рф', 'same_site'],
    ['amina@рост.рф', 'https://рост.рф', 'same_site'],
    ['amina@وزارة.السعودية', 'https://وزارة.السعودية', 'same_site'],
    ['amina@教育部.中国', 'http://教育部.中国', 'same_site'],
    ['amina@éducation.example', 'https://éducation.example', 'same_site'],
    ['amina@xn--ducation-90a.example', 'https://éducation.example', 'same_site'],
    // An ending that anybody can register under is nobody's
    ['amina@go.ke', 'https://education.go.ke', 'elsewhere'],
    ['amina@co.uk', 'https://school.co.uk', 'elsewhere'],
    // Made to be read as the site
    ['amina@ministry-edu.com', ministry, 'look_alike of ministry.edu'],
    ['amina@ministryedu.com', ministry, 'look_alike of ministry.edu'],
    ['amina@ministry.edu.com', ministry, 'look_alike of ministry.edu'],
    ['amina@ministry.edu.mail-host.example', ministry, 'look_alike of ministry.edu'],
    ['amina@ministry.edu-portal.com', ministry, 'look_alike of ministry.edu'],
    ['amina@myministry.edu', ministry, 'look_alike of ministry.edu'],
    ['amina@the-ministry.edu', ministry, 'look_alike of ministry.edu'],
    ['amina@login-ministry-edu.net', ministry, 'look_alike of ministry.edu'],
    ['amina@minlstry.edu', ministry, 'look_alike of ministry.edu'],
    ['amina@min1stry.edu', ministry, 'look_alike of ministry.edu'],
    ['amina@mınıstry.edu', ministry, 'look_alike of ministry.edu'],
    ['amina@ministrу.edu', ministry, 'mixed_scripts of ministrу.edu'],
    ['amina@xn--ministr-lkg.edu', ministry, 'mixed_scripts of ministrу.edu'],
    ['amina@ministŕy.edu', ministry, 'look_alike of ministry.edu'],
    ['amina@ministri.edu', ministry, 'look_alike of ministry.edu'],
    ['amina@minitsry.edu', ministry, 'look_alike of ministry.edu'],
    ['amina@minstry.edu', ministry, 'look_alike of ministry.edu'],
    ['amina@rninistry.edu', ministry, 'look_alike of ministry.edu'],
    ['amina@mini\u00adstry.edu', ministry, 'mixed_scripts of ministry.edu'],
    // Their own site looks like another one's
    ['amina@unesc0.org', 'https://unesc0.org', 'look_alike of unesco.org'],
    ['amina@unesco-org.com', 'https://unesco-org.com', 'look_alike of unesco.org'],
    ['amina@unesco-org.com', null, 'look_alike of unesco.org'],
    ['amina@ministry.edu', 'https://ministrу.edu', 'mixed_scripts of ministrу.edu'],
    ['amina@асе.com', 'https://асе.com', 'look_alike of ace.com'],
    ['amina@bi1dung.gov.example', null, 'look_alike of bildung.gov.example'],
    // Left to a person
    ['amina@gmail.com', ministry, 'free_mail'],
    ['amina@gmail.com', 'https://gmail.com', 'free_mail'],
    ['amina@yahoo.fr', ministry, 'free_mail'],
    ['amina@hotmail.co.uk', null, 'free_mail'],
    ['amina@agency.example', ministry, 'elsewhere'],
    ['amina@unesco.org', ministry, 'elsewhere'],
    ['amina@ministry.org', 'https://council.example', 'elsewhere'],
    ['amina@ministry.edu', null, 'no_site'],
    ['amina@somewhere.example', null, 'no_site'],
    // No domain at all
    ['amina@localhost', ministry, 'no_domain of localhost'],
    ['amina@127.0.0.1', ministry, 'no_domain of 127.0.0.1'],
  ])('%s with %s: %s', (mail, website, expected) => {
    expect(check(mail, website)).toBe(expected);
  });

  test('a short name is like others by chance', () => {
    expect(check('amina@ilo.org', 'https://ifo.org', [])).toBe('elsewhere');
  });
});
