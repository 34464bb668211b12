/** A folder of the workspace, made when it is missing. */
import { createFolder } from '../../google/folders';
import { folderNames, type FolderRole, type Workspace } from './find-workspace';

/** The folder's id. */
export function ensureFolder(workspace: Workspace, role: FolderRole): string {
  return workspace.folders[role] ?? createFolder(folderNames[role], workspace.root);
}
