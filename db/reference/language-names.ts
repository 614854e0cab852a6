import { localised, type Language, type Localised } from './languages';

/** Languages that Intl (CLDR) does not name in all six languages, most of them signed or spoken by few. */
const NOT_IN_CLDR: ReadonlyMap<string, Localised> = new Map([
  ['ber', localised('Tamazight', 'tamazight', 'tamazight', 'الأمازيغية', 'тамазигхт', '塔马齐格特语')],
  ['hif', localised('Fiji Hindi', 'hindi des Fidji', 'hindi de Fiji', 'الهندية الفيجية', 'фиджийский хинди', '斐济印地语')],
  ['jam', localised('Jamaican Creole', 'créole jamaïcain', 'criollo jamaiquino', 'الكريولية الجامايكية', 'ямайский креольский', '牙买加克里奥尔语')],
  ['nzs', localised('New Zealand Sign Language', 'langue des signes néo-zélandaise', 'lengua de señas neozelandesa', 'لغة الإشارة النيوزيلندية', 'новозеландский жестовый язык', '新西兰手语')],
  ['sfs', localised('South African Sign Language', 'langue des signes sud-africaine', 'lengua de señas sudafricana', 'لغة الإشارة الجنوب أفريقية', 'южноафриканский жестовый язык', '南非手语')],
  ['sgn', localised('Sign languages', 'langues des signes', 'lenguas de señas', 'لغات الإشارة', 'жестовые языки', '手语')],
  ['zdj', localised('Comorian', 'comorien', 'comorense', 'القمرية', 'коморский', '科摩罗语')],
]);

const namers = new Map<Language, Intl.DisplayNames>();

/** The name of a language (BCP 47 tag) in one of the six languages; the tag itself where nobody names it, or where it is no tag at all. */
export function languageName(tag: string, language: Language): string {
  const ours = NOT_IN_CLDR.get(tag);
  if (ours !== undefined) return ours[language];
  let namer = namers.get(language);
  if (namer === undefined) {
    namer = new Intl.DisplayNames(language, { type: 'language' });
    namers.set(language, namer);
  }
  try {
    return namer.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
