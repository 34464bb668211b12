import type { Cockpit } from '../../src/contract/cockpit';

export function bigCockpit(departments: number, tasksEach: number, weeks?: number): Cockpit;
