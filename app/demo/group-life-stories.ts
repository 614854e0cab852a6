import type { GroupForm } from '#app/working-groups/operations.server';

type Texts = GroupForm['texts'];

/** A group whose work is done. */
export const lessonsOffline: Texts = {
  en: { name: 'Lessons without a line', mandate: 'Finds out how lessons reach schools that have electricity and no connection, and says so to those who buy for them.' },
  fr: { name: 'Des leçons sans ligne', mandate: 'Cherche comment les leçons parviennent aux écoles qui ont l’électricité mais pas de connexion, et le dit à ceux qui achètent pour elles.' },
  es: { name: 'Lecciones sin línea', mandate: 'Averigua cómo llegan las lecciones a las escuelas con electricidad y sin conexión, y lo dice a quienes compran para ellas.' },
  ar: { name: 'دروس بلا اتصال', mandate: 'يبحث كيف تصل الدروس إلى مدارس لديها كهرباء وليس لديها اتصال، ويبلغ بذلك من يشتري لها.' },
  ru: { name: 'Уроки без связи', mandate: 'Выясняет, как уроки доходят до школ, где есть электричество и нет связи, и говорит об этом тем, кто для них закупает.' },
  zh: { name: '无网课堂', mandate: '研究课程如何送达有电而无网络的学校，并告知为其采购的各方。' },
};

/** A group that waits to be chartered. */
export const assistive: Texts = {
  en: { name: 'Assistive technology in class', mandate: 'Says what learners with disabilities need of devices and lessons before either is bought, and how a ministry checks it.' },
  fr: { name: 'Technologies d’assistance en classe', mandate: 'Dit ce que les élèves handicapés demandent aux appareils et aux leçons avant tout achat, et comment un ministère le vérifie.' },
  es: { name: 'Tecnología de apoyo en el aula', mandate: 'Dice qué necesitan de los dispositivos y las lecciones los alumnos con discapacidad antes de comprarlos, y cómo lo comprueba un ministerio.' },
  ar: { name: 'التقنيات المساعدة في الصف', mandate: 'يبين ما يحتاج إليه المتعلمون ذوو الإعاقة من الأجهزة والدروس قبل شرائها، وكيف تتحقق الوزارة من ذلك.' },
  ru: { name: 'Вспомогательные технологии в классе', mandate: 'Говорит, что нужно учащимся с инвалидностью от устройств и уроков до закупки и как министерство это проверяет.' },
  zh: { name: '课堂辅助技术', mandate: '说明在采购设备和课程之前残障学习者的需要，以及部委如何核查。' },
};
