/** The fields of data, as a person may write them into a template; and which of them a template leaves out. */
import type { Dictionary, Field } from '../model';

const words: Readonly<Record<Field['type'], string>> = {
  any: '没有数据',
  text: '文字',
  number: '数',
  date: '日期',
  bool: '是否',
  list: '列表',
  record: '记录',
};

/** A line for each field, what is in lists and records below it; a list's own values are `this`. */
export function fieldLines(dictionary: Dictionary, indent = ''): readonly string[] {
  return Object.entries(dictionary).flatMap(([name, field]) => {
    const line = `${indent}${field.type === 'list' ? `{{#each ${name}}}` : field.type === 'record' ? `{{#with ${name}}}` : `{{${name}}}`}`;
    return [`${line}  ${words[field.type]}`, ...insideLines(field, `${indent}  `)];
  });
}

function insideLines(field: Field, indent: string): readonly string[] {
  if (field.type === 'record') return fieldLines(field.fields, indent);
  if (field.type !== 'list') return [];
  if (field.of.type === 'record') return fieldLines(field.of.fields, indent);
  return [`${indent}{{this}}  ${words[field.of.type]}`, ...insideLines(field.of, `${indent}  `)];
}

/** The paths of the fields that are not in the set; of one that is left out nothing within is told. */
export function unusedFields(dictionary: Dictionary, used: ReadonlySet<Field>, before = ''): readonly string[] {
  return Object.entries(dictionary).flatMap(([name, field]) => {
    const path = `${before}${name}`;
    if (!used.has(field)) return [path];
    const inside = innermost(field);
    return inside.type === 'record' ? unusedFields(inside.fields, used, `${path}.`) : [];
  });
}

/** What lists of lists hold. */
function innermost(field: Field): Field {
  return field.type === 'list' ? innermost(field.of) : field;
}
