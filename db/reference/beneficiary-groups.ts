import { code } from './codes';

/**
 * Groups of learners that a commitment can name, in the order in which forms offer them. "Designed in from the start" or "added later"
 * is a fact of the commitment, not of the group.
 */
export const BENEFICIARY_GROUPS = [
  code('displaced_refugee', 'Displaced and refugee learners', 'Apprenants déplacés et réfugiés', 'Estudiantes desplazados y refugiados', 'المتعلمون النازحون واللاجئون', 'Перемещённые учащиеся и учащиеся-беженцы', '流离失所和难民学习者'),
  code('disabilities', 'Learners with disabilities', 'Apprenants handicapés', 'Estudiantes con discapacidad', 'المتعلمون ذوو الإعاقة', 'Учащиеся с инвалидностью', '残疾学习者'),
  code('indigenous_minority_language', 'Indigenous and minority languages', 'Langues autochtones et minoritaires', 'Lenguas indígenas y minoritarias', 'لغات الشعوب الأصلية والأقليات', 'Языки коренных народов и меньшинств', '土著语言和少数群体语言'),
  code('out_of_school', 'Out-of-school children and youth', 'Enfants et jeunes non scolarisés', 'Niños y jóvenes no escolarizados', 'الأطفال والشباب خارج المدرسة', 'Дети и молодёжь вне школы', '失学儿童和青年'),
  code('poorest_fifth', 'Learners in the poorest fifth', 'Apprenants du cinquième le plus pauvre', 'Estudiantes del quinto más pobre', 'المتعلمون في الخُمس الأفقر', 'Учащиеся из беднейшей пятой части населения', '最贫困的五分之一学习者'),
  code('girls_women', 'Girls and women', 'Filles et femmes', 'Niñas y mujeres', 'الفتيات والنساء', 'Девочки и женщины', '女童和妇女'),
  code('rural_remote', 'Rural and remote learners', 'Apprenants des zones rurales et isolées', 'Estudiantes de zonas rurales y remotas', 'المتعلمون في الريف والمناطق النائية', 'Учащиеся в сельских и отдалённых районах', '农村和偏远地区学习者'),
] as const;

export type BeneficiaryGroup = (typeof BENEFICIARY_GROUPS)[number]['code'];
