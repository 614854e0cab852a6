import { localised, type Localised } from './languages';

/** A region of UN M49, the standard country or area codes for statistical use. `parent` is the region that holds it; the world has none. */
export type Region = {
  readonly m49: string;
  readonly parent: string | null;
  readonly level: 'world' | 'region' | 'subregion' | 'intermediate';
  readonly name: Localised;
};

const LEVELS = ['world', 'region', 'subregion', 'intermediate'] as const;

function region(depth: 0 | 1 | 2 | 3, m49: string, parent: string | null, ...names: Parameters<typeof localised>): Region {
  return { m49, parent, level: LEVELS[depth], name: localised(...names) };
}

/** All M49 regions, each after its parent. */
export const REGIONS: readonly Region[] = [
  region(0, '001', null, 'World', 'Monde', 'Mundo', 'العالم', 'Весь мир', '世界'),
  region(1, '002', '001', 'Africa', 'Afrique', 'África', 'أفريقيا', 'Африка', '非洲'),
  region(2, '015', '002', 'Northern Africa', 'Afrique septentrionale', 'África septentrional', 'أفريقيا الشمالية', 'Северная Африка', '北非'),
  region(2, '202', '002', 'Sub-Saharan Africa', 'Afrique subsaharienne', 'África subsahariana', 'أفريقيا جنوب الصحراء الكبرى', 'Африка к югу от Сахары', '撒哈拉以南非洲'),
  region(3, '014', '202', 'Eastern Africa', 'Afrique orientale', 'África oriental', 'شرق أفريقيا', 'Восточная Африка', '东非'),
  region(3, '017', '202', 'Middle Africa', 'Afrique centrale', 'África central', 'وسط أفريقيا', 'Центральная Африка', '中非'),
  region(3, '018', '202', 'Southern Africa', 'Afrique australe', 'África meridional', 'الجنوب الأفريقي', 'Южная часть Африки', '南部非洲'),
  region(3, '011', '202', 'Western Africa', 'Afrique occidentale', 'África occidental', 'غرب أفريقيا', 'Западная Африка', '西非'),
  region(1, '019', '001', 'Americas', 'Amériques', 'Américas', 'الأمريكتان', 'Северная и Южная Америка', '美洲'),
  region(2, '419', '019', 'Latin America and the Caribbean', 'Amérique latine et Caraïbes', 'América Latina y el Caribe', 'أمريكا اللاتينية ومنطقة البحر الكاريبي', 'Латинская Америка и Карибский бассейн', '拉丁美洲和加勒比'),
  region(3, '029', '419', 'Caribbean', 'Caraïbes', 'El Caribe', 'منطقة البحر الكاريبي', 'Карибский бассейн', '加勒比'),
  region(3, '013', '419', 'Central America', 'Amérique centrale', 'América Central', 'أمريكا الوسطى', 'Центральная Америка', '中美洲'),
  region(3, '005', '419', 'South America', 'Amérique du Sud', 'América del Sur', 'أمريكا الجنوبية', 'Южная Америка', '南美洲'),
  region(2, '021', '019', 'Northern America', 'Amérique septentrionale', 'América septentrional', 'أمريكا الشمالية', 'Северная Америка', '北美'),
  region(1, '142', '001', 'Asia', 'Asie', 'Asia', 'آسيا', 'Азия', '亚洲'),
  region(2, '143', '142', 'Central Asia', 'Asie centrale', 'Asia central', 'آسيا الوسطى', 'Центральная Азия', '中亚'),
  region(2, '030', '142', 'Eastern Asia', 'Asie orientale', 'Asia oriental', 'شرقي آسيا', 'Восточная Азия', '东亚'),
  region(2, '035', '142', 'South-eastern Asia', 'Asie du Sud-Est', 'Asia sudoriental', 'جنوب شرقي آسيا', 'Юго-Восточная Азия', '东南亚'),
  region(2, '034', '142', 'Southern Asia', 'Asie méridionale', 'Asia meridional', 'جنوب آسيا', 'Южная Азия', '南亚'),
  region(2, '145', '142', 'Western Asia', 'Asie occidentale', 'Asia occidental', 'غربي آسيا', 'Западная Азия', '西亚'),
  region(1, '150', '001', 'Europe', 'Europe', 'Europa', 'أوروبا', 'Европа', '欧洲'),
  region(2, '151', '150', 'Eastern Europe', 'Europe orientale', 'Europa oriental', 'أوروبا الشرقية', 'Восточная Европа', '东欧'),
  region(2, '154', '150', 'Northern Europe', 'Europe septentrionale', 'Europa septentrional', 'أوروبا الشمالية', 'Северная Европа', '北欧'),
  region(2, '039', '150', 'Southern Europe', 'Europe méridionale', 'Europa meridional', 'أوروبا الجنوبية', 'Южная Европа', '南欧'),
  region(2, '155', '150', 'Western Europe', 'Europe occidentale', 'Europa occidental', 'أوروبا الغربية', 'Западная Европа', '西欧'),
  region(1, '009', '001', 'Oceania', 'Océanie', 'Oceanía', 'أوقيانوسيا', 'Океания', '大洋洲'),
  region(2, '053', '009', 'Australia and New Zealand', 'Australie et Nouvelle-Zélande', 'Australia y Nueva Zelandia', 'أستراليا ونيوزيلندا', 'Австралия и Новая Зеландия', '澳大利亚和新西兰'),
  region(2, '054', '009', 'Melanesia', 'Mélanésie', 'Melanesia', 'ميلانيزيا', 'Меланезия', '美拉尼西亚'),
  region(2, '057', '009', 'Micronesia', 'Micronésie', 'Micronesia', 'ميكرونيزيا', 'Микронезия', '密克罗尼西亚'),
  region(2, '061', '009', 'Polynesia', 'Polynésie', 'Polinesia', 'بولينيزيا', 'Полинезия', '波利尼西亚'),
];

const BY_CODE: ReadonlyMap<string, Region> = new Map(REGIONS.map((one) => [one.m49, one]));

/** The region with this M49 code, or undefined. */
export function findRegion(m49: string): Region | undefined {
  return BY_CODE.get(m49);
}

/** The region with this code and those that hold it, innermost first; empty for an unknown code. */
export function regionPath(m49: string): readonly Region[] {
  const found = BY_CODE.get(m49);
  if (found === undefined) return [];
  return found.parent === null ? [found] : [found, ...regionPath(found.parent)];
}
