import { COUNTRY_NAMES, NAME_POSITION } from './country-names';
import { localised, type Language, type Localised } from './languages';
import { regionPath, type Region } from './regions';

/** How a country or area stands to the United Nations: member, permanent observer State, or neither. */
export type Standing = 'un_member' | 'un_observer' | 'territory';

/**
 * A country or area of ISO 3166-1.
 * `m49` is its three-digit numeric code, `area` the innermost M49 region that holds it; `region`, `subregion` and
 * `intermediate` are derived from that (null where M49 has none). Official languages are BCP 47 tags: those of the State by law or, where
 * the law is silent, by long practice; null where the sources differ or have just changed, and for what is not a State.
 */
export type Country = {
  readonly iso2: string;
  readonly iso3: string;
  readonly m49: string;
  readonly area: string | null;
  readonly region: string | null;
  readonly subregion: string | null;
  readonly intermediate: string | null;
  readonly standing: Standing;
  readonly officialLanguages: readonly string[] | null;
  readonly name: Localised;
};

// Columns: alpha-2, alpha-3, numeric, innermost M49 region (- for none), standing (M member, O observer, T neither),
// official languages (- for not known). Sources: ISO 3166-1, UN M49, UN list of Member States and non-member observer States.
const FACTS = `
AD AND 020 039 M ca
AE ARE 784 145 M ar
AF AFG 004 034 M ps fa
AG ATG 028 029 M en
AI AIA 660 029 T -
AL ALB 008 039 M sq
AM ARM 051 145 M hy
AO AGO 024 017 M pt
AQ ATA 010 - T -
AR ARG 032 005 M es
AS ASM 016 061 T -
AT AUT 040 155 M de
AU AUS 036 053 M en
AW ABW 533 029 T -
AX ALA 248 154 T -
AZ AZE 031 145 M az
BA BIH 070 039 M bs hr sr
BB BRB 052 029 M en
BD BGD 050 034 M bn
BE BEL 056 155 M nl fr de
BF BFA 854 011 M -
BG BGR 100 151 M bg
BH BHR 048 145 M ar
BI BDI 108 014 M rn fr en
BJ BEN 204 011 M fr
BL BLM 652 029 T -
BM BMU 060 021 T -
BN BRN 096 035 M ms
BO BOL 068 005 M es qu ay gn
BQ BES 535 029 T -
BR BRA 076 005 M pt
BS BHS 044 029 M en
BT BTN 064 034 M dz
BV BVT 074 005 T -
BW BWA 072 018 M en tn
BY BLR 112 151 M be ru
BZ BLZ 084 013 M en
CA CAN 124 021 M en fr
CC CCK 166 053 T -
CD COD 180 017 M fr
CF CAF 140 017 M fr sg
CG COG 178 017 M fr
CH CHE 756 155 M de fr it rm
CI CIV 384 011 M fr
CK COK 184 061 T -
CL CHL 152 005 M es
CM CMR 120 017 M fr en
CN CHN 156 030 M zh
CO COL 170 005 M es
CR CRI 188 013 M es
CU CUB 192 029 M es
CV CPV 132 011 M pt
CW CUW 531 029 T -
CX CXR 162 053 T -
CY CYP 196 145 M el tr
CZ CZE 203 151 M cs
DE DEU 276 155 M de
DJ DJI 262 014 M fr ar
DK DNK 208 154 M da
DM DMA 212 029 M en
DO DOM 214 029 M es
DZ DZA 012 015 M ar ber
EC ECU 218 005 M es
EE EST 233 154 M et
EG EGY 818 015 M ar
EH ESH 732 015 T -
ER ERI 232 014 M -
ES ESP 724 039 M es
ET ETH 231 014 M am om ti so aa
FI FIN 246 154 M fi sv
FJ FJI 242 054 M en fj hif
FK FLK 238 005 T -
FM FSM 583 057 M en
FO FRO 234 154 T -
FR FRA 250 155 M fr
GA GAB 266 017 M fr
GB GBR 826 154 M en
GD GRD 308 029 M en
GE GEO 268 145 M ka
GF GUF 254 005 T -
GG GGY 831 154 T -
GH GHA 288 011 M en
GI GIB 292 039 T -
GL GRL 304 021 T -
GM GMB 270 011 M en
GN GIN 324 011 M fr
GP GLP 312 029 T -
GQ GNQ 226 017 M es fr pt
GR GRC 300 039 M el
GS SGS 239 005 T -
GT GTM 320 013 M es
GU GUM 316 057 T -
GW GNB 624 011 M pt
GY GUY 328 005 M en
HK HKG 344 030 T -
HM HMD 334 053 T -
HN HND 340 013 M es
HR HRV 191 039 M hr
HT HTI 332 029 M ht fr
HU HUN 348 151 M hu
ID IDN 360 035 M id
IE IRL 372 154 M ga en
IL ISR 376 145 M he
IM IMN 833 154 T -
IN IND 356 034 M hi en
IO IOT 086 014 T -
IQ IRQ 368 145 M ar ku
IR IRN 364 034 M fa
IS ISL 352 154 M is
IT ITA 380 039 M it
JE JEY 832 154 T -
JM JAM 388 029 M en
JO JOR 400 145 M ar
JP JPN 392 030 M ja
KE KEN 404 014 M sw en
KG KGZ 417 143 M ky ru
KH KHM 116 035 M km
KI KIR 296 057 M en gil
KM COM 174 014 M zdj ar fr
KN KNA 659 029 M en
KP PRK 408 030 M ko
KR KOR 410 030 M ko
KW KWT 414 145 M ar
KY CYM 136 029 T -
KZ KAZ 398 143 M kk ru
LA LAO 418 035 M lo
LB LBN 422 145 M ar
LC LCA 662 029 M en
LI LIE 438 155 M de
LK LKA 144 034 M si ta
LR LBR 430 011 M en
LS LSO 426 018 M st en
LT LTU 440 154 M lt
LU LUX 442 155 M lb fr de
LV LVA 428 154 M lv
LY LBY 434 015 M ar
MA MAR 504 015 M ar zgh
MC MCO 492 155 M fr
MD MDA 498 151 M ro
ME MNE 499 039 M cnr
MF MAF 663 029 T -
MG MDG 450 014 M mg fr
MH MHL 584 057 M mh en
MK MKD 807 039 M mk sq
ML MLI 466 011 M -
MM MMR 104 035 M my
MN MNG 496 030 M mn
MO MAC 446 030 T -
MP MNP 580 057 T -
MQ MTQ 474 029 T -
MR MRT 478 011 M ar
MS MSR 500 029 T -
MT MLT 470 039 M mt en
MU MUS 480 014 M en
MV MDV 462 034 M dv
MW MWI 454 014 M en
MX MEX 484 013 M es
MY MYS 458 035 M ms
MZ MOZ 508 014 M pt
NA NAM 516 018 M en
NC NCL 540 054 T -
NE NER 562 011 M -
NF NFK 574 053 T -
NG NGA 566 011 M en
NI NIC 558 013 M es
NL NLD 528 155 M nl
NO NOR 578 154 M nb nn se
NP NPL 524 034 M ne
NR NRU 520 057 M na en
NU NIU 570 061 T -
NZ NZL 554 053 M en mi nzs
OM OMN 512 145 M ar
PA PAN 591 013 M es
PE PER 604 005 M es qu ay
PF PYF 258 061 T -
PG PNG 598 054 M en tpi ho
PH PHL 608 035 M fil en
PK PAK 586 034 M ur en
PL POL 616 151 M pl
PM SPM 666 021 T -
PN PCN 612 061 T -
PR PRI 630 029 T -
PS PSE 275 145 O ar
PT PRT 620 039 M pt
PW PLW 585 057 M pau en
PY PRY 600 005 M es gn
QA QAT 634 145 M ar
RE REU 638 014 T -
RO ROU 642 151 M ro
RS SRB 688 039 M sr
RU RUS 643 151 M ru
RW RWA 646 014 M rw en fr sw
SA SAU 682 145 M ar
SB SLB 090 054 M en
SC SYC 690 014 M crs en fr
SD SDN 729 015 M ar en
SE SWE 752 154 M sv
SG SGP 702 035 M en ms zh ta
SH SHN 654 011 T -
SI SVN 705 039 M sl
SJ SJM 744 154 T -
SK SVK 703 151 M sk
SL SLE 694 011 M en
SM SMR 674 039 M it
SN SEN 686 011 M fr
SO SOM 706 014 M so ar
SR SUR 740 005 M nl
SS SSD 728 014 M en
ST STP 678 017 M pt
SV SLV 222 013 M es
SX SXM 534 029 T -
SY SYR 760 145 M ar
SZ SWZ 748 018 M ss en
TC TCA 796 029 T -
TD TCD 148 017 M fr ar
TF ATF 260 014 T -
TG TGO 768 011 M fr
TH THA 764 035 M th
TJ TJK 762 143 M tg
TK TKL 772 061 T -
TL TLS 626 035 M tet pt
TM TKM 795 143 M tk
TN TUN 788 015 M ar
TO TON 776 061 M to en
TR TUR 792 145 M tr
TT TTO 780 029 M en
TV TUV 798 061 M tvl en
TW TWN 158 030 T -
TZ TZA 834 014 M sw en
UA UKR 804 151 M uk
UG UGA 800 014 M en sw
UM UMI 581 057 T -
US USA 840 021 M en
UY URY 858 005 M es
UZ UZB 860 143 M uz
VA VAT 336 039 O -
VC VCT 670 029 M en
VE VEN 862 005 M es
VG VGB 092 029 T -
VI VIR 850 029 T -
VN VNM 704 035 M vi
VU VUT 548 054 M bi en fr
WF WLF 876 061 T -
WS WSM 882 061 M sm en
YE YEM 887 145 M ar
YT MYT 175 014 T -
ZA ZAF 710 018 M zu xh af en nso tn st ts ss ve nr sfs
ZM ZMB 894 014 M en
ZW ZWE 716 014 M en sn nd ny st tn ts ve xh
`;

const STANDINGS: Readonly<Record<string, Standing>> = { M: 'un_member', O: 'un_observer', T: 'territory' };

function readCountry(line: string): Country {
  const [iso2 = '', iso3 = '', m49 = '', area = '-', standing = '', ...languages] = line.split(' ');
  const names = COUNTRY_NAMES[iso2];
  const stands = STANDINGS[standing];
  if (names === undefined || stands === undefined) throw new Error(`The line "${line}" of the countries is incomplete`);
  const path = regionPath(area);
  const at = (level: Region['level']) => path.find((region) => region.level === level)?.m49 ?? null;
  return {
    iso2,
    iso3,
    m49,
    area: area === '-' ? null : area,
    region: at('region'),
    subregion: at('subregion'),
    intermediate: at('intermediate'),
    standing: stands,
    officialLanguages: languages[0] === '-' ? null : languages,
    name: localised(...names),
  };
}

/** All 249 countries and areas of ISO 3166-1, by alpha-2 code. */
export const COUNTRIES: readonly Country[] = FACTS.trim().split('\n').map(readCountry);

const BY_CODE: ReadonlyMap<string, Country> = new Map(COUNTRIES.map((country) => [country.iso2, country]));

/** The country with this alpha-2 code in upper case, or undefined. */
export function findCountry(iso2: string): Country | undefined {
  return BY_CODE.get(iso2);
}

/** The short name of a country, or the code itself where it is not known. */
export function countryName(iso2: string, language: Language): string {
  return COUNTRY_NAMES[iso2]?.[NAME_POSITION[language]] ?? iso2;
}
