/** An office in which everything is reached, and what makes each judged indicator miss its threshold without touching another. */
import { ruleOfLaw, workSafety } from '../../edition';
import type { Edition } from '../../../src/core/edition/edition';
import { meaningsOf } from '../../../src/core/rows/meanings';
import type { Rows } from '../../../src/core/rows/rows';
import { deadline, department, figure, noRows, progress, task, withOthersNotConcerned } from '../findings/rows-builder';
import { report, reportSettings } from './sample-report';

/** An edition, its figures when everything is reached, and judged code → what is told instead to make it miss. */
interface Reached {
  readonly edition: Edition;
  readonly figures: string;
  /** Who tells them all. */
  readonly teller: string;
  readonly section: string;
  readonly misses: Readonly<Record<string, string>>;
  /** Pairs of misses that share a figure, and what that is when both miss. */
  readonly together: readonly (readonly [one: string, other: string, figures: string])[];
}

export const lawOffice: Reached = {
  edition: ruleOfLaw,
  teller: '司法所',
  section: '组织领导',
  figures: `A1=3 A2=4 A3=6 A4.1=11 A4.2=11 A6=2 B1=20 B2.1=20 B3.1=20 B3.2=20 B4.1=20 B5.1=1 B5.2=30 B6=10
B7.1=10 B7.2=10 B7.3=1 B8=5 C1=100 C2=40 C2.1=40 C2.2=20 C2.3=20 C2.4=0 C2.5=0 C2.6=0 C3=1 C4.1=0 C4.2=0 C6.1=10 C6.2=10
C7.1=40 C8.1=40 C9.1=20 C9.2=20 C10.1=10 C10.2=10 C10.3=0 C11.1=10 C11.2=0 C11.3=10 C11.4=0 C12.1=10 C12.2=10
D1.1=100 D1.2=100 D1.3=100 D2.1=100 D3=0 D4.1=6 D5=1 D6.1=100 D7.1=50 D8.1=5 D8.2=6000 D8.3=100 D9.1=100 D9.2=100 D9.3=100
D10.1=100 D10.2=100 D10.3=95 D10.5=0 D11.1=100 E1=20 E2=1000 E2.1=1000 E3.1=30 E4.1=90 E5.1=180 E5.2=200 E6.1=50 E6.2=50
E7=1 E7.1=10 E8.1=40 E8.2=40 F1=100 F2.1=10 F2.2=10 F3.1=5 F3.3=10 F3.4=10`,
  misses: {
    ...{ A1: 'A1=1', A2: 'A2=0', A3: 'A3=3', A4: 'A4.1=9', A5: '逾期=2', A6: 'A6=0', B2: 'B2.1=18', B3: 'B3.1=15' },
    ...{ B4: 'B4.1=19', B5: 'B5.2=25', B7: 'B7.2=8', C6: 'C6.1=9', C7: 'C7.1=36', C8: 'C8.1=35', C9: 'C9.1=18' },
    ...{ C10: 'C10.3=2', C11: 'C11.2=2', C12: 'C12.1=8', D1: 'D1.2=75', D2: 'D2.1=90', D3: 'D3=5', D4: 'D4.1=4' },
    ...{ D5: 'D5=0', D6: 'D6.1=30', D7: 'D7.1=10', D8: 'D8.2=4000 D8.3=20', D9: 'D9.2=80 D9.3=80' },
    ...{ 'D9.4': 'D9.3=70', D10: 'D10.2=60 D10.3=57', 'D10.4': 'D10.3=50', D11: 'D11.1=20', E1: 'E1=5' },
    ...{ E3: 'E3.1=21', E4: 'E4.1=60', E5: 'E5.1=120', E6: 'E6.1=40', E8: 'E8.1=35', F2: 'F2.1=8' },
  },
  together: [
    ['D9', 'D9.4', 'D9.3=56'],
    ['D10', 'D10.4', 'D10.3=30'],
  ],
};

export const safetyOffice: Reached = {
  edition: workSafety,
  teller: '应急管理站',
  section: '责任落实',
  figures: 'H1.1=100 H1.2=100 H2.1=10 H2.2=10 H3.1=40 H4=0 H5.1=50 H5.2=50 J2=6 J2.1=300 J3=25',
  misses: {
    ...{ H1: 'H1.1=80', H2: 'H2.1=9', H3: 'H3.1=20', H4: 'H4=1', H5: 'H5.2=30' },
    ...{ J1: '逾期=2', J2: 'J2=0', J3: 'J3=8' },
  },
  together: [],
};

/** The changes that make exactly these judged indicators miss. */
export function missesOf(codes: readonly string[], { misses, together }: Reached = lawOffice): string {
  const both = together.filter(([one, other]) => codes.includes(one) && codes.includes(other));
  return [...codes.map((code) => misses[code] ?? ''), ...both.map(([, , figures]) => figures)].join(' ');
}

function pairs(text: string): readonly (readonly [string, number])[] {
  return text
    .split(/\s+/u)
    .filter((pair) => pair !== '')
    .map((pair) => [pair.split('=')[0] ?? '', Number(pair.split('=')[1])]);
}

/**
 * The office with other figures, `D2.1=90 上年D2.1=85 逾期=2`: of its ten tasks so many are overdue. One department tells all; the
 * others are there and have nothing to do with it.
 */
export function officeWith(changes: string, { edition, figures, teller, section }: Reached = lawOffice): Rows {
  const all = new Map([...pairs(figures), ...pairs(changes)]);
  const late = all.get('逾期') ?? 0;
  const ids = Array.from({ length: 10 }, (_, index) => `T-${String(index + 1).padStart(2, '0')}`);
  const codes = [...all.keys()].filter((code) => /^[A-Z]/u.test(code));
  const own = { place: null, strangers: [], sentencePlace: null };
  const indicators = edition.indicators.map((line) => ({ ...line, ...own, means: line.code }));
  const due = { lead: teller, deadline: deadline('2022-06-30') };
  return withOthersNotConcerned({
    ...noRows,
    indicators,
    meanings: meaningsOf(indicators, edition),
    departments: edition.departments.map(({ name }) => department(name, { inGroup: name === teller })),
    tasks: ids.map((id) => task(id, { ...due, section, title: `事项${id}` })),
    progress: ids.map((id, index) => {
      const said =
        index < late ? ({ status: 'in-progress' } as const) : ({ status: 'done', doneOn: '2022-06-01' } as const);
      return progress(id, { ...said, department: teller });
    }),
    figures: codes.map((code) => {
      const lastYear = all.get(`上年${code}`);
      return figure(code, all.get(code) ?? null, teller, lastYear === undefined ? {} : { lastYear });
    }),
  });
}

/** The settings of such an office. */
export function settingsOf({ edition }: Reached): typeof reportSettings {
  const numbers = new Map([...reportSettings.numbers, ['企业数', { field: 'firms', value: 50 }] as const]);
  return { ...reportSettings, edition, numbers };
}

/** Sections 二 and 三 of its report. */
export function shortcomingsOf(rows: Rows, own: Partial<typeof reportSettings> = {}): string {
  const { text } = report(rows, own);
  if (text === null) throw new Error('the template was refused');
  const end = /^(?:四、|特此报告)/mu.exec(text)?.index;
  return text.slice(text.indexOf('二、'), end).trim();
}

/** What is said of weaknesses and hints, and the measures against them, without what is said whatever the figures are. */
export function toldOf(text: string): string {
  const paragraphs = text.split('\n');
  const plan = paragraphs.findIndex((paragraph) => paragraph.startsWith('三、'));
  return paragraphs
    .filter((paragraph, index) => (index < plan ? !paragraph.includes('重点任务中') : paragraph.startsWith('针对')))
    .slice(1)
    .join('\n');
}
