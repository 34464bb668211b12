/** The code of a field: whether it is on the list. */
import { isAllowedLink } from './addresses';
import { fieldCodes, fieldsOfFields } from './allowed';

/** The code of a field, and whether other fields stand in it or text that is no code. */
export interface FieldCode {
  readonly code: string;
  readonly holdsFields: boolean;
  readonly holdsText: boolean;
}

/** The name by which a code begins, in capitals; empty for none. */
function fieldName(code: string): string {
  return /^\s*(=|[a-z]+(?=[\s\\"“”]|$))/iu.exec(code)?.[1]?.toUpperCase() ?? '';
}

/** Whether a field may stay one. A code that other fields write could become any other. */
export function isAllowedField({ code, holdsFields, holdsText }: FieldCode): boolean {
  const name = fieldName(code);
  if (!fieldCodes.has(name) || holdsText) return false;
  if (holdsFields && !fieldsOfFields.has(name)) return false;
  return name !== 'HYPERLINK' || isAllowedLinkField(code);
}

/** An address, or only a place in the document (`\l`). Backslashes within an address are written twice. */
function isAllowedLinkField(code: string): boolean {
  const rest = code
    .replace(/^\s*HYPERLINK/iu, ' ')
    .replace(/\s\\[lot]\s*(?:"[^"]*"|[^\s"]+)/giu, ' ')
    .replace(/\s\\(?:[mnh]|\*\s*\w+)(?=\s|$)/giu, ' ')
    .trim();
  if (rest === '') return true;
  const quoted = /^"([^"]*)"$/u.exec(rest)?.[1] ?? (/^[^\s"\\]+$/u.test(rest) ? rest : null);
  return quoted !== null && isAllowedLink(quoted);
}
