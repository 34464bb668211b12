/**
 * What is not there is never taken for nothing: for each way in which a figure and a task of one department can be not there,
 * what is seen of it in each place where it could be mistaken (table.md). Real workbooks, and the program as it is shipped.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { longIt } from '../long';
import { freshPlace } from '../offices/try-offices';
import { seenIn, type Seen } from './seen';
import { states, writeOffice } from './states';

const path = join(__dirname, 'table.md');
const lead = readFileSync(path, 'utf8').split('\n| state')[0] ?? '';

/** The rows of the table by state, each by the headers. */
function expected(): ReadonlyMap<string, Seen> {
  const [header = [], , ...rows] = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  return new Map(
    rows.map(([state = '', ...cells]) => [
      state,
      Object.fromEntries(cells.map((cell, at) => [header[at + 1] ?? '', cell])),
    ]),
  );
}

async function seenOf(name: string): Promise<Seen> {
  const state = states[name];
  if (state === undefined) throw new Error(`no state is called ${name}`);
  const folder = freshPlace();
  try {
    writeOffice(folder, state);
    return await seenIn(folder, state.how === 'withheld');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const seen = new Map<string, Seen>();
const isWritten = process.env.UPDATE_EXPECTED === '1';
afterAll(() => {
  if (isWritten) writeTable();
});

function writeTable(): void {
  const places = Object.keys([...seen.values()][0] ?? {});
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rows = names.map((state) => line([state, ...places.map((place) => seen.get(state)?.[place] ?? '')]));
  const head = [line(['state', ...places]), line(['state', ...places].map(() => '---'))];
  writeFileSync(path, `${[lead, ...head, ...rows].join('\n')}\n`);
}

longIt('is told of every state in every place, and no cell is empty', () => {
  const table = expected();
  expect([...table.keys()]).toEqual(Object.keys(states));
  for (const cells of table.values()) {
    expect(Object.keys(cells)).toHaveLength(9);
    expect(Object.values(cells)).not.toContain('');
  }
});

const names = Object.keys(states);
longIt.each(names.filter((_, at) => at % 3 === 0))('is seen as it is: %s', isSeen);
(isWritten ? it : longIt).each(names.filter((_, at) => at % 3 !== 0))('is seen as it is: %s', isSeen);

async function isSeen(name: string): Promise<void> {
  const cells = await seenOf(name);
  seen.set(name, cells);
  if (!isWritten) expect(cells).toEqual(expected().get(name));
}

/** Said, and so known: the figures of these speak for the whole. */
const said = ['无', '—', '不涉及', 'a zero that is said', 'a hidden row'];

longIt.each(Object.keys(states).filter((name) => !said.includes(name)))(
  'is not known, not judged and not passed over: %s',
  (name) => {
    const cells = expected().get(name) ?? {};
    expect(cells.figure).not.toMatch(/^known/u);
    expect(cells.rate).not.toMatch(/^known/u);
    expect(cells['weak area']).toBe('nothing');
    expect(cells['exit code']).toBe('1 1');
    expect(cells.sentence).not.toMatch(/\d/u);
  },
);
