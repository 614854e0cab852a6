import { z } from 'zod';
import { relations } from '../model';

const why = z.string().trim().min(1).max(1000);

export const mappingInput = z.object({ from_node_id: z.uuid(), to_node_id: z.uuid(), relation: z.enum(relations), reason: why });
export const relationInput = z.object({ relation: z.enum(relations), reason: why });
export const endInput = z.object({ end_reason: why });
