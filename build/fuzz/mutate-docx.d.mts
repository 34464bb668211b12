/** A mutated copy of the template; the same seed always gives the same. */
export function mutateDocx(template: Uint8Array, seed: number): Uint8Array;
