import type { Language } from '#app/languages/language';
import type { SectionForm } from '#app/reporting/sections/planning.server';

type Told = Readonly<Record<Language, { readonly heading: string; readonly body: string }>>;

export function reportTitles(year: number): Readonly<Record<Language, { readonly title: string; readonly summary: string | null }>> {
  const titled = (title: string, summary: string) => ({ title, summary });
  return {
    en: titled(`Annual progress report ${year}`, 'What was promised, what was paid, and what was reached, with a source for every figure.'),
    fr: titled(`Rapport annuel ${year}`, 'Ce qui a été promis, payé et atteint, avec une source pour chaque chiffre.'),
    es: titled(`Informe anual de progreso ${year}`, 'Lo prometido, lo pagado y lo logrado, con una fuente para cada cifra.'),
    ar: titled(`تقرير التقدم السنوي ${year}`, 'ما وُعد به وما دُفع وما تحقق، مع مصدر لكل رقم.'),
    ru: titled(`Ежегодный доклад о ходе работы, ${year}`, 'Что было обещано, что оплачено и что достигнуто, с источником для каждой цифры.'),
    zh: titled(`${year} 年度进展报告`, '承诺了什么、支付了什么、实现了什么，每个数字都有出处。'),
  };
}

const section = (kind: SectionForm['kind'], texts: Told): Omit<SectionForm, 'owner_id'> => ({ kind, texts });
const six = (en: readonly [string, string], fr: readonly [string, string], es: readonly [string, string], ar: readonly [string, string], ru: readonly [string, string], zh: readonly [string, string]): Told => {
  const told = ([heading, body]: readonly [string, string]) => ({ heading, body });
  return { en: told(en), fr: told(fr), es: told(es), ar: told(ar), ru: told(ru), zh: told(zh) };
};

/** The chapters of the report, written around their figures. */
export function reportSections(year: number): readonly Omit<SectionForm, 'owner_id'>[] {
  return [
    section('summary', six(
      ['Summary', `This report covers ${year}. It counts public commitments once, says who has reported and who has not, and keeps money that was only announced apart from money that was paid.`],
      ['Résumé', `Ce rapport couvre ${year}. Il compte une fois chaque engagement public, dit qui a rendu compte et qui ne l’a pas fait, et distingue l’argent annoncé de l’argent versé.`],
      ['Resumen', `Este informe abarca ${year}. Cuenta una vez cada compromiso público, dice quién ha informado y quién no, y separa el dinero anunciado del pagado.`],
      ['ملخص', `يغطي هذا التقرير عام ${year}. وهو يحصي كل التزام عام مرة واحدة، ويبيّن من قدّم تقريره ومن لم يقدّمه، ويفصل الأموال المعلنة عن الأموال المدفوعة.`],
      ['Резюме', `Доклад охватывает ${year} год. Каждое публичное обязательство учтено один раз; сказано, кто отчитался, а кто нет; объявленные деньги отделены от выплаченных.`],
      ['摘要', `本报告涵盖 ${year} 年。每项公开承诺只计一次，说明谁已报告、谁尚未报告，并将仅宣布的资金与已支付的资金分开。`],
    )),
    section('promises', six(
      ['Are the promises kept?', 'Each commitment is measured against its own plan. Where nobody has reported for a whole cycle, that is shown as such.\n\n{{figure:standing}}\n\nNot every word has been looked at.\n\n{{figure:rungs}}\n\nSome clauses of the Declaration have many commitments, others few.\n\n{{figure:clauses}}'],
      ['Les promesses sont-elles tenues ?', 'Chaque engagement est mesuré à son propre plan. Quand personne n’a rendu compte pendant un cycle entier, cela est montré.\n\n{{figure:standing}}\n\nTout n’a pas été vérifié.\n\n{{figure:rungs}}\n\nCertaines clauses ont beaucoup d’engagements, d’autres peu.\n\n{{figure:clauses}}'],
      ['¿Se cumplen las promesas?', 'Cada compromiso se mide con su propio plan. Cuando nadie ha informado durante un ciclo entero, así se muestra.\n\n{{figure:standing}}\n\nNo todo se ha comprobado.\n\n{{figure:rungs}}\n\nAlgunas cláusulas tienen muchos compromisos y otras pocos.\n\n{{figure:clauses}}'],
      ['هل تُوفى الوعود؟', 'يُقاس كل التزام بخطته. وحيث لم يقدّم أحد تقريرًا طوال دورة كاملة، يظهر ذلك كما هو.\n\n{{figure:standing}}\n\nلم يُدقَّق كل ما قيل.\n\n{{figure:rungs}}\n\nلبعض بنود الإعلان التزامات كثيرة ولبعضها قليل.\n\n{{figure:clauses}}'],
      ['Выполняются ли обещания?', 'Каждое обязательство сравнивается с собственным планом. Если за весь цикл никто не отчитался, это так и показано.\n\n{{figure:standing}}\n\nПроверено не всё.\n\n{{figure:rungs}}\n\nУ одних пунктов много обязательств, у других мало.\n\n{{figure:clauses}}'],
      ['承诺兑现了吗？', '每项承诺都与自身计划比较。若整个周期无人报告，则如实显示。\n\n{{figure:standing}}\n\n并非所有说法都经过核对。\n\n{{figure:rungs}}\n\n宣言的一些条款有许多承诺，另一些则很少。\n\n{{figure:clauses}}'],
    )),
    section('equity', six(
      ['Who is reached', 'The groups that are reached least stand first. It is shown whether they were thought of from the start or added later.\n\n{{figure:groups}}'],
      ['Qui est atteint', 'Les groupes les moins atteints figurent en premier. Il est indiqué s’ils ont été pris en compte dès le départ ou ajoutés plus tard.\n\n{{figure:groups}}'],
      ['A quién se llega', 'Los grupos menos atendidos van primero. Se muestra si se pensó en ellos desde el principio o se añadieron después.\n\n{{figure:groups}}'],
      ['من تصل إليهم الجهود', 'تأتي الفئات الأقل وصولًا إليها أولًا، ويُبيَّن هل أُخذت في الحسبان منذ البداية أم أُضيفت لاحقًا.\n\n{{figure:groups}}'],
      ['Кого охватывают', 'Первыми стоят группы, которых охватили меньше всего. Показано, думали ли о них с самого начала.\n\n{{figure:groups}}'],
      ['惠及了谁', '惠及最少的群体排在最前，并说明是从一开始就纳入还是后来补充。\n\n{{figure:groups}}'],
    )),
    section('money', six(
      ['From pledge to payment', 'Cash pledges alone; other kinds stand apart. Amounts are converted at the rate of their date; what cannot be converted is counted.\n\n{{figure:ladder}}\n\nIn the currencies in which they were reported:\n\n{{figure:currencies}}'],
      ['De la promesse au versement', 'Seulement les promesses en espèces ; les autres sont à part. Les montants sont convertis au taux de leur date ; ce qui ne peut l’être est compté.\n\n{{figure:ladder}}\n\nDans les monnaies d’origine :\n\n{{figure:currencies}}'],
      ['De la promesa al pago', 'Solo promesas en efectivo; las demás van aparte. Los importes se convierten al tipo de su fecha; lo que no puede convertirse se cuenta.\n\n{{figure:ladder}}\n\nEn las monedas en que se informaron:\n\n{{figure:currencies}}'],
      ['من التعهد إلى الدفع', 'التعهدات النقدية وحدها؛ والأنواع الأخرى منفصلة. تُحوَّل المبالغ بسعر تاريخها، ويُحصى ما يتعذر تحويله.\n\n{{figure:ladder}}\n\nبالعملات التي أُبلغ بها:\n\n{{figure:currencies}}'],
      ['От обещания к платежу', 'Только денежные взносы; остальные виды показаны отдельно. Суммы пересчитаны по курсу их даты; непересчитанные учтены.\n\n{{figure:ladder}}\n\nВ валютах, в которых о них сообщили:\n\n{{figure:currencies}}'],
      ['从认捐到支付', '仅计现金认捐，其他类型另列。金额按其日期汇率折算；无法折算的单独计数。\n\n{{figure:ladder}}\n\n按报告时的货币：\n\n{{figure:currencies}}'],
    )),
    section('work', six(
      ['Who takes part', 'Members by constituency, and the work of the groups.\n\n{{figure:members}}\n\n{{figure:work}}'],
      ['Qui participe', 'Les membres par catégorie, et le travail des groupes.\n\n{{figure:members}}\n\n{{figure:work}}'],
      ['Quién participa', 'Miembros por sector y el trabajo de los grupos.\n\n{{figure:members}}\n\n{{figure:work}}'],
      ['من يشارك', 'الأعضاء بحسب الفئة، وعمل الأفرقة.\n\n{{figure:members}}\n\n{{figure:work}}'],
      ['Кто участвует', 'Участники по категориям и работа групп.\n\n{{figure:members}}\n\n{{figure:work}}'],
      ['谁在参与', '按类别划分的成员，以及各工作组的工作。\n\n{{figure:members}}\n\n{{figure:work}}'],
    )),
    section('methodology', six(
      ['How we counted', 'Every figure is computed from one frozen copy of the records, named with its hash. Expected progress is a straight line from baseline to target.'],
      ['Comment nous avons compté', 'Chaque chiffre est calculé à partir d’une seule copie figée, nommée par son empreinte. Le progrès attendu est une ligne droite du point de départ à la cible.'],
      ['Cómo contamos', 'Cada cifra se calcula a partir de una sola copia congelada, identificada por su huella. El progreso esperado es una línea recta de la base a la meta.'],
      ['كيف حسبنا', 'يُحسب كل رقم من نسخة مجمّدة واحدة من السجلات تُعرف ببصمتها. والتقدم المتوقع خط مستقيم من خط الأساس إلى الهدف.'],
      ['Как мы считали', 'Каждая цифра вычислена по одной замороженной копии записей с её контрольной суммой. Ожидаемый ход работы — прямая линия от исходного уровня к цели.'],
      ['统计方法', '每个数字都由同一份冻结的记录副本计算，并注明其哈希值。预期进展为从基线到目标的直线。'],
    )),
    section('data_gaps', six(
      ['What is not known', 'Missing is never zero. Commitments without a baseline, updates that did not come and amounts without a rate are counted beside each figure.'],
      ['Ce qui n’est pas connu', 'Ce qui manque n’est jamais zéro. Les engagements sans point de départ, les mises à jour non reçues et les montants sans taux sont comptés à côté de chaque chiffre.'],
      ['Lo que no se sabe', 'Lo que falta nunca es cero. Los compromisos sin línea de base, las actualizaciones que no llegaron y los importes sin tipo de cambio se cuentan junto a cada cifra.'],
      ['ما لا نعرفه', 'المفقود ليس صفرًا أبدًا. تُحصى بجانب كل رقم الالتزامات التي لا خط أساس لها والتحديثات التي لم تصل والمبالغ التي لا سعر لها.'],
      ['Что неизвестно', 'Отсутствие данных — не ноль. Обязательства без исходного уровня, не поступившие отчёты и суммы без курса учтены рядом с каждой цифрой.'],
      ['尚不清楚的内容', '缺失从不等于零。没有基线的承诺、未提交的更新和没有汇率的金额都在每个数字旁计数。'],
    )),
  ];
}
