/** What the 填报 folder gives for each file in it. */
import type { Grid } from '../base/grid';
import type { ReadFailure } from '../base/read-failure';

/**
 * One file of the 填报 folder. `grids` is null when it was not opened; then `failure` says why. `foreign`: it is no table at
 * all but a folder, a note, a picture.
 */
export interface DepartmentFile {
  readonly file: string;
  readonly grids: readonly Grid[] | null;
  readonly failure?: ReadFailure | null;
  readonly foreign?: boolean;
}
