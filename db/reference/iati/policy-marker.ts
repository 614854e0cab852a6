import { code } from '../codes';

/** OECD DAC PolicyMarker: aims that money can have beside its sector. */
export const POLICY_MARKERS = [
  code('1', 'Gender equality', 'Égalité des genres', 'Igualdad de género', 'المساواة بين الجنسين', 'Гендерное равенство', '性别平等'),
  code('2', 'Environment', 'Environnement', 'Medio ambiente', 'البيئة', 'Окружающая среда', '环境'),
  code('3', 'Participatory development and good governance', 'Développement participatif et bonne gouvernance', 'Desarrollo participativo y buena gobernanza', 'التنمية التشاركية والحوكمة الرشيدة', 'Развитие на основе участия и благое управление', '参与式发展和善治'),
  code('4', 'Trade development', 'Développement du commerce', 'Desarrollo del comercio', 'تنمية التجارة', 'Развитие торговли', '贸易发展'),
  code('5', 'Biological diversity', 'Diversité biologique', 'Diversidad biológica', 'التنوع البيولوجي', 'Биологическое разнообразие', '生物多样性'),
  code('6', 'Climate change mitigation', 'Atténuation des changements climatiques', 'Mitigación del cambio climático', 'التخفيف من آثار تغير المناخ', 'Смягчение последствий изменения климата', '减缓气候变化'),
  code('7', 'Climate change adaptation', 'Adaptation aux changements climatiques', 'Adaptación al cambio climático', 'التكيف مع تغير المناخ', 'Адаптация к изменению климата', '适应气候变化'),
  code('8', 'Desertification', 'Désertification', 'Desertificación', 'التصحر', 'Борьба с опустыниванием', '防治荒漠化'),
  code('9', 'Reproductive, maternal, newborn and child health', 'Santé reproductive, maternelle, néonatale et infantile', 'Salud reproductiva, materna, neonatal e infantil', 'الصحة الإنجابية وصحة الأم والوليد والطفل', 'Репродуктивное здоровье, здоровье матерей, новорождённых и детей', '生殖、孕产妇、新生儿和儿童健康'),
  code('10', 'Disaster risk reduction', 'Réduction des risques de catastrophe', 'Reducción del riesgo de desastres', 'الحد من مخاطر الكوارث', 'Снижение риска бедствий', '减少灾害风险'),
  code('11', 'Disability', 'Handicap', 'Discapacidad', 'الإعاقة', 'Инвалидность', '残疾'),
  code('12', 'Nutrition', 'Nutrition', 'Nutrición', 'التغذية', 'Питание', '营养'),
] as const;

export type PolicyMarker = (typeof POLICY_MARKERS)[number]['code'];
