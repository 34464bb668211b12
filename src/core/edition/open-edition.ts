/** Opens what the build made of an edition's tables. */
import type { Edition } from './edition';

/** The editions of a bundle: their names, and each opened when it is asked for. */
export interface Editions {
  /** As they are called in 设置, the one that holds where nothing is said first. */
  readonly names: readonly string[];
  /** Null for a name nobody knows. */
  readonly open: (name: string) => Edition | null;
}
