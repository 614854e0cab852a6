import { code } from '../codes';

/** OECD DAC PolicySignificance: how much an aim weighs in what is given. */
export const POLICY_SIGNIFICANCES = [
  code('0', 'Looked at, and no aim', 'Examiné, pas un objectif', 'Examinado, no es un objetivo', 'دُرس وليس هدفًا', 'Рассмотрено, не является целью', '经审查，非目标'),
  code('1', 'One aim among others', 'Un objectif parmi d’autres', 'Un objetivo entre otros', 'هدف من بين أهداف أخرى', 'Одна из целей', '目标之一'),
  code('2', 'Main aim', 'Objectif principal', 'Objetivo principal', 'الهدف الرئيسي', 'Основная цель', '主要目标'),
  code('3', 'Main aim, within an action programme', 'Objectif principal, dans un programme d’action', 'Objetivo principal, dentro de un programa de acción', 'الهدف الرئيسي ضمن برنامج عمل', 'Основная цель, в рамках программы действий', '主要目标，属行动计划'),
  code('4', 'First aim, expressly', 'Objectif premier explicite', 'Objetivo primario explícito', 'هدف أول صريح', 'Прямо заявленная первоочередная цель', '明确的首要目标'),
] as const;

export type PolicySignificance = (typeof POLICY_SIGNIFICANCES)[number]['code'];
