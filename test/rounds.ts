/** How often a law is tried. */

/**
 * A quarter of the samples, the same ones each time, so that the tests stay quick; all of them, from other seeds, under
 * `npm run fuzz -- laws`.
 */
export function rounds(all: number): number {
  return process.env.NIANBAO_WHOLE === '1' ? all : Math.ceil(all / 4);
}
