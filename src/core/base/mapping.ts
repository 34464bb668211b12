/** What the office says of sheets and headers that bear other names than the declared ones. */

/** One entry: what people call something, and what it is. */
export interface Mapped {
  /** The declared title of the sheet on which `from` is a header or a label; null where `from` is itself a sheet. */
  readonly sheet: string | null;
  /** In the form names are compared by (`headerKey`). */
  readonly from: string;
  /** A declared header, or a declared title. */
  readonly to: string;
}

/** All entries; none holds unless the office wrote one. */
export type Mapping = readonly Mapped[];

/** The declared name of a header, label (`sheet` is the declared title) or sheet (`sheet` is null); null when none was given. */
export function mappedName(mapping: Mapping | undefined, sheet: string | null, key: string): string | null {
  return mapping?.find((one) => one.sheet === sheet && one.from === key)?.to ?? null;
}
