/** What is asked of a department and not given is a share too: one that says why there is no number. */
import { oncePer } from '../base/once-per';
import type { Edition } from '../edition/edition';
import { askedDepartments } from '../rows/asked-indicators';
import { isFormless } from '../rows/books/workbook-status';
import type { BookRecord, Rows } from '../rows/rows';
import type { Said, WhyMissing } from '../rows/said';
import { inHubOrder, type Share, type Shares } from './shares';

/** The shares, with one for each active department that is asked for a line and has none, and for each name that is none's. */
export function withAbsent(shares: Shares, rows: Rows, edition: Edition): Shares {
  const askedFor = askedDepartments(rows.departments)(edition);
  const absentIn = absentAnswers(rows.workbooks)(edition);
  const whole = new Map(shares);
  for (const line of rows.indicators) {
    const { code } = line;
    const given = shares.get(code) ?? [];
    const present = new Set(given.map(({ department }) => department));
    const absent: Share[] = [];
    for (const { name, active } of askedFor(line)) {
      if (active && !present.has(name)) absent.push({ code, department: name, ...absentIn(name) });
    }
    absent.push(...strangerShares(line));
    if (absent.length > 0) whole.set(code, inHubOrder([...(whole.get(code) ?? []), ...absent], rows));
  }
  return whole;
}

/** What is asked of a name that no department has, nobody can give. */
function strangerShares({ code, kind, numerator, strangers, place }: Rows['indicators'][number]): readonly Share[] {
  if (kind === 'rate' || numerator !== null) return [];
  const places = [place ?? { file: '总表.xlsx' }];
  return strangers.map((department) => ({ code, department, said: { kind: 'no-department' }, shown: '', places }));
}

type Answer = Pick<Share, 'said' | 'shown' | 'places'>;

/** What stands for the answers of a department, by its name: of whichever line it lacks, they are the same. */
const absentAnswers = oncePer((workbooks: Rows['workbooks']) =>
  oncePer((edition: Edition) => {
    const books = new Map([...workbooks].reverse().map((book) => [book.department, book]));
    const known = new Map<string, Answer>();
    return (name: string): Answer => {
      const before = known.get(name);
      if (before !== undefined) return before;
      const book = books.get(name);
      const isUnused = book?.unused?.some(({ title }) => title === edition.sheets.figures.title) === true;
      const said: Said = { kind: isUnused ? 'refused' : whyAbsent(book) };
      const answer = { said, shown: '', places: [{ file: book?.file ?? `${name}.xlsx` }] };
      known.set(name, answer);
      return answer;
    };
  }),
);

/** In a workbook that was read and may be used nothing stands for the line; one that may not be used was not taken. */
function whyAbsent(book: BookRecord | undefined): WhyMissing {
  if (book === undefined || isFormless(book)) return 'no-file';
  switch (book.status.kind) {
    case 'usable':
      return 'blank';
    case 'none':
      return 'no-file';
    case 'refused':
    case 'not-read':
      return 'not-read';
  }
}
