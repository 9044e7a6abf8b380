import type { Role } from '../shared/roles';

/** Domain rules section 7.7, row "proc 24 h"; 100 % is the overdue alarm. */
export const dueLadder: readonly { percent: 25 | 50 | 75 | 90 | 100; roles: Role[] }[] = [
  { percent: 25, roles: ['IM'] },
  { percent: 50, roles: ['IM', 'DPO'] },
  { percent: 75, roles: ['DPO', 'DIR'] },
  { percent: 90, roles: ['DIR', 'O', 'IM', 'DPO'] },
  { percent: 100, roles: ['DIR'] },
];
