/** A part of the template, read and compiled. */
import type { CompiledTags } from '../../language/compile-tags';
import type { XmlPart } from '../package/read-xml';
import type { PartTags } from '../parts/part-tags';
import type { Placement } from './place-blocks';

/** Everything known about a part before it is built. */
export interface PartPlan {
  readonly xml: XmlPart;
  readonly tags: PartTags;
  readonly compiled: CompiledTags;
  readonly placement: Placement;
}
