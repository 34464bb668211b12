/** The workspaces this person opened, latest first, kept in the folder of their own settings. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileDurably, ownOnly } from '../base/atomic-write';
import { makeUserFolder, userFolder } from '../base/user-folder';

/** A folder and the day it was last opened, `2026-11-29`. */
interface RecentWorkspace {
  readonly folder: string;
  readonly opened: string;
}

const fileName = 'recent.json';
/** More than one office needs; the list stays one that is read at a glance. */
const mostKept = 12;

/** What was kept; nothing where the file is missing or is none of ours: a list of what was opened is not worth a stop. */
export function recentWorkspaces(): readonly RecentWorkspace[] {
  try {
    const kept: unknown = JSON.parse(readFileSync(join(userFolder(), fileName), 'utf8'));
    return Array.isArray(kept) ? kept.filter(isRecent) : [];
  } catch {
    return [];
  }
}

/** Puts the folder first. */
export function rememberWorkspace(folder: string, opened: string): void {
  keep([{ folder, opened }, ...others(folder)].slice(0, mostKept));
}

/** Takes the folder off the list; the folder itself stays as it is. */
export function forgetWorkspace(folder: string): void {
  keep(others(folder));
}

function others(folder: string): readonly RecentWorkspace[] {
  return recentWorkspaces().filter((one) => one.folder !== folder);
}

function keep(list: readonly RecentWorkspace[]): void {
  const bytes = Buffer.from(`${JSON.stringify(list, null, 2)}\n`, 'utf8');
  writeFileDurably(join(makeUserFolder(), fileName), bytes, ownOnly);
}

function isRecent(value: unknown): value is RecentWorkspace {
  if (typeof value !== 'object' || value === null || !('folder' in value) || !('opened' in value)) return false;
  return typeof value.folder === 'string' && typeof value.opened === 'string';
}
