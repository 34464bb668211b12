import {
  doubtOfPlace,
  markFrom,
  placeDoubtText,
  placeRemedies,
  type HighWater,
} from '../../../../src/core/reminders/ledger/place-doubt';
import { item, queued } from '../ledger-builder';

const [line] = queued([item()]);
const mailed = [{ ...line!, state: 'sent', channel: '邮件' } as const];
const filed = [{ ...line!, state: 'sent', channel: '发件箱' } as const];
const mark: HighWater = {
  before: 'b',
  after: 'c',
  handed: 17,
  at: '2022-12-30 09:10:00',
  place: '/old',
};
const at = (chain: string, ...history: readonly string[]) => ({
  tip: { rows: history.length + 1, chain },
  chains: new Set([...history, chain]),
  lines: mailed,
});

it('knows the workspace whose journal ends as the mark says, also where the last step was cut off', () => {
  expect(doubtOfPlace(mark, at('c', 'a', 'b'))).toBeNull();
  expect(doubtOfPlace(mark, at('b', 'a'))).toBeNull();
});

it('tells a backup, and a copy that went on by itself, from a workspace that went on elsewhere', () => {
  expect(doubtOfPlace(mark, at('a'))).toBe('behind');
  expect(doubtOfPlace(mark, at('x', 'a', 'b'))).toBe('behind');
  expect(doubtOfPlace(mark, at('', ''))).toBe('behind');
  expect(doubtOfPlace(mark, at('d', 'a', 'b', 'c'))).toBe('elsewhere');
});

it('without a mark takes mails that left another computer for a reason to ask, and files for none', () => {
  expect(doubtOfPlace(null, at('c'))).toBe('elsewhere');
  expect(doubtOfPlace(null, { ...at('c'), lines: filed })).toBeNull();
  expect(doubtOfPlace(null, { ...at('c'), lines: [{ ...mailed[0]!, state: 'queued' }] })).toBeNull();
});

it('says what stands here and what this computer knows', () => {
  expect(placeDoubtText('behind', mark, mailed)).toContain('已交出 1 条，这台电脑记得的是 17 条（2022年12月30日）');
  expect(placeDoubtText('behind', mark, mailed)).toContain('像是恢复了以前的备份');
  expect(placeDoubtText('elsewhere', mark, mailed)).toContain('像是在另一台电脑上用过');
  expect(placeDoubtText('elsewhere', null, mailed)).toContain('这台电脑（这个用户）没有发过');
  expect(placeDoubtText('behind', { ...mark, at: '' }, mailed)).toContain('读不出来');
});

it('a mark that was cut off or is none fits no journal', () => {
  for (const text of ['', '{"before":"b","af', 'null', '{}', '[]', '"c"', '\0\0'])
    expect(doubtOfPlace(markFrom({ text, isOfPlace: false }), at('c', 'b'))).toBe('behind');
  expect(doubtOfPlace(markFrom({ text: JSON.stringify(mark), isOfPlace: false }), at('c', 'b'))).toBeNull();
});

it.each([
  [mark, true, mark],
  [{ ...mark, handed: 0 }, true, null],
  [{ ...mark, handed: 0 }, false, { ...mark, handed: 0 }],
])('the mark %j, kept for the place alone: %s, is %j', (kept, isOfPlace, found) => {
  expect(markFrom({ text: JSON.stringify(kept), isOfPlace })).toEqual(found);
});

it('nothing kept is no mark, and half of one is one that cannot be read', () => {
  expect(markFrom(null)).toBeNull();
  for (const kept of [{ handed: 17 }, { at: '2022-12-30 09:10:00' }, { handed: '17', at: '2022-12-30 09:10:00' }]) {
    const found = markFrom({ text: JSON.stringify({ before: 'b', after: 'c', ...kept }), isOfPlace: false });
    expect([doubtOfPlace(found, at('c', 'b')), placeDoubtText('behind', found, mailed)]).toEqual([
      'behind',
      expect.stringContaining('记号读不出来'),
    ]);
  }
});

it('one mail that left is enough to ask, and only what was handed over is counted', () => {
  const lines = [line!, ...mailed, ...filed];
  expect(doubtOfPlace(null, { ...at('c'), lines })).toBe('elsewhere');
  expect(placeDoubtText('behind', mark, lines)).toContain('已交出 2 条');
});

it('says both ways on', () => {
  expect(placeRemedies).toEqual([
    expect.stringMatching(/先弄清楚哪一份是正在用的。.*--resume/u),
    expect.stringMatching(/ledger --accept：.*由人逐项确认，程序不会自行重发。/u),
  ]);
});
