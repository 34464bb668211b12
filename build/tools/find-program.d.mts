export declare function findProgram(names: readonly string[], paths?: readonly string[]): string | null;
export declare function inProgramFiles(...parts: readonly string[]): readonly string[];
export declare function findLibreOffice(): string | null;
