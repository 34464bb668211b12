/** How much a template may ask for; each limit stops a mistake or an attack long before it costs minutes. */

import { textLimits } from '../../core/base/limits';

/** Greatest depth of blocks within blocks, and of function calls within function calls. */
export const maxDepth = 20;
/** Tags in one document or text. */
export const maxTags = 5000;
/** Characters in one tag. */
export const maxTagLength = textLimits.tag;
/** Values printed and loop rounds run in one filling. */
export const maxSteps = 1_000_000;
/** Characters of output of a text. */
export const maxTextLength = 20_000_000;
