/** What the home page asks the local server, and what it is told: workspaces by their folders. Plain JSON. */

/** One thing the home page may ask. `folder` and `place` are paths on this computer. */
export type StartOrder =
  | { readonly do: 'list' }
  | { readonly do: 'open'; readonly folder: string }
  | { readonly do: 'create'; readonly place: string; readonly name: string }
  | { readonly do: 'sample' }
  | { readonly do: 'forget'; readonly folder: string }
  | { readonly do: 'browse'; readonly folder: string }
  | { readonly do: 'show'; readonly folder: string };

/** How far the first report has come, by what lies in the folder; `done` names the steps whose work is there. */
export type StartStep = 'set-up' | 'departments' | 'check' | 'report' | 'remind';

/** A workspace somebody opened here. */
export interface WorkspaceState {
  readonly folder: string;
  readonly name: string;
  /** False where the folder was moved or its drive is not there. */
  readonly isThere: boolean;
  readonly done: readonly StartStep[];
  /** Workbooks in 填报, reports in 报告. */
  readonly forms: number;
  readonly reports: number;
  /** The day it was last opened, `2026-11-29`. */
  readonly opened: string;
}

/** The answer to `list`. */
export interface StartList {
  readonly workspaces: readonly WorkspaceState[];
  /** Where a new workspace is put when nobody says otherwise. */
  readonly place: string;
}

/** The answer to `open`, `create` and `sample`: the address of the workspace's pages, relative to the home page. */
export interface OpenedWorkspace {
  readonly href: string;
}

/** The answer to `browse`: the folders of a folder, workspaces first. */
export interface FolderList {
  readonly folder: string;
  /** The folder above it; null at the top. */
  readonly above: string | null;
  readonly folders: readonly { readonly name: string; readonly folder: string; readonly isWorkspace: boolean }[];
}
