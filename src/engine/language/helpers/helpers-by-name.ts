/** The fixed set of helpers, by name. */
import { arithmeticHelpers } from './arithmetic-helpers';
import { chooseHelpers } from './choose-helpers';
import { comparisonHelpers } from './comparison-helpers';
import { chartHelper } from './chart-helper';
import { documentHelpers } from './document-helpers';
import type { Helper } from './helper';
import { listHelpers } from './list-helpers';
import { printHelpers } from './print-helpers';

/** Every helper, in the order of the manual. */
const helpers: readonly Helper[] = [
  ...comparisonHelpers,
  ...listHelpers,
  ...chooseHelpers,
  ...arithmeticHelpers,
  ...printHelpers,
  ...documentHelpers,
  chartHelper,
];

/** Each Chinese and English name with its helper. */
export const helpersByName: ReadonlyMap<string, Helper> = new Map(
  helpers.flatMap((helper) => helper.names.map((name) => [name, helper] as const)),
);
