export interface Program {
  readonly flags: string;
}
export function compilePattern(source: string, flags: string): Program;
export function countSteps(program: Program, text: string, most?: number): number;
