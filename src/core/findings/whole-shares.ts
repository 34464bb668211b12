/** What is asked of a department and not given is a share too: one that says why there is no number. */
import type { Edition } from '../edition/edition';
import { askedAmong } from '../rows/asked-indicators';
import type { Department, Rows } from '../rows/rows';
import type { Said } from '../rows/said';
import { byCode, type Share, type Shares } from './shares';

/** The shares, with one for each active department that is asked for a line and has none. */
export function withAbsent(shares: Shares, rows: Rows, edition: Edition): Shares {
  const askedFor = askedAmong(rows.departments, edition);
  const absent = rows.indicators.flatMap((line): readonly Share[] => {
    const present = new Set((shares.get(line.code) ?? []).map(({ department }) => department));
    const lacking = askedFor(line).filter(({ name, active }) => active && !present.has(name));
    return lacking.map((department) => absentShare(line.code, department, rows));
  });
  return absent.length === 0 ? shares : byCode([...[...shares.values()].flat(), ...absent], rows);
}

function absentShare(code: string, { name }: Department, { workbooks }: Rows): Share {
  const book = workbooks.find(({ department }) => department === name);
  const file = book?.file ?? null;
  const said: Said = { kind: book?.usable === true ? 'blank' : file === null ? 'no-file' : 'not-read' };
  return { code, department: name, said, shown: '', places: [{ file: file ?? `${name}.xlsx` }] };
}
