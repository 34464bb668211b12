/** Path → text. */
export type Files = Readonly<Record<string, string>>;

export declare function importsOf(files: Files): ReadonlyMap<string, readonly string[]>;
export declare function circles(files: Files): readonly string[];
export declare function crowdedFolders(files: Files): readonly string[];
export declare function smallFiles(files: Files, allowed: Readonly<Record<string, string>>): readonly string[];
export declare function linesOfCode(path: string, text: string): number;
