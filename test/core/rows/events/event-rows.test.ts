import { cellIn, exactIn, quantityIn, saidIn, textIn } from '../../../../src/core/rows/events/event-cells';
import { eventPacker } from '../../../../src/core/rows/events/event-rows';
import { quantity } from '../../findings/rows-builder';

const sheet = '案件明细';
const file = '司法所.xlsx';
const at = (cell: string, other = sheet) => ({ file, sheet: other, cell });
const word = (value: unknown, cell: string, shown = String(value)) => ({ value, shown, place: at(cell) });

describe('a packed row', () => {
  const pack = eventPacker();
  const read = { category: word('罚款', 'A12'), amount: word(quantity(3), 'AB12', '3'), note: word(null, 'C12', '　') };
  const row = pack({ department: '司法所', cells: read, place: at('A12') });

  it('gives back each cell with its place', () => {
    for (const [field, cell] of Object.entries(read)) expect(cellIn(row, field)).toEqual(cell);
    expect([textIn(row, 'category'), quantityIn(row, 'amount'), exactIn(row, 'amount')]).toEqual([
      '罚款',
      quantity(3),
      3,
    ]);
    expect([textIn(row, 'amount'), quantityIn(row, 'category')]).toEqual([null, null]);
  });

  it('has no more to say of a cell it does not have than where it stands itself', () => {
    expect(cellIn(row, 'reviewed')).toEqual({ value: null, shown: '', place: at('A12') });
  });

  it('keeps the places of cells that stand in other rows or sheets', () => {
    const cells = {
      category: word('罚款', 'A12'),
      amount: word(4, 'D13'),
      day: { ...word(5, 'E12'), place: at('E12', '月报') },
    };
    const strange = pack({ department: '司法所', cells, place: at('A12') });
    for (const [field, cell] of Object.entries(cells)) expect(cellIn(strange, field)).toEqual(cell);
    // The row before is not touched by it, nor the one behind.
    expect(cellIn(row, 'amount').place.cell).toBe('AB12');
    const next = {
      ...read,
      category: word('没收', 'A13'),
      amount: word(quantity(3), 'AB13', '3'),
      note: word(null, 'C13', ''),
    };
    const behind = pack({ department: '司法所', cells: next, place: at('A13') });
    for (const [field, cell] of Object.entries(next)) expect(cellIn(behind, field)).toEqual(cell);
  });

  it('says where its cells stand in no room of its own where they stand as in the row before', () => {
    const own = eventPacker();
    const rows = ['A5', 'A6'].map((cell) =>
      own({
        department: '司法所',
        cells: { category: word('罚款', cell), note: word(null, `C${cell.slice(1)}`) },
        place: at(cell),
      }),
    );
    expect(rows[0]?.columns).toEqual({ category: 'A', note: 'C' });
    expect(rows[1]?.columns).toBe(rows[0]?.columns);
    const moved = { ...word(null, 'C7'), place: { ...at('C7'), file: '财政所.xlsx' } };
    const row = own({ department: '司法所', cells: { category: word('罚款', 'A7'), note: moved }, place: at('A7') });
    expect(cellIn(row, 'note').place).toEqual({ file: '财政所.xlsx', sheet, cell: 'C7' });
  });

  it('shares a word with other rows only where it says and shows the same', () => {
    const own = eventPacker();
    const say = (value: unknown, shown: string) =>
      saidIn(own({ department: '司法所', cells: { category: word(value, 'A5', shown) }, place: at('A5') }), 'category');
    const first = say('罚款', '罚款');
    expect(say('罚款', '罚款')).toBe(first);
    expect(say('罚款', ' 罚款')).toEqual({ value: '罚款', shown: ' 罚款' });
    expect(say(null, '罚款')).toEqual({ value: null, shown: '罚款' });
  });
});
