/** What a page sent, looked at before anything is done by it: any program of this computer's user could have sent it. */
import { Refusal } from '../../core/base/refusal';

/** An object that says what to do. Throws a refusal for everything else. */
export function readOrder(text: string): { readonly do: unknown } {
  const order = jsonOf(text);
  if (typeof order !== 'object' || order === null || !('do' in order)) throw unknownOrder();
  return order;
}

/** For what no page of this version asks. */
export function unknownOrder(): Refusal {
  return new Refusal('没有这件事。请重新打开页面再试。');
}

/** The value of a text; undefined for what is no JSON. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
