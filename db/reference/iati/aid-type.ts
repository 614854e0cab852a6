import { code } from '../codes';

/** OECD DAC AidType: the modality of aid. */
export const AID_TYPES = [
  code('A01', 'General budget support', 'Appui budgétaire général', 'Apoyo presupuestario general', 'دعم عام للميزانية', 'Общая бюджетная поддержка', '一般预算支持'),
  code('A02', 'Sector budget support', 'Appui budgétaire sectoriel', 'Apoyo presupuestario sectorial', 'دعم قطاعي للميزانية', 'Секторальная бюджетная поддержка', '部门预算支持'),
  code('B01', 'Core support to NGOs, private bodies, partnerships and research institutes', 'Contributions de base aux ONG, organismes privés, partenariats et instituts de recherche', 'Apoyo básico a ONG, entidades privadas, asociaciones e institutos de investigación', 'دعم أساسي للمنظمات غير الحكومية والهيئات الخاصة والشراكات ومعاهد البحوث', 'Основная поддержка НПО, частных организаций, партнёрств и научных институтов', '对非政府组织、私营机构、伙伴关系和研究机构的核心支持'),
  code('B02', 'Core contributions to multilateral institutions and global funds', 'Contributions de base aux institutions multilatérales et aux fonds mondiaux', 'Contribuciones básicas a instituciones multilaterales y fondos mundiales', 'مساهمات أساسية في المؤسسات المتعددة الأطراف والصناديق العالمية', 'Основные взносы в многосторонние учреждения и глобальные фонды', '对多边机构和全球基金的核心捐款'),
  code('B021', 'Core contributions to multilateral institutions', 'Contributions de base aux institutions multilatérales', 'Contribuciones básicas a instituciones multilaterales', 'مساهمات أساسية في المؤسسات المتعددة الأطراف', 'Основные взносы в многосторонние учреждения', '对多边机构的核心捐款'),
  code('B022', 'Core contributions to global funds', 'Contributions de base aux fonds mondiaux', 'Contribuciones básicas a fondos mundiales', 'مساهمات أساسية في الصناديق العالمية', 'Основные взносы в глобальные фонды', '对全球基金的核心捐款'),
  code('B03', 'Contributions to specific-purpose programmes managed by partners', 'Contributions à des programmes à objectif spécifique gérés par des partenaires', 'Contribuciones a programas con fines específicos gestionados por asociados', 'مساهمات في برامج محددة الغرض يديرها شركاء', 'Взносы в целевые программы, которыми управляют партнёры', '对伙伴管理的专用方案的捐款'),
  code('B031', 'Contributions to multi-donor, multi-entity funds', 'Contributions à des fonds multidonateurs et multientités', 'Contribuciones a fondos de múltiples donantes y entidades', 'مساهمات في صناديق متعددة المانحين والكيانات', 'Взносы в фонды со многими донорами и организациями', '对多捐助方、多实体基金的捐款'),
  code('B032', 'Contributions to multi-donor, single-entity funds', 'Contributions à des fonds multidonateurs à entité unique', 'Contribuciones a fondos de múltiples donantes y una sola entidad', 'مساهمات في صناديق متعددة المانحين وحيدة الكيان', 'Взносы в фонды со многими донорами и одной организацией', '对多捐助方、单一实体基金的捐款'),
  code('B033', 'Contributions to single-donor funds', 'Contributions à des fonds à donateur unique', 'Contribuciones a fondos de un solo donante', 'مساهمات في صناديق وحيدة المانح', 'Взносы в фонды с одним донором', '对单一捐助方基金的捐款'),
  code('B04', 'Pooled funding', 'Fonds communs', 'Fondos mancomunados', 'تمويل مجمّع', 'Объединённое финансирование', '集合供资'),
  code('C01', 'Project', 'Projet', 'Proyecto', 'مشروع', 'Проект', '项目'),
  code('D01', 'Donor-country personnel', 'Personnel du pays donateur', 'Personal del país donante', 'موظفون من البلد المانح', 'Персонал страны-донора', '捐助国人员'),
  code('D02', 'Other technical assistance', 'Autre assistance technique', 'Otra asistencia técnica', 'مساعدة تقنية أخرى', 'Прочая техническая помощь', '其他技术援助'),
  code('E01', 'Scholarships and training in the donor country', 'Bourses et formations dans le pays donateur', 'Becas y formación en el país donante', 'منح دراسية وتدريب في البلد المانح', 'Стипендии и обучение в стране-доноре', '在捐助国的奖学金和培训'),
  code('E02', 'Imputed student costs', 'Coûts imputés des étudiants', 'Costos imputados de estudiantes', 'تكاليف الطلاب المحتسبة', 'Условные расходы на обучение студентов', '估算学生费用'),
  code('F01', 'Debt relief', 'Allègement de la dette', 'Alivio de la deuda', 'تخفيف عبء الديون', 'Облегчение долгового бремени', '债务减免'),
  code('G01', 'Administrative costs', 'Coûts administratifs', 'Costos administrativos', 'تكاليف إدارية', 'Административные расходы', '行政费用'),
  code('H01', 'Development awareness', 'Sensibilisation au développement', 'Sensibilización sobre el desarrollo', 'توعية بشأن التنمية', 'Просвещение по вопросам развития', '发展宣传'),
  code('H02', 'Refugees and asylum seekers in donor countries', 'Réfugiés et demandeurs d’asile dans les pays donateurs', 'Refugiados y solicitantes de asilo en países donantes', 'لاجئون وطالبو لجوء في البلدان المانحة', 'Беженцы и просители убежища в странах-донорах', '捐助国内的难民和寻求庇护者'),
  code('H03', 'Asylum seekers ultimately accepted', 'Demandeurs d’asile finalement acceptés', 'Solicitantes de asilo finalmente aceptados', 'طالبو لجوء قُبلوا في النهاية', 'Просители убежища, чьи ходатайства удовлетворены', '最终获接纳的寻求庇护者'),
  code('H04', 'Asylum seekers ultimately rejected', 'Demandeurs d’asile finalement refusés', 'Solicitantes de asilo finalmente rechazados', 'طالبو لجوء رُفضوا في النهاية', 'Просители убежища, чьи ходатайства отклонены', '最终被拒绝的寻求庇护者'),
  code('H05', 'Recognised refugees', 'Réfugiés reconnus', 'Refugiados reconocidos', 'لاجئون معترف بهم', 'Признанные беженцы', '获承认的难民'),
  code('H06', 'Refugees and asylum seekers in other provider countries', 'Réfugiés et demandeurs d’asile dans d’autres pays fournisseurs', 'Refugiados y solicitantes de asilo en otros países proveedores', 'لاجئون وطالبو لجوء في بلدان مقدّمة أخرى', 'Беженцы и просители убежища в других странах-провайдерах', '其他提供国内的难民和寻求庇护者'),
] as const;

export type AidType = (typeof AID_TYPES)[number]['code'];
