/** What is known of an indicator belongs to what it means, never to the code it is called by. */
import fc from 'fast-check';
import type { HubContents } from '../../../src/core/sheets/hub-contents';
import { resultsDraft } from '../../../src/core/sheets/results-draft';
import { toldAreas } from '../../../src/core/report/told-areas';
import { reminderList } from '../../../src/core/reminders/reminder-list';
import { dueItems } from '../../../src/core/reminders/due-items';
import { departmentItems } from '../../../src/core/rows/department-items';
import { holidayTable } from '../../../src/core/base/holiday-table';
import { makeCalendar } from '../../../src/core/base/working-days';
import type { Edition } from '../../../src/core/edition/edition';
import { editions, ruleOfLaw, workSafety } from '../../edition';
import { settingsFromGrids } from '../../../src/core/settings/settings-from-grids';
import {
  filledOffice,
  judged,
  randomFrom,
  reportText,
  templateOf,
  toldProblems,
  type FilledOffice,
  type Judged,
} from './filled-office';
import { renamedEdition, renamedTemplate, renamingOf, withOldNames } from './renamed-edition';
import { longIt } from '../../long';
import { rounds } from '../../rounds';

/** Report, results, reminders and problems of an office. */
function saidOf(office: FilledOffice, template: string): readonly string[] {
  const found = judged(office);
  const { settings } = office;
  const { rows, findings, problems } = found;
  const items = departmentItems(problems, rows);
  const due = dueItems({ rows, settings, findings, departmentItems: items }, makeCalendar(holidayTable, rows.holidays));
  const reminders = reminderList(due.value, settings.edition);
  const results = resultsDraft({
    ...{
      settings,
      findings,
      problems,
      departments: items,
      letters: [],
      reportName: null,
      publicRows: null,
      publicUnprinted: '',
      feedback: [],
    },
    areas: toldAreas(findings, rows, settings).value,
    reminders: reminders.map((line) => ({ ...line })),
  });
  return [
    reportText(office, found, template),
    ...results.sheets.map(({ rows: lines }) => lines.map((row) => row.map(({ value }) => value).join('|')).join('\n')),
    ...reminders.map((line) => JSON.stringify(line)),
    ...toldProblems(problems),
  ];
}

const seeds = fc.nat(1_000_000);

describe.each([ruleOfLaw, workSafety])('of $name', (edition) => {
  const count = edition.indicators.length;
  // An office of the first edition is many times as large.
  const usually = edition === workSafety ? it : longIt;

  usually('other codes and other names of areas change nothing but these names', () => {
    const order = fc.shuffledSubarray(
      Array.from({ length: count }, (_, index) => index),
      { minLength: count, maxLength: count },
    );
    fc.assert(
      fc.property(seeds, order, (random, shuffled) => {
        const renaming = renamingOf(edition, shuffled);
        const other = renamedEdition(edition, renaming);
        const template = templateOf(edition);
        const said = saidOf(filledOffice(edition, randomFrom(random)), template);
        const saidOther = saidOf(filledOffice(other, randomFrom(random)), renamedTemplate(template, renaming));
        expect(saidOther.map((text) => withOldNames(text, renaming))).toEqual(said);
      }),
      { numRuns: rounds(2) },
    );
  });

  usually('a code given another meaning is as good as gone: what does not name it stays what it is without it', () => {
    fc.assert(
      fc.property(seeds, fc.nat(count - 1), (random, index) => {
        const { code } = edition.indicators[index]!;
        const used = usersOf(code, edition);
        const without = judged(filledOffice(edition, randomFrom(random), (hub) => withoutLine(hub, code)));
        const redefined = judged(filledOffice(edition, randomFrom(random), (hub) => withOther(hub, code)));
        const others = ({ findings }: Judged): readonly unknown[] =>
          findings.indicators
            .filter(({ indicator }) => indicator.code !== code && !used.has(indicator.code))
            .map(({ indicator, value, text, weak }) => [indicator.code, value, text, weak]);
        expect(others(redefined)).toEqual(others(without));
      }),
      { numRuns: rounds(4) },
    );
  });
});

/** The codes whose formulas come down to the code. */
function usersOf(code: string, { indicators }: Edition): ReadonlySet<string> {
  const users = new Set<string>();
  for (let grown = true; grown;) {
    const more = indicators.filter(
      (line) =>
        !users.has(line.code) &&
        [line.numerator, line.denominator].some((formula) =>
          (formula ?? '').split(/[+-]/u).some((name) => name === code || users.has(name)),
        ),
    );
    for (const line of more) users.add(line.code);
    grown = more.length > 0;
  }
  return users;
}

function withoutLine(hub: HubContents, code: string): HubContents {
  return { ...hub, indicators: hub.indicators.filter((line) => line.code !== code) };
}

function withOther(hub: HubContents, code: string): HubContents {
  const other = { name: '另一件事的次数', unit: '次', kind: '数量', numerator: null, denominator: null };
  return { ...hub, indicators: hub.indicators.map((line) => (line.code === code ? { ...line, ...other } : line)) };
}

describe('in the first edition', () => {
  const redefined = (code: string, line: Readonly<Record<string, string | number | null>>): Judged =>
    judged(
      filledOffice(ruleOfLaw, randomFrom(31_415), (hub) => ({
        ...hub,
        indicators: hub.indicators.map((one) => (one.code === code ? { ...one, ...line } : one)),
      })),
    );
  const find = ({ findings }: Judged, code: string): Judged['findings']['indicators'][number] =>
    findings.indicators.find(({ indicator }) => indicator.code === code)!;

  it('A5 redefined as a count of hidden dangers is that count, and no rate of tasks', () => {
    const line = { name: '安全生产隐患排查次数', unit: '次', kind: '数量', filledBy: '党政办', threshold: null };
    const found = redefined('A5', line);
    const { value, text } = find(found, 'A5');
    expect(value === null || Number.isInteger(value)).toBe(true);
    expect(text).toBe(value === null ? '' : `${String(value)}次`);
    expect(found.problems.filter(({ code }) => code === 'code-means-other')).toHaveLength(1);
  });

  it('B2.1 redefined refuses neither itself nor B1', () => {
    const own = { name: '安全检查次数', unit: '次', kind: '数量', filledBy: '党政办' };
    const found = redefined('B2.1', own);
    const relation = found.problems.filter(
      ({ code, reason }) => code === 'part-exceeds-whole' && reason.includes('安全检查次数'),
    );
    expect(relation).toEqual([]);
  });

  it('an indicator keeps its rules under another code, by its name and by a synonym of it', () => {
    const moved = redefined('A5', { code: 'Z9' });
    // Where the state of some tasks is not known, it is the rate of the others.
    const { value, partial } = find(moved, 'Z9');
    expect(partial?.value ?? value).not.toBeNull();
    expect(find(moved, 'Z9').denominator).toBe(moved.findings.tally.due);
  });

  it('a hub that names a report nobody knows is refused', () => {
    const { hub } = filledOffice(ruleOfLaw, randomFrom(1)).grids;
    const wrong = hub.map((grid) => ({
      ...grid,
      rows: grid.rows.map((row) =>
        row.map((cell) => (cell?.shown === ruleOfLaw.name ? { ...cell, value: '法制建设', shown: '法制建设' } : cell)),
      ),
    }));
    const { value, problems } = settingsFromGrids(wrong, editions, '2023-01-02');
    expect(value).toBeNull();
    expect(problems.map(({ reason, expected }) => `${reason}。${expected}`)).toEqual([
      '没有“法制建设”这一种报告。请改为法治政府建设、安全生产中的一种',
    ]);
  });
});
