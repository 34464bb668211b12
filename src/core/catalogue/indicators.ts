/** The catalogue's indicators: the default content of the hub's 指标 sheet. */
import type { Indicator } from './indicator';
import { leadershipIndicators } from './indicators-a';
import { decisionIndicators } from './indicators-b';
import { enforcementIndicators } from './indicators-c';
import { staffingIndicators } from './indicators-d';
import { opennessIndicators, publicityIndicators, societyIndicators } from './indicators-e';

/** All indicators A1–F3, a rate before the lines it is computed from. */
export const indicators: readonly Indicator[] = [
  ...leadershipIndicators,
  ...decisionIndicators,
  ...enforcementIndicators,
  ...staffingIndicators,
  ...publicityIndicators,
  ...societyIndicators,
  ...opennessIndicators,
];
