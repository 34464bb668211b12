/** A column of answers in which nobody has written anything on a sheet is no answer; in which somebody has, its blanks are. */
import type { DetailSheet } from '../../../../src/core/edition/edition';
import { saidIn } from '../../../../src/core/rows/events/event-cells';
import { withoutBlankColumns } from '../../../../src/core/rows/events/blank-columns';
import type { EventRow, Said } from '../../../../src/core/rows/rows';
import { ruleOfLaw, trainingTable } from '../../../edition';

const { topic } = trainingTable.columns;
const detail: DetailSheet = {
  ...ruleOfLaw.details.find(({ key }) => key === 'trainings')!,
  sheet: {
    ...trainingTable,
    columns: {
      leads: { ...topic!, type: 'yesNo' },
      kind: { ...topic!, type: 'choice' },
      day: { ...topic!, type: 'day' },
      apart: { ...topic!, type: 'yesNo' },
    },
  },
  shares: [
    {
      ...{ code: 'E1', fields: [], saysZero: false, isTotal: false },
      where: ['leads', 'kind', 'day'].map((field) => ({ field, test: 'is', word: '是' })),
    },
  ],
};
const row = (sheet: string | undefined, said: Readonly<Record<string, Said>>): EventRow => ({
  ...{ department: '司法所', said, columns: {}, place: { file: '司法所.xlsx', ...(sheet !== undefined && { sheet }) } },
});
const absentIn = (rows: readonly EventRow[]): unknown =>
  withoutBlankColumns(rows, detail).map((one) =>
    ['leads', 'kind', 'day', 'apart'].filter((field) => saidIn(one, field).isAbsent === true).join(' '),
  );
const [yes, blank, spaces, odd]: readonly Said[] = [
  { value: true, shown: '是' },
  { value: null, shown: '' },
  { value: null, shown: ' 　' },
  { value: null, shown: '不清楚' },
];

it.each<[string, readonly EventRow[], readonly string[]]>([
  ['nobody has answered', [row('一', { leads: blank! }), row('一', { kind: spaces! })], ['leads kind', 'leads kind']],
  ['one row has', [row('一', { leads: yes! }), row('一', {})], ['kind', 'kind']],
  ['one row has something nobody understands', [row('一', { leads: odd! }), row('一', {})], ['kind', 'kind']],
  [
    'each column has an answer',
    [row('一', { leads: yes!, kind: { value: '是', shown: '是' } }), row('一', {})],
    ['', ''],
  ],
  ['another sheet has', [row('一', { leads: yes! }), row('二', {})], ['kind', 'leads kind']],
  ['the rows are on no sheet', [row(undefined, {})], ['leads kind']],
])('where %s', (_, rows, absent) => {
  expect(absentIn(rows)).toEqual(absent);
});

it('what else a row says stays', () => {
  const [one] = withoutBlankColumns([row('一', { topic: { value: '轮训', shown: '轮训' } })], detail);
  expect(one === undefined ? null : saidIn(one, 'topic')).toEqual({ value: '轮训', shown: '轮训' });
});
