/** Providers where anybody gets an address: it says nothing of an organisation. */
const providers = new Set([
  'gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'live.com', 'msn.com', 'yahoo.com', 'ymail.com', 'rocketmail.com', 'aol.com', 'icloud.com', 'me.com', 'mac.com',
  'proton.me', 'protonmail.com', 'pm.me', 'tutanota.com', 'tuta.io', 'zoho.com', 'mail.com', 'email.com', 'gmx.com', 'gmx.de', 'gmx.net', 'gmx.at', 'gmx.ch', 'web.de', 't-online.de', 'freenet.de',
  'yandex.com', 'yandex.ru', 'ya.ru', 'mail.ru', 'bk.ru', 'inbox.ru', 'list.ru', 'rambler.ru', 'qq.com', 'foxmail.com', '163.com', '126.com', 'yeah.net', 'sina.com', 'sohu.com', 'naver.com', 'hanmail.net', 'daum.net',
  'orange.fr', 'free.fr', 'laposte.net', 'wanadoo.fr', 'sfr.fr', 'libero.it', 'virgilio.it', 'terra.com', 'terra.com.br', 'uol.com.br', 'bol.com.br', 'rediffmail.com', 'fastmail.com', 'hey.com', 'hushmail.com', 'inbox.com', 'seznam.cz', 'wp.pl', 'o2.pl', 'onet.pl', 'interia.pl', 'maktoob.com', 'abv.bg', 'ukr.net',
]);
/** The same providers under the ending of a country: `yahoo.fr`, `hotmail.co.uk`. */
const everywhere = /^(yahoo|hotmail|outlook|live|gmx|yandex)\.(?:[a-z]{2}|com?\.[a-z]{2})$/;

export const isFreeMail = (domain: string): boolean => providers.has(domain) || everywhere.test(domain);
