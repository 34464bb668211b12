/** Fields in which an office says, role by role, what it calls its departments. */
import type { RolesDetails, RolesOrder } from '../../contract/orders';
import { make } from './make-element';
import { failureNote } from './page-frame';
import { callJob } from './script-run';

/** The part of a form, and what was typed in it. */
export interface RoleFields {
  readonly element: HTMLElement;
  /** Names by role; null where every department keeps the name a new hub gives it. */
  readonly names: () => Readonly<Record<string, string>> | null;
  /** Another kind of report or organ was chosen: its roles are others. */
  readonly renew: () => void;
}

const lead = '名称写进新总表的单位、任务、指标。空着的用框里的名称；没有这个单位的写“无”；几个角色可以是一个单位。';

/** Folded up: the roles are asked for when a person opens it, and shown with the names they have by themselves. */
export function makeRoleFields(orderOf: () => RolesOrder): RoleFields {
  const place = make('div');
  const element = make('details', { class: 'field' }, make('summary', {}, '本地各单位叫什么（只用于新建总表）'), place);
  let inputs: readonly (readonly [role: string, input: HTMLInputElement])[] = [];
  let asked = 0;
  const ask = async (): Promise<void> => {
    asked += 1;
    const own = asked;
    inputs = [];
    place.replaceChildren(make('p', { role: 'status' }, '正在读取……'));
    try {
      const { details, text } = await callJob('roles', orderOf());
      if (own !== asked) return;
      inputs = areRoles(details) ? details.roles.map(fieldOf) : [];
      place.replaceChildren(make('p', {}, inputs.length === 0 ? text : lead), ...inputs.map(lineOf));
    } catch (error) {
      if (own === asked) place.replaceChildren(failureNote(error));
    }
  };
  element.addEventListener('toggle', () => {
    if (element.open && asked === 0) void ask();
  });
  return {
    element,
    names: () => typedNames(inputs),
    renew: () => {
      if (element.open) void ask();
      else [asked, inputs] = [0, []];
    },
  };
}

function areRoles(details: unknown): details is RolesDetails {
  return typeof details === 'object' && details !== null && 'roles' in details;
}

function fieldOf({ role, department }: RolesDetails['roles'][number]): readonly [string, HTMLInputElement] {
  const input = make('input', { id: `role-${role}`, maxlength: '40', size: '24', autocomplete: 'off' });
  input.placeholder = department;
  return [role, input];
}

function lineOf([role, input]: readonly [string, HTMLInputElement]): HTMLElement {
  return make('p', { class: 'field' }, make('label', { for: input.id }, role), input);
}

function typedNames(inputs: readonly (readonly [string, HTMLInputElement])[]): Readonly<Record<string, string>> | null {
  const typed = inputs.map(([role, { value }]) => [role, value.trim()] as const).filter(([, name]) => name !== '');
  return typed.length === 0 ? null : Object.fromEntries(typed);
}
