/** Codes as people count: `P1.2` before `P1.10`, clause 2 before clause 10. */
export const byCode = (one: string, other: string): number => one.localeCompare(other, 'en', { numeric: true }) || (one < other ? -1 : Number(one > other));
