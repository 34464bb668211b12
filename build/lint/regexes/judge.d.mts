export interface Attack {
  readonly prefix: string;
  readonly pump: string;
  readonly suffix: string;
}
export function worstText(source: string, flags: string): Attack | null;
