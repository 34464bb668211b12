/** A folder of the workspace, made when it is missing. */
import { folderNames, type FolderRole } from '../../core/base/office-names';
import { createFolder } from '../../google/folders';
import { type Workspace } from './find-workspace';

/** The folder's id. */
export function ensureFolder(workspace: Workspace, role: FolderRole): string {
  return workspace.folders[role] ?? createFolder(folderNames[role], workspace.root);
}
