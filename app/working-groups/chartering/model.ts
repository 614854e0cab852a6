import type { SeatRole } from '#app/working-groups/model';

/** GL-1: whom a group is proposed with. */
export const firstOffices = ['chair', 'cochair', 'secretary'] as const satisfies readonly SeatRole[];
export type FirstOffice = (typeof firstOffices)[number];
