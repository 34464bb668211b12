/** The part of Drive v3 that shares files, kept in `.nianbao/permissions.json`: on disk nobody is let in or kept out by it. */
import { join } from 'node:path';
import { Refusal } from '../../core/base/refusal';
import { writeFileDurably } from '../base/atomic-write';
import { pathOfId, readFileBytes, statOf } from '../base/workspace';
import { makeStateFolder, stateFolder } from './properties';
import { ServiceError } from './service-error';
import { onlyKnown } from './sheets-grid';

type Permission = GoogleAppsScript.Drive_v3.Drive.V3.Schema.Permission;
type PermissionList = GoogleAppsScript.Drive_v3.Drive.V3.Schema.PermissionList;

/** What is supported of the collection. */
export interface LocalPermissions {
  readonly list: (file: string, options?: object) => PermissionList;
  readonly create: (resource: Permission, file: string, options?: object) => Permission;
}

/** Addresses kept from ever being anybody's (RFC 2606). */
const belongsToNobody = /@example\.(?:com|net|org)$/iu;

export function makePermissions(folder: string): LocalPermissions {
  const demand = (id: string): void => {
    if (!statOf(pathOfId(folder, id))) throw new Refusal(`找不到 ${id} (file not found)`);
  };
  return {
    list: (file, options = {}) => {
      onlyKnown(options, ['fields', 'supportsAllDrives'], 'Drive.Permissions.list');
      demand(file);
      return { permissions: [{ role: 'owner', emailAddress: '' }, ...(read(folder)[file] ?? [])] };
    },
    create: (resource, file, options = {}) => {
      onlyKnown(resource, ['type', 'role', 'emailAddress'], 'Drive.Permissions.create');
      onlyKnown(options, ['fields', 'sendNotificationEmail', 'supportsAllDrives'], 'Drive.Permissions.create');
      demand(file);
      if (
        Reflect.get(options, 'sendNotificationEmail') === false &&
        belongsToNobody.test(resource.emailAddress ?? '')
      ) {
        throw new ServiceError('没有谷歌账号的地址须发通知才能共享 (invalidSharingRequest)');
      }
      const all = read(folder);
      const path = join(makeStateFolder(folder), 'permissions.json');
      writeFileDurably(
        path,
        Buffer.from(JSON.stringify({ ...all, [file]: [...(all[file] ?? []), resource] }, null, 2)),
      );
      return resource;
    },
  };
}

function read(folder: string): Readonly<Record<string, Permission[]>> {
  const path = join(folder, stateFolder, 'permissions.json');
  if (!statOf(path)) return {};
  return JSON.parse(Buffer.from(readFileBytes(path)).toString('utf8')) as Record<string, Permission[]>;
}
