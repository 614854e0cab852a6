import { code } from '../codes';

/** IATI ActivityStatus: where an activity stands in its life. */
export const ACTIVITY_STATUSES = [
  code('1', 'Pipeline or identification', 'En préparation', 'En preparación', 'قيد الإعداد', 'Подготовка', '筹备中'),
  code('2', 'Implementation', 'En cours', 'En ejecución', 'قيد التنفيذ', 'Осуществляется', '执行中'),
  code('3', 'Finalisation', 'En voie d’achèvement', 'En finalización', 'في طور الإنهاء', 'Завершается', '收尾'),
  code('4', 'Closed', 'Clos', 'Cerrada', 'مغلق', 'Закрыто', '已关闭'),
  code('5', 'Cancelled', 'Annulé', 'Cancelada', 'ملغى', 'Отменено', '已取消'),
  code('6', 'Suspended', 'Suspendu', 'Suspendida', 'معلّق', 'Приостановлено', '已暂停'),
] as const;

export type ActivityStatus = (typeof ACTIVITY_STATUSES)[number]['code'];
