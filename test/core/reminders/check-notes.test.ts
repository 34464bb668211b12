import { strFromU8, unzipSync } from 'fflate';
import { buildTemplate } from '../../../build/template/build-template.mjs';
import type { Problem } from '../../../src/core/base/problem';
import {
  checkFiller,
  checkLetter,
  checkLetterFiller,
  checkNoteName,
  checkNotes,
  checkPaper,
  notesToWrite,
  type CheckNote,
} from '../../../src/core/reminders/check-notes';
import { departmentItems } from '../../../src/core/rows/department-items';
import { settings } from '../findings/rows-builder';
import { sampleRows } from '../findings/sample';
import { wording } from './mails';

const fillCheck = checkFiller({ bytes: buildTemplate(wording('核对单.txt')) });
const letterTemplate = wording('核对通知.txt');

const problem: Problem = {
  code: 'day-missing',
  level: 'error',
  place: { file: '自然资源所.xlsx', sheet: '任务进展', cell: 'F4' },
  actual: '9月31日',
  reason: '完成日期“9月31日”不存在',
  expected: '请改为如 2022-09-30',
};

const rows = {
  ...sampleRows,
  departments: sampleRows.departments.map((one) => ({ ...one, kind: one.name.endsWith('所') ? '派出' : '内设' })),
};

function notes(problems: readonly Problem[], missingDepartments: readonly string[] = []): readonly CheckNote[] {
  const items = departmentItems(problems, rows);
  return checkNotes({ settings, rows, findings: { missingDepartments }, items });
}

function noteOf(department: string, problems: readonly Problem[], missing: readonly string[] = []): CheckNote {
  return notes(problems, missing).find((note) => note.department === department)!;
}

/** The paper's text, a paragraph a line. */
function printed(note: CheckNote): string {
  const { value, problems } = checkPaper(note, settings, fillCheck);
  expect(problems).toEqual([]);
  const xml = strFromU8(unzipSync(value!.bytes)['word/document.xml']!);
  return xml
    .replace(/<\/w:p>/gu, '\n')
    .replace(/<[^>]+>/gu, '')
    .replace(/&#(\d+);/gu, (_, code: string) => String.fromCharCode(Number(code)));
}

const letter = (note: CheckNote): string => checkLetter(note, settings, checkLetterFiller(letterTemplate));

it('of a department without a form says that none came, and names none to be put right', () => {
  const workbooks = rows.workbooks.map((book) =>
    book.department === '自然资源所' ? { ...book, file: null, status: { kind: 'usable' } as const } : book,
  );
  const items = departmentItems([problem], rows);
  const found = checkNotes({ settings, rows: { ...rows, workbooks }, findings: { missingDepartments: [] }, items });
  const note = found.find(({ department }) => department === '自然资源所')!;
  for (const text of [printed(note), letter(note)]) {
    expect(text).toMatch(/尚未收到贵单位.*填报表，有1处请协助处理/u);
    expect(text).not.toMatch(/填报表已收到|原来的填报表/u);
  }
});

describe('a department’s 核对单', () => {
  const note = noteOf('自然资源所', [problem, { ...problem, place: { file: '司法所.xlsx' } }]);

  it('says where, what stands there and what to do, in the paper as in the mail', () => {
    for (const text of [printed(note), letter(note)]) {
      for (const words of [
        '自然资源所',
        '请更正',
        '“任务进展”表 F4 格',
        '完成日期“9月31日”不存在。',
        '请改为如 2022-09-30。',
      ])
        expect(text).toContain(words);
      expect(text).toContain('有1处');
    }
  });

  it('holds its own items and no rule’s code', () => {
    expect(note.items).toHaveLength(1);
    expect(printed(note) + letter(note)).not.toMatch(/day-missing|司法所|\{\{|待补/u);
  });

  it('tells all what to do where no kind of departments is only asked', () => {
    const { edition } = settings;
    const asksNobody = { ...settings, edition: { ...edition, words: { ...edition.words, outpost: '' } } };
    const told = checkNotes({ settings: asksNobody, rows, findings: { missingDepartments: [] }, items: [] });
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter(({ isOutpost }) => isOutpost)).toEqual([]);
  });

  it('asks 派出机构 for help', () => {
    expect(printed(note)).toContain('请协助处理');
    const own = noteOf('党政办', [{ ...problem, place: { ...problem.place, file: '党政办.xlsx' } }]);
    expect(printed(own) + letter(own)).not.toContain('协助');
  });

  it('tells what stands in the cell where the sentence does not', () => {
    const told = { ...problem, reason: '完成日期不存在' };
    expect(letter(noteOf('自然资源所', [told]))).toContain('现在填的是“9月31日”。完成日期不存在。');
    expect(letter(note)).not.toContain('现在填的是');
  });

  it('leaves out what asks for nothing', () => {
    const silent = { ...problem, level: 'note', code: 'year-assumed' } as const;
    expect(noteOf('自然资源所', [silent]).items).toEqual([]);
    for (const code of ['figure-blank', 'department-left-out', 'rate-typed']) {
      const blank = { ...problem, level: 'note', code } as const;
      expect(noteOf('自然资源所', [silent, blank]).items).toEqual([blank]);
      expect(printed(noteOf('自然资源所', [blank]))).toContain('请补充');
    }
  });

  it('calls each thing what it is, numbers it, and counts nothing that is listed', () => {
    const doubt = { ...problem, level: 'doubt' } as const;
    const blank = { ...problem, code: 'rate-typed', level: 'note' } as const;
    const text = letter(noteOf('自然资源所', [problem, doubt, blank]));
    expect(text.match(/^\d+．【.*?】/gmu)).toEqual(['1．【请更正】', '2．【请核实】', '3．【请补充】']);
    expect(text + printed(noteOf('自然资源所', [problem]))).not.toMatch(/还有\d+处没有列出/u);
  });

  it.each([
    [120, '错'.repeat(120)],
    [121, `${'错'.repeat(119)}…`],
  ])('quotes of a cell of %i signs %s', (length, shown) => {
    const wrong = { ...problem, actual: '错'.repeat(length), reason: '看不懂' };
    expect(letter(noteOf('自然资源所', [wrong]))).toContain(`现在填的是“${shown}”。`);
  });

  it.each([
    ['all that fits', 0, 20, 0],
    ['one less where it does not', 1, 19, 1],
  ])('lists in a mail %s', (_, more, listed, left) => {
    // Each counts as a thousand signs, of which a mail has twenty thousand; of what stands in a cell no more counts than is shown.
    const wide = (reason: number) => ({
      ...problem,
      actual: '错'.repeat(200),
      reason: '因'.repeat(reason),
      expected: '改',
    });
    const items = Array.from({ length: 20 }, (__, at) => wide(1000 - 60 - 120 - 1 + (at === 19 ? more : 0)));
    const text = letter(noteOf('自然资源所', items));
    expect(text.match(/^\d+．/gmu)).toHaveLength(listed);
    expect(/还有(\d+)处没有列出/u.exec(text)?.[1] ?? '0').toBe(String(left));
  });

  it('lists nothing where the first does not fit, and counts it', () => {
    const text = letter(noteOf('自然资源所', [{ ...problem, reason: '因'.repeat(20_000) }]));
    expect(text).toContain('还有1处没有列出');
    expect(text).not.toMatch(/^\d+．/mu);
  });

  it('a template that cannot be filled is named, and no mail is made of it', () => {
    expect(checkLetter(note, settings, checkLetterFiller('{{没有这个}}'))).toBe('');
    const paper = checkFiller({ bytes: buildTemplate('{{没有这个}}') });
    expect(checkPaper(note, settings, paper)).toMatchObject({
      value: null,
      problems: [{ place: { file: '核对单.docx' } }],
    });
    expect(checkLetterFiller('{{没有这个}}')({ 有: '' }).problems[0]?.place.file).toBe('核对通知.txt');
  });

  it.each(['required-blank', 'figure-incomplete', 'sheet-unfilled'])(
    'asks to fill in, not to correct, what is blank: %s',
    (code) => {
      const text = letter(noteOf('自然资源所', [{ ...problem, code, actual: '', reason: '状态没有填写' }]));
      expect(text).toContain('【请补充】');
      expect(text).not.toContain('请更正');
    },
  );

  it('asks a department for nothing that only the office can do', () => {
    const told = (expected: string): string => letter(noteOf('自然资源所', [{ ...problem, expected }]));
    expect(told('已批准的请在总表“任务”里填写批准状态和依据')).toContain('已批准的请把批准文件报党政办公室登记。');
    expect(told('改好后放回“填报”再运行一次')).toContain('改好后重新报送。');
    expect(told('请改回这个表头，或者在总表“设置”的“列对应”里写“甲：乙＝……”')).toContain('请改回这个表头。');
  });

  it('caps what nobody would read, and counts the rest', () => {
    const many = Array.from({ length: 2000 }, (_, index) => ({
      ...problem,
      place: { ...problem.place, cell: `F${String(index + 4)}` },
      actual: '错'.repeat(500),
    }));
    const long = noteOf('自然资源所', many);
    expect(printed(long)).toContain('还有1800处没有列出');
    expect(printed(long)).toContain('有2000处');
    const text = letter(long);
    expect(text.length).toBeLessThan(30_000);
    const listed = text.match(/^\d+．/gmu)!.length;
    expect(listed).toBeGreaterThan(50);
    expect(text).toContain(`还有${String(2000 - listed)}处没有列出`);
  });

  it('makes no link, line or field of what a department typed', () => {
    const typed = 'http://evil.cn {{单位}}\n1．=1+1\u202e <b>&';
    const text = letter(noteOf('自然资源所', [{ ...problem, actual: typed, reason: '看不懂' }]));
    expect(text).toContain('现在填的是“hxxp://evil[.]cn {{单位}} 1．=1+1 <b>&”');
    expect(printed(noteOf('自然资源所', [{ ...problem, actual: typed, reason: '看不懂' }]))).toContain(
      '{{单位}} 1．=1+1',
    );
  });
});

describe('the papers to write', () => {
  const settled = checkNoteName('司法所');

  it('are those with items', () => {
    expect(notesToWrite(notes([problem]), []).map(({ department }) => department)).toEqual(['自然资源所']);
  });

  it('replace an old list by the word that all is settled', () => {
    const [note, ...more] = notesToWrite(notes([]), [settled, '别的文件.docx']);
    expect(more).toEqual([]);
    expect(note?.department).toBe('司法所');
    expect(printed(note!)).toContain('已无需要核对的事项');
    expect(printed(note!)).not.toContain('序号');
  });

  it('say that nothing can be checked where no workbook came', () => {
    const missing = { ...problem, code: 'department-missing', place: { file: '司法所.xlsx' } };
    const all = notes([missing], ['司法所']);
    expect(notesToWrite(all, [])).toEqual([]);
    const [note] = notesToWrite(all, [settled]);
    expect(printed(note!)).toContain('没有收到贵单位可用的填报表，无法核对。请协助尽快报送。');
  });

  it('leave an earlier paper as it is where nobody could read the workbook', () => {
    const status = { kind: 'not-read', fault: 'service', why: '没有回应' } as const;
    const workbooks = rows.workbooks.map((book) => (book.department === '司法所' ? { ...book, status } : book));
    const told = { ...problem, code: 'workbook-unreadable', place: { file: '司法所.xlsx' } };
    const items = departmentItems([told], rows);
    const all = checkNotes({ settings, rows: { ...rows, workbooks }, findings: { missingDepartments: [] }, items });
    expect(notesToWrite(all, [settled])).toEqual([]);
  });

  it('settle the paper of a department that is gone', () => {
    const [note, ...more] = notesToWrite(notes([problem]), [checkNoteName('撤销的办')]).slice(1);
    expect(more).toEqual([]);
    expect(printed(note!)).not.toMatch(/协助|无法核对|尚未收到/u);
    expect(note?.department).toBe('撤销的办');
    expect(printed(note!)).toContain('已无需要核对的事项');
  });

  it('have names that every system takes', () => {
    expect(checkNoteName('应急/消防:办?')).toBe('应急／消防：办？ 核对单.docx');
  });
});

it.each([
  [{ file: '自然资源所.xlsx', sheet: '任务进展', cell: 'F4' }, '“任务进展”表 F4 格'],
  [{ file: '自然资源所.xlsx', sheet: '任务进展' }, '“任务进展”表'],
  [{ file: '自然资源所.xlsx' }, '整本填报表'],
  [{ file: '定稿.xlsx', sheet: '任务进展', cell: 'F4' }, '定稿.xlsx “任务进展”表 F4 格'],
  [{ file: '定稿.xlsx' }, '定稿.xlsx 整本'],
])('a place %j is called %s, the file named where it is not the usual one', (place, told) => {
  const items = [{ department: '自然资源所', items: [{ ...problem, place }] }];
  const [note] = checkNotes({ settings, rows, findings: { missingDepartments: [] }, items }).filter(
    ({ department }) => department === '自然资源所',
  );
  expect(note === undefined ? [] : printed(note).split('\n')).toContain(told);
});
