/** What is asked of a department and not given is a share too: one that says why there is no number. */
import { oncePer } from '../base/once-per';
import type { Edition } from '../edition/edition';
import { askedAmong } from '../rows/asked-indicators';
import type { Department, Rows, WorkbookStatus } from '../rows/rows';
import type { Said, WhyMissing } from '../rows/said';
import { byCode, type Share, type Shares } from './shares';

/** The shares, with one for each active department that is asked for a line and has none, and for each name that is none's. */
export function withAbsent(shares: Shares, rows: Rows, edition: Edition): Shares {
  const askedFor = askedAmong(rows.departments, edition);
  const absent = rows.indicators.flatMap((line): readonly Share[] => {
    const present = new Set((shares.get(line.code) ?? []).map(({ department }) => department));
    const lacking = askedFor(line).filter(({ name, active }) => active && !present.has(name));
    return [...lacking.map((department) => absentShare(line.code, department, rows)), ...strangerShares(line)];
  });
  return absent.length === 0 ? shares : byCode([...[...shares.values()].flat(), ...absent], rows);
}

/** What is asked of a name that no department has, nobody can give. */
function strangerShares({ code, kind, numerator, strangers, place }: Rows['indicators'][number]): readonly Share[] {
  if (kind === 'rate' || numerator !== null) return [];
  const places = [place ?? { file: '总表.xlsx' }];
  return strangers.map((department) => ({ code, department, said: { kind: 'no-department' }, shown: '', places }));
}

const booksByName = oncePer(
  (workbooks: Rows['workbooks']) => new Map([...workbooks].reverse().map((book) => [book.department, book])),
);

function absentShare(code: string, { name }: Department, { workbooks }: Rows): Share {
  const book = booksByName(workbooks).get(name);
  const said: Said = { kind: whyAbsent(book?.status.kind ?? 'none') };
  return { code, department: name, said, shown: '', places: [{ file: book?.file ?? `${name}.xlsx` }] };
}

/** In a workbook that was read and may be used nothing stands for the line; one that may not be used was not taken. */
function whyAbsent(status: WorkbookStatus['kind']): WhyMissing {
  switch (status) {
    case 'usable':
      return 'blank';
    case 'none':
      return 'no-file';
    case 'refused':
    case 'not-read':
      return 'not-read';
  }
}
