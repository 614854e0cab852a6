import { code } from '../codes';

/** IATI TransactionType: which step of the money's way a transaction records. FI-8 says how they make the ladder. */
export const TRANSACTION_TYPES = [
  code('1', 'Incoming funds', 'Fonds entrants', 'Fondos entrantes', 'أموال واردة', 'Поступившие средства', '收到的资金'),
  code('2', 'Outgoing commitment', 'Engagement sortant', 'Compromiso saliente', 'التزام صادر', 'Исходящее обязательство', '对外承付'),
  code('3', 'Disbursement', 'Décaissement', 'Desembolso', 'صرف', 'Выплата', '拨付'),
  code('4', 'Expenditure', 'Dépense', 'Gasto', 'نفقات', 'Расходы', '支出'),
  code('5', 'Interest payment', 'Paiement d’intérêts', 'Pago de intereses', 'دفع فوائد', 'Выплата процентов', '付息'),
  code('6', 'Loan repayment', 'Remboursement d’emprunt', 'Reembolso de préstamo', 'سداد قرض', 'Погашение кредита', '偿还贷款'),
  code('7', 'Reimbursement', 'Remboursement de frais', 'Reintegro', 'رد نفقات', 'Возмещение', '报销'),
  code('8', 'Purchase of equity', 'Achat de titres de participation', 'Compra de participaciones', 'شراء أسهم', 'Приобретение акций', '购买股权'),
  code('9', 'Sale of equity', 'Vente de titres de participation', 'Venta de participaciones', 'بيع أسهم', 'Продажа акций', '出售股权'),
  code('10', 'Credit guarantee', 'Garantie de crédit', 'Garantía de crédito', 'ضمان ائتماني', 'Кредитная гарантия', '信用担保'),
  code('11', 'Incoming commitment', 'Engagement entrant', 'Compromiso entrante', 'التزام وارد', 'Входящее обязательство', '收到的承付'),
  code('12', 'Outgoing pledge', 'Promesse sortante', 'Promesa saliente', 'تعهد صادر', 'Исходящее обещание средств', '对外认捐'),
  code('13', 'Incoming pledge', 'Promesse entrante', 'Promesa entrante', 'تعهد وارد', 'Входящее обещание средств', '收到的认捐'),
] as const;

export type TransactionType = (typeof TRANSACTION_TYPES)[number]['code'];
