export interface FoundPattern {
  readonly at: string;
  readonly source: string | null;
  readonly flags: string;
  readonly reason: string | null;
}
export function findPatterns(path: string, text: string): readonly FoundPattern[];
